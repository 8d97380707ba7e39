"""A split → the earlier one that parted the same rows in the same way, where there is one."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.balance import only
from ..model.facts import Draw, Kind, Value
from ..model.picks import picked
from .arguments import Arguments
from .machine import Machine

PLAIN = (bool, int, float, str, type(None))


def as_before(m: Machine, number: int, name: str, args: Arguments, given: Sequence[Value], draw: Draw) -> int:
    """The number of the first split with the same rows, seed and settings: it gave the same parts. Else that of this one.

    It is asked for only where something was learned from those parts since: each split stands for itself otherwise.
    """
    rows = {one.rows for one in given}
    told = [(key, _setting(one)) for key, one in sorted(args.keywords.items()) if one.rows not in rows or key == "stratify"]
    if draw is not Draw.SEEDED or len(rows) != 1 or None in rows or any(one is None for _, one in told):
        return number
    first = m.seen.drawn.setdefault((name, *rows, *told), number)
    return first if first != number and any(_learned_from(m, first, one) for one in given) else number


def _learned_from(m: Machine, split: int, data: Value) -> bool:
    """Is something in these rows that was learned from a part of this split?"""
    columns = data.columns
    learned = data.learned.union(columns.rest, *(one.learned for one in columns.known.values())) if columns is not None else data.learned
    seen = (m.learnings[number].rows for number in learned)
    return any(
        node.by is not None and node.by.kind == "part" and node.by.a == split for rows in seen if rows is not None for node in picked(rows)
    )


def _setting(value: Value) -> tuple[object, ...] | None:
    """What a setting says, where that can be compared."""
    if value.kind is Kind.CONSTANT and isinstance(value.symbol, PLAIN):
        return (type(value.symbol), value.symbol)
    column = only(value)
    return (value.rows, column.own) if column is not None and column.own is not None else None
