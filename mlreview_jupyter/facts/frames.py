"""Rows and columns of data: what an index picks, what a key names, what an assignment changes."""

from __future__ import annotations

import ast

from ..model.facts import NOTHING, Column, Columns, Kind, Mark, Value
from ..model.rows import By, Rows
from .join import blend, contents, expression, whole
from .machine import Machine
from .origins import here, look, named, position, positions, stored, under, whole_of
from .picking import bound, marked, pick, rows_at, rows_by
from .repeats import plain_numbers
from .signs import fetched, put_in

BLANK = "blank array"  # the name of an array that waits to be filled
ACCESSORS = frozenset({"loc", "iloc", "at", "iat", "ix"})


def is_data(value: Value) -> bool:
    """Does it hold rows, or come out of something that did?"""
    return value.kind is Kind.DATA or (value.kind is Kind.UNKNOWN and value.rows is not None)


def columns_of(frame: Value) -> Columns:
    """The columns of a frame; of an unknown one, that there are some, with all that it learned."""
    return frame.columns or Columns({}, True, frozenset(), frame.learned, whole_of(frame))


def total(columns: Columns) -> frozenset[int]:
    """Everything that any column learned."""
    learned = columns.rest
    for column in columns.known.values():
        learned |= column.learned
    return learned


def column(m: Machine, frame: Value, name: str) -> Value:
    """One column, as a value of its own that remembers its frame."""
    columns = columns_of(frame)
    one = columns.known.get(name) or named(columns, name)
    alone = Columns({name: one}, False)
    look(m, alone)
    owner = (frame.refs[0], name) if len(frame.refs) == 1 else None
    symbol = ("column", frame.rows, name) if frame.rows is not None else NOTHING
    return m.keep(
        frame._replace(
            kind=Kind.DATA,
            learned=one.learned,
            symbol=symbol,
            name=name,
            columns=alone,
            held=owner,
            items=None,
            marks=frame.marks & ~Mark.MASK,
        )
    )


def some_columns(m: Machine, frame: Value, names: list[str] | None, learned: frozenset[int]) -> Value:
    """The named columns, or an unknown choice of them; `learned` is what the choice itself learned."""
    columns = columns_of(frame)
    if names is None:
        marks = frame.marks | (Mark.GAP if uneven(columns) else 0)
        return m.keep(frame._replace(learned=frame.learned | learned, columns=None, held=None, name="", marks=marks))
    picked = Columns({name: columns.known.get(name) or named(columns, name) for name in names}, False, place=here(m))
    look(m, picked)
    return m.keep(frame._replace(learned=total(picked) | learned, columns=picked, held=None, name=""))


def uneven(columns: Columns) -> bool:
    """Did some columns learn what others did not? Then it matters which of them an opaque choice takes."""
    return any(one.learned - columns.rest for one in columns.known.values())


def without_columns(m: Machine, frame: Value, names: list[str] | None) -> Value:
    """All but the named columns."""
    if names is None or frame.columns is None:
        columns = Columns({}, True, frozenset(names), frame.learned, whole_of(frame), here(m)) if names else None
        return m.keep(frame._replace(columns=columns, held=None, name=""))
    columns = frame.columns
    left = Columns(
        {name: one for name, one in columns.known.items() if name not in names},
        columns.more,
        columns.without | frozenset(names),
        columns.rest,
        columns.of,
        here(m),
    )
    return m.keep(frame._replace(learned=total(left), columns=left, held=None, name=""))


def dropped_columns(m: Machine, frame: Value, key: Value) -> Value:
    """All but the columns that a key names; what it learned to choose them goes into those that stay."""
    out = without_columns(m, frame, texts(key))
    learned = blend([key]).learned
    if not learned:
        return out
    return m.change(out, out._replace(learned=out.learned | learned, columns=columns_of(out).taught(learned)))


