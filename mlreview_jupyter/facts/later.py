"""Columns that are written down before a frame is given: `pl.col("x").mean()` learns from the frame that it is handed to."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import NONE_LEARNED, Column, Columns, Kind, Value
from ..model.rows import Rows
from .arguments import Arguments
from .join import contents
from .machine import Machine
from .retold import retold

NESTED = 4  # lists of expressions within lists


def _nowhere(m: Machine) -> Rows:
    """The rows of a frame that is not given yet."""
    return m.book.source("of a frame that is given later")


def later(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`pl.col("x")`: a column of whichever frame it is handed to."""
    m.later = True
    first = args.positional[0].symbol if len(args.positional) == 1 else None
    columns = Columns({"": Column(frozenset((first,)), form=0)}, False) if isinstance(first, str) else None
    return m.keep(Value(Kind.DATA, _nowhere(m), columns=columns, name=first if isinstance(first, str) else ""))


def named(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`.alias("z")`: the same column under another name."""
    if owner is None or not (owner.rows is _nowhere(m) or owner.name or (owner.columns is not None and "" in owner.columns.known)):
        return owner or Value()
    told = args.constant((0, "name"))
    return m.keep(owner._replace(name=told if isinstance(told, str) else "", held=None))


def given(m: Machine, frame: Value, args: Arguments) -> Arguments:
    """The arguments of a frame's method, where what they say of columns is said of this frame."""
    if frame.rows is None or frame.rows is _nowhere(m):
        return args
    return Arguments(
        [_of(m, frame.rows, one) for one in args.positional],
        {key: _of(m, frame.rows, one) for key, one in args.keywords.items()},
        _of(m, frame.rows, args.loose) if args.loose is not None else None,
    )


def _of(m: Machine, rows: Rows, value: Value, level: int = 0) -> Value:
    if value.kind in (Kind.SEQUENCE, Kind.EACH) and isinstance(value.items, tuple) and level < NESTED:
        return value._replace(items=tuple(_of(m, rows, m.present(one), level + 1) for one in contents(value)), refs=())
    learned = NONE_LEARNED
    for number in value.learned:
        one = m.learnings[number]
        if one.rows is not None and _nowhere(m) in one.rows.roots():
            learned |= retold(m, number, rows)
        else:
            learned |= frozenset((number,))
    if value.rows is not None and _nowhere(m) in value.rows.roots():
        known = {key: one._replace(learned=learned) for key, one in value.columns.known.items()} if value.columns is not None else {}
        return m.keep(value._replace(rows=rows, learned=learned, columns=Columns(known, False) if known else None))
    return value._replace(learned=learned) if learned != value.learned else value
