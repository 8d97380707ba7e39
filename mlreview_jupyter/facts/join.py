"""Several values become one: side by side (`blend`, both went in) or instead of each other (`join`, either may be)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model.facts import NONE_LEARNED, NOTHING, Column, Columns, Kind, Mark, Value
from ..model.rows import Rows

MANY = 6  # addresses of one value that are told apart
LONG = 40  # nodes of an expression that stands for a value


def join(values: Sequence[Value]) -> Value:
    """One of these, and it can't be told which. Nothing learned is forgotten."""
    first = values[0]
    rest = [value for value in values[1:] if value is not first]
    if not rest:
        return first
    kind, rows, symbol, name, items, held, refs = first.kind, first.rows, first.symbol, first.name, first.items, first.held, first.refs
    learned, scores, marks, columns, attributes = first.learned, first.scores, first.marks, first.columns, first.attributes
    for value in rest:
        learned |= value.learned
        scores |= value.scores
        marks |= value.marks
        if value.kind is not kind:
            if value.kind is Kind.CONSTANT and value.symbol is None:
                continue  # `x = None` before the branch that gives it something
            if kind is Kind.CONSTANT and first.symbol is None:
                kind, rows, symbol, name, items, held, refs = (
                    value.kind,
                    value.rows,
                    value.symbol,
                    value.name,
                    value.items,
                    value.held,
                    value.refs,
                )
                columns, attributes = value.columns, value.attributes
                continue
            kind = Kind.DATA if rows or value.rows else Kind.UNKNOWN
        if value.rows is not rows:
            rows = either(rows, value.rows)
        symbol = symbol if symbol is value.symbol or same(symbol, value.symbol) else NOTHING
        name = name if name == value.name else ""
        items = join_items(items, value.items)
        held = held if held is value.held else None if kind not in (Kind.FUNCTION, Kind.CLASS) else held
        refs = refs if refs == value.refs else tuple(dict.fromkeys((*refs, *value.refs)))[:MANY]
        columns = columns if columns is value.columns else join_columns(columns, value.columns)
        if attributes is not value.attributes:
            mine, other = attributes or {}, value.attributes or {}
            attributes = {
                key: join([one for one in (mine.get(key), other.get(key)) if isinstance(one, Value)])
                for key in {**mine, **other}
                if isinstance(mine.get(key, other.get(key)), Value)
            }
    return Value(kind, rows, learned, symbol, name, items, columns, scores, marks, refs, held, attributes)


def either(a: Rows | None, b: Rows | None) -> Rows | None:
    """The rows of one of two: the wider where one came out of the other, else the first."""
    if a is None or b is None:
        return a or b
    if a in b.parts:
        return a
    if b in a.parts:
        return b
    return a


def join_items(a: object, b: object) -> object:
    """Contents of one of two containers."""
    if a is b:
        return a
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a) == len(b):
            return tuple(join([x, y]) for x, y in zip(a, b, strict=True))
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return tuple(join([x, shorter[i]]) if i < len(shorter) else x for i, x in enumerate(longer))
    if isinstance(a, dict) and isinstance(b, dict):
        both = dict(a)
        for key, value in b.items():
            both[key] = join([both[key], value]) if key in both else value
        return both
    return a if b is None else b if a is None else None


def blend(values: Iterable[Value], kind: Kind = Kind.UNKNOWN) -> Value:
    """What comes of an operation on several values: the rows of the first that has some, everything that any learned."""
    rows: Rows | None = None
    learned, scores, marks = NONE_LEARNED, NONE_LEARNED, 0
    for value in values:
        if value.kind in (Kind.SEQUENCE, Kind.MAPPING):
            value = whole(value)
        if value.rows is not None and rows is None:
            rows = value.rows
        if value.learned:
            learned = learned | value.learned if learned else value.learned
        if value.scores:
            scores |= value.scores
        marks |= value.marks & (Mark.GAP | Mark.PREDICTED | Mark.JUDGED)
    return Value(Kind.DATA if rows is not None else kind, rows, learned, scores=scores, marks=marks)


def whole(value: Value) -> Value:
    """A container seen as one value: everything in it, blended."""
    inside = contents(value)
    if not inside:
        return value
    one = blend(inside)
    if value.learned or value.scores:
        one = one._replace(learned=one.learned | value.learned, scores=one.scores | value.scores)
    return one


def contents(value: Value) -> list[Value]:
    """The values in a container, as far as they are known."""
    if isinstance(value.items, tuple):
        return list(value.items)
    if isinstance(value.items, dict):
        return list(value.items.values())
    return []


def same(a: object, b: object) -> bool:
    """Equal constants of one type, or equal expressions."""
    return type(a) is type(b) and a == b


def join_columns(a: Columns | None, b: Columns | None) -> Columns | None:
    """Columns of one of two frames, or of one put below the other."""
    if a is None or b is None:
        return None
    known = {
        name: Column(a.known[name].sources | column.sources, a.known[name].learned | column.learned, max(a.known[name].ahead, column.ahead))
        for name, column in b.known.items()
        if name in a.known
    }
    same_names = len(known) == len(a.known) == len(b.known)
    return Columns(known, a.more or b.more or not same_names, a.without & b.without, a.rest | b.rest | _loose(a, known) | _loose(b, known))


def _loose(columns: Columns, kept: dict[str, Column]) -> frozenset[int]:
    found = NONE_LEARNED
    for name, column in columns.known.items():
        if name not in kept:
            found |= column.learned
    return found


def expression(*parts: object) -> object:
    """An expression that stands for a value, unless a part of it is unknown or it grows too long."""
    size = 0
    for part in parts:
        if part is NOTHING:
            return NOTHING
        if isinstance(part, tuple):
            size += len(part)
        elif not isinstance(part, str | int | float | bool | None | Rows):
            return NOTHING
    return parts if size < LONG else NOTHING
