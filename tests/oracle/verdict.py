"""What the reviewer says of a program: the kinds of leak that it finds, and whether it is certain."""

from __future__ import annotations

import sys
from pathlib import Path

from mlreview_jupyter.facts import build
from mlreview_jupyter.model.finding import Certainty
from mlreview_jupyter.rules import find_rules

from ..programs import script

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_KINDS = Path(__file__).parents[1] / "bench" / "kinds.toml"


def kinds_of_rules() -> dict[str, str]:
    """Rule to kind, for the two kinds that rows decide."""
    rows = tomllib.loads(_KINDS.read_text(encoding="utf-8"))["leakage"]
    return {row["rule"]: row["kind"] for row in rows if row["kind"] in ("preprocess", "overlap")}


def verdict(text: str) -> dict[str, bool]:
    """Kind to: is it certain?"""
    kinds = kinds_of_rules()
    facts = build(script(text))
    found: dict[str, bool] = {}
    for rule in find_rules():
        if rule.id in kinds:
            for finding in rule.ask(facts):
                kind = kinds[rule.id]
                found[kind] = found.get(kind, False) or finding.certainty is not Certainty.POSSIBLE
    return found
