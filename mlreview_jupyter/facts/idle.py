"""A tool → whether it is set so that fitting it learns nothing."""

from __future__ import annotations

from ..catalog.lookup import by_name
from ..model.facts import NOTHING, Value


def idle(tool: Value) -> bool:
    """`SimpleImputer(strategy="constant")`: all that it will do is written down, as the catalog tells of its class."""
    described = by_name(tool.name)
    wanted = described.roles.get("idle") if described is not None else None
    if not wanted:
        return False
    given = tool.attributes or {}
    return all(_is(given.get(name), text) for name, _, text in (str(one).partition("=") for one in wanted))


def _is(value: object, text: str) -> bool:
    """Is it this value? `*` stands for any that is given."""
    if not isinstance(value, Value):
        return False
    return value.symbol is not None if text == "*" else value.symbol is not NOTHING and str(value.symbol) == text
