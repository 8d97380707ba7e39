"""A learning → the same told again with something about it changed, for those values alone that it is about."""

from __future__ import annotations

from ..model.facts import NONE_LEARNED, Value
from ..model.ops import Learns
from ..model.rows import Rows
from .machine import Machine


def retold(
    m: Machine, number: int, rows: Rows | None = None, certain: bool | None = None, learns: Learns | None = None, name: str = ""
) -> frozenset[int]:
    """This learning, but of other rows, as something else, or not as sure; itself, where it is of no rows."""
    one = m.learnings[number]
    if one.rows is None:
        return frozenset((number,))
    sure = one.certain if certain is None else certain
    return m.learn_at(
        learns or one.learns, name or one.name, one.place, rows or one.rows, one.subject, sure, one.within, one.statement, one.at
    )


def doubted(m: Machine, value: Value) -> Value:
    """The value with all that it and its columns have learned in doubt; other values that learned the same are as sure as before."""
    copies = {number: retold(m, number, certain=False) for number in value.learned} if value.learned else {}

    def swapped(learned: frozenset[int]) -> frozenset[int]:
        return NONE_LEARNED.union(*(copies.get(number, frozenset((number,))) for number in learned)) if learned else learned

    columns = value.columns
    if columns is not None:
        known = {name: one._replace(learned=swapped(one.learned)) for name, one in columns.known.items()}
        columns = columns._replace(known=known, rest=swapped(columns.rest))
    return value._replace(learned=swapped(value.learned), columns=columns)
