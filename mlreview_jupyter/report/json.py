"""`Review` → JSON, and the schema that it follows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from ..model.review import SCHEMA, Review


def render(review: Review) -> str:
    """Strict JSON, two spaces deep; what is no character of Unicode is escaped."""
    return "".join(pieces(review))


def pieces(review: Review) -> Iterator[str]:
    """The same piece by piece: a review of a thousand notebooks is never held as text."""
    names = [field.name for field in fields(review)]
    yield "{\n"
    for name in names:
        comma = "\n" if name == names[-1] else ",\n"
        value = getattr(review, name)
        if not isinstance(value, tuple) or not value:
            yield f'  "{name}": {_text(value, 1)}{comma}'
            continue
        yield f'  "{name}": [\n'
        for number, one in enumerate(value, 1):
            yield f"    {_text(one, 2)}{'' if number == len(value) else ','}\n"
        yield f"  ]{comma}"
    yield "}\n"


def refusal(tool: str, reason: str) -> str:
    """What a program gets where there is no review: the same schema's name, and why."""
    return json.dumps({"schema": SCHEMA, "tool": tool, "error": reason, "findings": [], "gaps": []}, indent=2, ensure_ascii=True) + "\n"


def plain(review: Any) -> Any:
    """Dicts, lists, texts and numbers. msgspec reads dataclasses some ten times faster, and is not there in every browser."""
    try:
        import msgspec
    except ImportError:
        return asdict(review) if is_dataclass(review) and not isinstance(review, type) else review
    return msgspec.to_builtins(review)


def schema() -> dict[str, Any]:
    """The JSON schema of a review."""
    import msgspec

    return msgspec.json.schema(Review)


def _text(value: Any, deep: int) -> str:
    text = json.dumps(plain(value), indent=2, ensure_ascii=True, allow_nan=False)
    return text.replace("\n", "\n" + "  " * deep)
