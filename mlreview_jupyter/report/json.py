"""`Review` → JSON, and the schema that it follows."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from ..model.review import Review


def render(review: Review) -> str:
    """Strict JSON, two spaces deep; what is no character of Unicode is escaped."""
    return json.dumps(plain(review), indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def plain(review: Review) -> dict[str, Any]:
    """Dicts, lists, texts and numbers. msgspec reads dataclasses some ten times faster, and is not there in every browser."""
    try:
        import msgspec
    except ImportError:
        return asdict(review)
    told: dict[str, Any] = msgspec.to_builtins(review)
    return told


def schema() -> dict[str, Any]:
    """The JSON schema of a review."""
    import msgspec

    return msgspec.json.schema(Review)
