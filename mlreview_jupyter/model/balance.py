"""How the rows of a column are spread over its values, as a notebook shows it."""

from __future__ import annotations

from dataclasses import dataclass

from .program import Place
from .rows import By, Rows
from .value import Column, Value

DRAWN = frozenset({"part", "most", "distinct", "drawn", "slice"})  # picks that leave the shares about as they were


@dataclass(frozen=True, slots=True, eq=False)
class Balance:
    """Shares by value, the largest first; of a single share, the rest has no name. `place` is the call that counted."""

    place: Place
    data: Value
    shares: tuple[tuple[str, float], ...]
    total: int | None = None

    @property
    def largest(self) -> float:
        """The share of the most frequent value."""
        return self.shares[0][1]

    @property
    def rarest(self) -> tuple[str, float]:
        """The least frequent value, and its share."""
        return self.shares[-1]

    def tells_of(self, target: Value, rows: Rows | None) -> bool:
        """Does it count the values of this target, and are they spread in these rows about as it says?"""
        if not same_values(self.data, target):
            return False
        return rows is not None and self.data.rows is not None and alike(rows, self.data.rows)


def only(value: Value) -> Column | None:
    """The column, where a value is a single one."""
    columns = value.columns
    return next(iter(columns.known.values())) if columns is not None and len(columns.known) == 1 and not columns.more else None


def same_values(a: Value, b: Value) -> bool | None:
    """Do two columns hold the same values, up to names and rows? None where either is not known well enough."""
    mine, its = only(a), only(b)
    if mine is None or its is None or mine.form is None or its.form is None:
        return None
    return (mine.sources, mine.form) == (its.sources, its.form)


def alike(a: Rows, b: Rows) -> bool:
    """Are both drawn from the same rows, by nothing but splits, slices, and a few rows left out?"""
    one, two = _way(a), _way(b)
    if not one or not two or one[0] is not two[0]:
        return False
    same = 0
    while same < len(one) and same < len(two) and one[same] is two[same]:
        same += 1
    return all(_fair(rows.by) for rows in (*one[same:], *two[same:]))


def drawn(rows: Rows) -> bool:
    """Are they rows of one source, by nothing but splits, slices, and a few rows left out?"""
    way = _way(rows)
    return bool(way) and all(_fair(one.by) for one in way[1:])


def _fair(by: By | None) -> bool:
    """Does it leave the shares about as they were? An index does when it was drawn so itself."""
    if by is None or by.kind in DRAWN:
        return by is not None
    return by.kind in ("at", "outside") and isinstance(by.a, Rows) and drawn(by.a)


def _way(rows: Rows) -> list[Rows]:
    """Their source, and the picks on the way from it to them; empty where they are made or put together."""
    way = [rows]
    while way[-1].kind == "picked":
        way.append(way[-1].parts[0])
    return way[::-1] if way[-1].kind == "source" else []
