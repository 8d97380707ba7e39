"""A call that nobody described and that is given no data → the rows that it brings, where its name says so."""

from __future__ import annotations

import re

from ..model.called import TEST, TRAINING, VALID
from ..model.facts import Columns, Kind, Mark, Value
from .machine import Machine

BRINGS = re.compile(
    r"((get|load|fetch|download|read|import|query|scan|open)_?(\w+_)?(data|dataset|data_?frame|frame|df|table|history|prices|quotes|records|candles)"
    r"|historical_(data|prices)|DataReader)"
)


def brought(m: Machine, name: str, out: Value) -> Value:
    """`get_history("SBIN")`: rows, perhaps; a name that says nothing of data brings none."""
    if out.rows is not None or out.learned or out.kind is not Kind.UNKNOWN or not BRINGS.fullmatch(name.rpartition(".")[2]):
        return out
    rows = m.book.source(label=name.rpartition(".")[2])
    return m.keep(Value(Kind.UNKNOWN, rows, marks=Mark.GAP, columns=Columns({}, True, of=rows.id)))


def part_of(data: Value, name: object) -> Value | None:
    """`loaded["X_train"]`: of several things that came together one that says which rows it holds; None where it may be a column."""
    came_so = data.rows is not None and data.rows.kind == "source" and (data.columns is None or bool(data.marks & Mark.GAP))
    if not came_so or not isinstance(name, str) or not any(words.search(name) for words in (TEST, TRAINING, VALID)):
        return None
    return Value(marks=Mark.GAP)
