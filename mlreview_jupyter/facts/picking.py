"""Which rows an index, a slice or a mask picks."""

from __future__ import annotations

import ast

from ..model.facts import NONE_LEARNED, NOTHING, Kind, Mark, Value
from ..model.rows import By, Rows
from .join import blend, contents
from .machine import Machine
from .repeats import names_again, repeated
from .signs import several, sliced


def pick(m: Machine, data: Value, by: By, learned: frozenset[int] = NONE_LEARNED) -> Value:
    """Some rows of a value; `learned` is what the choice of rows learned."""
    rows = m.book.pick(data.rows, by) if data.rows is not None else None
    if by.kind in ("slice", "drawn") and rows is not None and m.statement is not None:
        m.picked.setdefault(rows, m.statement)
    columns = data.columns.taught(learned) if data.columns is not None else None
    return m.keep(
        data._replace(
            rows=rows, learned=data.learned | learned, columns=columns, symbol=NOTHING, held=None, kind=Kind.DATA if rows else data.kind
        )
    )


def some(m: Machine, kind: str = "some") -> By:
    """A choice of rows that equals no other."""
    return By(kind, m.book.serial())


def bound(m: Machine, node: ast.expr | None) -> object:
    """One end of a slice, as a constant, an expression, or something that equals nothing else."""
    if node is None:
        return None
    value = m.evaluate(node)
    symbol = value.symbol
    if symbol is None or (isinstance(symbol, int) and not isinstance(symbol, bool)) or isinstance(symbol, tuple | str):
        return symbol
    return ("unknown", m.book.serial())


def rows_by(m: Machine, data: Value, node: ast.expr, by_label: bool = False) -> Value:
    """The rows that the first part of an index names."""
    if isinstance(node, ast.Slice):
        low, high = bound(m, node.lower), bound(m, node.upper)
        step = m.evaluate(node.step).symbol if node.step is not None else 1
        if step not in (1, -1, None):  # every other row: none of those that begin elsewhere
            even = isinstance(step, int) and isinstance(low, int | None) and high is None
            return pick(m, data, By("part", ("step", step), low or 0) if even else some(m))
        sliced(m, data, node, low, high)
        if low in (None, 0) and high is None:
            return data if step != -1 else m.keep(data._replace(marks=data.marks ^ Mark.REVERSED))
        if by_label and high is not None and low is None:
            return pick(m, data, By("slice", low, ("label", high)))
        return pick(m, data, By("slice", low, high))
    return rows_at(m, data, m.evaluate(node))


def rows_at(m: Machine, data: Value, key: Value) -> Value:
    """The rows that a mask or an index picks."""
    if key.kind is Kind.SEQUENCE and key.items:
        key = m.present(key.items[0]) if len(key.items) == 1 else blend(contents(key))
    data = data._replace(marks=data.marks | (key.marks & Mark.EITHER))
    if key.marks & Mark.MASK and key.rows is not None:
        by = condition(m, key.symbol)
        if by.kind == "where" and (fresh := key.learned - data.learned):
            m.cuts[by.a] = m.cuts.get(by.a, NONE_LEARNED) | fresh
        return pick(m, data, by, key.learned)
    if key.marks & Mark.INDEX and key.rows is not None:
        out = _at(m, data, key)
        if m.statement is None or not names_again(key.rows) or several(m, data):
            return out
        return repeated(m, out, "an index", m.statement[1], data)
    if key.kind is Kind.CONSTANT and key.symbol is None:
        return data  # numpy.newaxis
    return pick(m, data, some(m), key.learned)


def _at(m: Machine, data: Value, key: Value) -> Value:
    """The rows of an index: where it was picked out of that of these very rows, it names them."""
    named = key.rows
    if named is not None and data.rows is not None and named.kind == "picked" and m.book.inside(named, data.rows):
        out = pick(m, data, By("at", named), key.learned)
        return m.change(out, out._replace(rows=named))
    return pick(m, data, By("at", named), key.learned)


def places(m: Machine, name: str, mask: Value) -> Value:
    """`where(mask)`: the positions of the rows for which a condition holds."""
    held = mask.marks & Mark.MASK and mask.rows is not None
    out = pick(m, mask, condition(m, mask.symbol), mask.learned) if held else pick(m, mask, some(m), mask.learned)
    out = m.change(out, out._replace(marks=(out.marks | Mark.INDEX) & ~Mark.MASK, columns=None, name=""))
    return out if name.endswith("flatnonzero") else m.keep(Value(Kind.SEQUENCE, items=(out,)))


def marked(m: Machine, mask: Value, key: Value, value: Value) -> bool:
    """`mask[index] = True` in an array that waited to be filled: from then on a condition. Was it that?"""
    if value.kind is not Kind.CONSTANT or not isinstance(value.symbol, bool) or not key.marks & Mark.INDEX or key.rows is None:
        return False
    among = ("among", key.rows)
    symbol = among if value.symbol else ("not", among)
    m.change(mask, mask._replace(name="", rows=key.rows.roots()[0], marks=mask.marks | Mark.MASK, symbol=symbol))
    return True


def condition(m: Machine, symbol: object) -> By:
    """A mask as a choice of rows; `not` is the other truth of the same condition."""
    truth = True
    while isinstance(symbol, tuple) and len(symbol) == 2 and symbol[0] == "not":
        symbol, truth = symbol[1], not truth
    if isinstance(symbol, tuple) and len(symbol) == 2 and symbol[0] == "among" and isinstance(symbol[1], Rows):
        return By("at", symbol[1]) if truth else By("outside", symbol[1])
    if symbol is NOTHING:
        return some(m)
    return By("where", symbol, truth)
