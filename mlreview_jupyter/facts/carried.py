"""Columns that go on under a new whole → those that are told apart in it: the known ones, and what those were computed from."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ..model.facts import Column, Columns, Kind, Value
from ..model.origin import ELSE, Origin
from .arguments import Arguments
from .origins import named

if TYPE_CHECKING:
    from .machine import Machine

MOST = 60  # columns that are called otherwise one by one


def mentioned(columns: Columns, gone: Collection[object] = ()) -> Columns:
    """The same columns, where those that known ones were computed from are known, too: they are not mixed up with others later."""
    if not columns.known or not columns.more or columns.of is None:
        return columns
    asked = {
        own[1]: None
        for one in columns.known.values()
        for own in one.made
        if isinstance(own, tuple) and len(own) == 2 and own[0] == columns.of and isinstance(own[1], str)
    }
    fresh = [name for name in asked if name not in columns.known and name not in columns.without and name not in gone]
    return columns._replace(known={**columns.known, **{name: named(columns, name) for name in fresh}}) if fresh else columns


def of_some_types(columns: Columns | None) -> Columns | None:
    """`frame.select_dtypes("number")`: some columns, nobody knows which; those that were worked out of others are numbers, as a rule."""
    if columns is None or not columns.more:
        return None
    told = mentioned(columns)
    known = {
        name: one for name, one in told.known.items() if not isinstance(one.own, Origin) or (one.own.how == "" and ELSE not in one.made)
    }
    return told._replace(known=known, without=told.without | (columns.known.keys() - known.keys())) if known else None


def called_otherwise(m: Machine, columns: Columns, function: Value) -> Columns | None:
    """`frame.rename(columns=str.lower)`: the known columns under the names that this makes of theirs."""
    told = mentioned(columns)
    if len(told.known) > MOST or "" in told.known:
        return None
    known: dict[str, Column] = {}
    for name, one in told.known.items():
        text = Value(Kind.CONSTANT, symbol=name)
        last = function.name.rpartition("str.")[2] if function.kind is Kind.SYMBOL and "str." in function.name else ""
        bound = Value(Kind.METHOD, name=last, held=(text, None)) if last else function
        if m.statement is None:
            return None
        node = m.statement[1]
        made = m.call(bound, Arguments([] if last else [text], {}), node)  # type: ignore[arg-type]
        if not isinstance(made.symbol, str) or made.symbol in known:
            return None
        known[made.symbol] = one
    return told._replace(known=known, of=Origin(None) if known.keys() != told.known.keys() else told.of)