def set_column(m: Machine, frame: Value, name: str, value: Value, part: bool = False) -> Value:
    """`frame[name] = value`; `part` where only some rows of the column are set."""
    columns = columns_of(frame)
    old = columns.known.get(name)
    one = stored(m, columns, name, value, part)
    new = columns._replace(known={**columns.known, name: one}, without=columns.without - {name})
    rows = frame.rows if frame.rows is not None else value.rows
    frame = frame._replace(scores=frame.scores | value.scores)
    put_in(m, rows, name, one)
    every = _total_after(m, columns, old, one.learned, new)
    return m.change(
        frame,
        frame._replace(kind=Kind.DATA, rows=rows, columns=new, learned=every, marks=frame.marks | (value.marks & (Mark.GAP | Mark.LAGGED))),
    )


def _total_after(m: Machine, before: Columns, old: Column | None, learned: frozenset[int], new: Columns) -> frozenset[int]:
    """Everything that any column learned, once one was set: of the frame that was changed last, it was known before."""
    columns, known = m.last_total
    lost = old is not None and not old.learned <= learned
    every = total(new) if columns is not before or lost else known | learned
    m.last_total = (new, every)
    return every


def spoil(m: Machine, frame: Value, value: Value) -> Value:
    """Something went into unknown columns."""
    if frame.name == BLANK and value.marks & Mark.PREDICTED:  # out-of-fold predictions: the last turn stands for all
        m.change(frame, frame._replace(rows=value.rows, learned=value.learned, marks=value.marks & (Mark.PREDICTED | Mark.GAP)))
        return frame
    columns = frame.columns.taught(value.learned, changed=True) if frame.columns is not None else None
    frame = frame._replace(scores=frame.scores | value.scores)
    return m.change(frame, frame._replace(learned=frame.learned | value.learned, columns=columns, rows=frame.rows or value.rows))


def texts(value: Value) -> list[str] | None:
    """The column names that a key spells, if it spells them all."""
    if value.kind is Kind.CONSTANT and isinstance(value.symbol, str):
        return [value.symbol]
    if value.kind is Kind.SEQUENCE and isinstance(value.items, tuple) and value.items:
        names = [item.symbol for item in value.items]
        if all(isinstance(name, str) for name in names):
            return names
    return None


def all_but(key: Value) -> frozenset[str] | None:
    """The names that a choice of columns leaves out, where that is all it does."""
    symbol = key.symbol
    return symbol[1] if isinstance(symbol, tuple) and len(symbol) == 2 and symbol[0] == "all but" else None


def some_of(key: Value) -> tuple[frozenset[str], frozenset[str]] | None:
    """The names that a choice of columns takes and those that it leaves out, where it says nothing of the others."""
    symbol = key.symbol
    return symbol[1:] if isinstance(symbol, tuple) and len(symbol) == 3 and symbol[0] == "some" else None


def some_named(m: Machine, frame: Value, taken: frozenset[str], out: frozenset[str], learned: frozenset[int]) -> Value:
    """These columns without those; of the others, nobody knows which."""
    columns = columns_of(frame)
    known = {name: columns.known.get(name) or named(columns, name) for name in sorted(taken)}
    choice = Columns(known, True, (out | columns.without) - taken, columns.rest, ("some", m.book.serial()), here(m))
    return m.keep(frame._replace(learned=total(choice) | learned, columns=choice, held=None, name=""))


def by_key(m: Machine, data: Value, key: Value) -> Value:
    """`data[key]` for a key that is no slice and no tuple."""
    if key.kind is Kind.CONSTANT:
        if plain_numbers(data):
            return Value(Kind.CONSTANT, None, data.learned | key.learned, scores=data.scores, marks=data.marks & Mark.GAP)
        if isinstance(key.symbol, str):
            return column(m, data, key.symbol)
        if isinstance(key.symbol, int) and not isinstance(key.symbol, bool):
            return pick(m, data, By("slice", key.symbol, ("after", key.symbol)))
        one = Columns({}, True, rest=total(data.columns) | key.learned) if data.columns is not None else None
        of = (data.refs[0], "") if len(data.refs) == 1 else data.held
        out = data._replace(learned=data.learned | key.learned, marks=data.marks | Mark.EITHER, columns=one, held=of)
        return m.keep(out)  # a column, or a row
    names = texts(key)
    if names is not None:
        return some_columns(m, data, names, key.learned)
    left_out = all_but(key)
    if left_out is not None:
        return without_columns(m, data, sorted(left_out)) if left_out else data
    if (some := some_of(key)) is not None:
        return some_named(m, data, *some, key.learned)
    if key.marks & (Mark.MASK | Mark.INDEX) and key.rows is not None:
        return rows_at(m, data, key)
    if key.kind is Kind.UNKNOWN or (key.kind is Kind.DATA and _read(key)):  # columns, or rows
        data = data._replace(marks=data.marks | Mark.EITHER)
    return fetched(m, key, some_columns(m, data, None, blend(contents(key)).learned | key.learned if key.items else key.learned))


