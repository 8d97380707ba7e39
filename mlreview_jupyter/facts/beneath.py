"""A tool → what it has learned, seen from the model above it: there it is a preparation, or a choice of columns."""

from __future__ import annotations

from ..catalog.lookup import Call, by_name
from ..model.facts import Kind, Mark, Value
from ..model.ops import Learns, Op
from .machine import Machine
from .retold import retold


def seen_as(m: Machine, tool: Value, kind: Learns) -> frozenset[int]:
    """The learnings of a tool, its own fits as ones of this kind."""
    out: set[int] = set()
    for number in tool.learned:
        fit = m.learnings[number].learns is Learns.FIT or kind is Learns.CHOICE
        out |= retold(m, number, learns=kind, name=tool.name) if fit else {number}
    return frozenset(out)


def with_outliers(m: Machine, tool: Value | None, out: Value) -> Value:
    """Which rows are unusual, as a detector says: who leaves them out, or makes a feature of it, prepares data."""
    call = by_name(tool.name) if tool is not None else None
    if tool is None or call is None or call.gives != "outliers":
        return out
    return m.change(out, out._replace(learned=out.learned | seen_as(m, tool, Learns.CLUSTERS)))


def told_of_rows(m: Machine, tool: Value, call: Call) -> Value:
    """`model.pvalues`, `model.resid`: what a fitted model tells of its columns, or of each of its rows."""
    learned = seen_as(m, tool, call.learns)
    kept = (tool.attributes or {}).get("data")
    data = m.present(kept) if isinstance(kept, Value) else Value()
    if call.op is Op.MEASURE or data.rows is None:
        return Value(Kind.CONSTANT, learned=learned, marks=tool.marks & Mark.GAP)
    return m.keep(Value(Kind.DATA, data.rows, data.learned | learned, marks=(data.marks | tool.marks) & (Mark.GAP | Mark.EITHER)))