def _read(key: Value) -> bool:
    """Does it stand as it came with the data? Then it may be an index that somebody else has made."""
    return key.rows is not None and key.rows.kind == "source" and key.columns is None


def subscript(m: Machine, data: Value, node: ast.expr, accessor: str = "") -> Value:
    """`data[...]`, `data.loc[...]`, `data.iloc[...]`."""
    if isinstance(node, ast.Tuple) and node.elts:
        picked = rows_by(m, data, node.elts[0], accessor == "loc")
        for extra in node.elts[1:]:
            if isinstance(extra, ast.Slice):
                whole_slice = extra.lower is None and extra.upper is None
                ends = bound(m, extra.lower), bound(m, extra.upper)
                picked = picked if whole_slice else m.keep(picked._replace(columns=positions(m, data, *ends)))
                continue
            key = m.evaluate(extra)
            names = texts(key)
            if names is not None and len(names) == 1 and key.kind is Kind.CONSTANT:
                picked = column(m, picked, names[0])
            elif (chosen := some_of(key)) is not None:
                picked = some_named(m, picked, *chosen, key.learned)
            else:
                picked = some_columns(m, picked, names, key.learned) if key.symbol is not None else picked
                if isinstance(key.symbol, int) and not isinstance(key.symbol, bool) and not picked.marks & Mark.PREDICTED:
                    picked = m.change(picked, picked._replace(columns=position(m, data, key.symbol)))
        return picked
    if isinstance(node, ast.Slice):
        return rows_by(m, data, node, accessor == "loc")
    key = m.evaluate(node)
    if accessor:
        return rows_at(m, data, key)
    return by_key(m, data, key)


def store(m: Machine, data: Value, node: ast.expr, value: Value, accessor: str = "") -> None:
    """`data[...] = value`."""
    if isinstance(node, ast.Tuple) and node.elts:
        first = node.elts[0]
        everything = isinstance(first, ast.Slice) and first.lower is None and first.upper is None
        keys = [m.evaluate(part) for part in node.elts if not isinstance(part, ast.Slice)]
        names = texts(keys[-1]) if keys and not isinstance(node.elts[-1], ast.Slice) else None
        for key in keys[:-1]:
            value = under(m, value._replace(learned=value.learned | key.learned), key)
    elif isinstance(node, ast.Slice):
        names, everything = None, False
        bound(m, node.lower), bound(m, node.upper)
    else:
        key = m.evaluate(node)
        if data.name == BLANK and marked(m, data, key, value):
            return
        names, everything = (None if accessor else texts(key)), True
        if names is None and key.learned:
            value = value._replace(learned=value.learned | key.learned)
    if names is None:
        spoil(m, data, whole(value) if value.kind in (Kind.SEQUENCE, Kind.MAPPING) else value)
        return
    for name, one in zip(names, _apiece(value, len(names)), strict=True):
        data = set_column(m, data, name, one, part=not everything)


def _apiece(value: Value, count: int) -> list[Value]:
    """What each of several columns gets: its own one, where as many are given and known."""
    columns = value.columns
    if columns is None or columns.more or len(columns.known) != count:
        return [value] * count
    return [value._replace(columns=Columns({"": one}, False)) for one in columns.known.values()]


def length(rows: Rows | None) -> Value:
    """How many rows: an expression that equals itself wherever it is asked."""
    return Value(Kind.CONSTANT, symbol=expression("len", rows) if rows is not None else NOTHING)
