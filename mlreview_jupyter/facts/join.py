"""Several values become one: side by side (`blend`, both went in) or instead of each other (`join`, either may be)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model.facts import NONE_LEARNED, NOTHING, Column, Columns, Kind, Mark, Value
from ..model.origin import Own
from ..model.rows import Rows

MANY = 6  # addresses of one value that are told apart
LONG = 40  # nodes of an expression that stands for a value
LOOPED = 4  # times that rows may have been dropped in one of two ways
DEEP = 12  # containers within containers that are told apart
WIDE = 1000  # containers that one join takes pair by pair
PASSED = (
    Mark.GAP | Mark.EITHER | Mark.PREDICTED | Mark.JUDGED | Mark.LAGGED | Mark.DATED | Mark.SORTED
)  # what of an operand is true of what comes of it
CONTAINERS = frozenset({Kind.SEQUENCE, Kind.MAPPING})
Joined = dict[tuple[int, int], tuple[Value, Value, Value]]  # pairs that one join has met, and what came of them


def join(values: Sequence[Value], met: Joined | None = None, deep: int = 0) -> Value:
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
            if (kind in CONTAINERS or value.kind in CONTAINERS) and (rows or value.rows):  # rows, or a list of several
                marks |= Mark.EITHER
            kind = Kind.DATA if rows or value.rows else Kind.UNKNOWN
        if value.rows is not rows:
            marks |= 0 if _thinned(rows, value.rows) else Mark.EITHER
            rows = either(rows, value.rows)
        symbol = symbol if symbol is value.symbol or same(symbol, value.symbol) else NOTHING
        name = name if name == value.name else ""
        if items is not value.items:
            met = {} if met is None else met
            items = join_items(items, value.items, met, deep + 1)
        held = held if held is value.held else None if kind not in (Kind.FUNCTION, Kind.CLASS) else held
        if kind is Kind.INSTANCE and held is None:  # of one of two classes
            kind, marks = Kind.UNKNOWN, marks | Mark.GAP
        refs = refs if refs == value.refs else tuple(dict.fromkeys((*refs, *value.refs)))[:MANY]
        columns = columns if columns is value.columns else join_columns(columns, value.columns)
        if attributes is not value.attributes:
            mine, other = attributes or {}, value.attributes or {}
            met = {} if met is None else met
            attributes = {}
            for key in {**mine, **other}:
                x, y = mine.get(key), other.get(key)
                if isinstance(x, Value) or isinstance(y, Value):
                    attributes[key] = _pair(x, y, met, deep + 1) if isinstance(x, Value) and isinstance(y, Value) else x or y
    return Value(kind, rows, learned, symbol, name, items, columns, scores, marks, refs, held, attributes)


def either(a: Rows | None, b: Rows | None) -> Rows | None:
    """The rows of one of two: the wider where one came out of the other, those that were repeated, else the first."""
    if a is None or b is None:
        return a or b
    if a in b.parts:
        return b if b.kind == "made" else a
    if b in a.parts:
        return a if a.kind == "made" else b
    return a


def _thinned(a: Rows | None, b: Rows | None) -> bool:
    """Is one of them the other but for rows that were dropped, or are there not two of them?"""
    if a is None or b is None:
        return True
    for wide, thin in ((a, b), (b, a)):
        for _ in range(LOOPED):
            if thin.by is None or thin.by.kind not in ("most", "distinct", "where"):
                break
            (thin,) = thin.parts
            if thin is wide:
                return True
    return False


def join_items(a: object, b: object, met: Joined, deep: int) -> object:
    """Contents of one of two containers."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a) == len(b):
            return tuple(_pair(x, y, met, deep) for x, y in zip(a, b, strict=True))
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return tuple(_pair(x, shorter[i], met, deep) if i < len(shorter) else x for i, x in enumerate(longer))
    if isinstance(a, dict) and isinstance(b, dict):
        both = dict(a)
        for key, value in b.items():
            both[key] = _pair(both[key], value, met, deep) if key in both else value
        return both
    return a if b is None else b if a is None else None


def _pair(x: Value, y: Value, met: Joined, deep: int) -> Value:
    """Two that stand in the same place of two containers; what is nested too deeply, or met too often, is seen as one value."""
    if x is y:
        return x
    if not (x.items or y.items or x.attributes or y.attributes):
        return join((x, y))
    known = met.get((id(x), id(y)))
    if known is None:
        parts = (_flat(x), _flat(y)) if deep > DEEP or len(met) > WIDE else (x, y)
        known = met[id(x), id(y)] = (x, y, join(parts, met, deep))
    return known[2]


def _flat(value: Value) -> Value:
    return whole(value)._replace(items=None, attributes=None)


def blend(values: Iterable[Value], kind: Kind = Kind.UNKNOWN) -> Value:
    """What comes of an operation on several values: the rows of the first that has some, everything that any learned."""
    rows: Rows | None = None
    learned, scores, marks = NONE_LEARNED, NONE_LEARNED, 0
    for value in values:
        if value.kind in CONTAINERS or value.kind is Kind.EACH:
            value = whole(value)
        if value.rows is not None and rows is None:
            rows = value.rows
        if value.learned:
            learned = learned | value.learned if learned else value.learned
        if value.scores:
            scores |= value.scores
        marks |= value.marks & PASSED
    return Value(Kind.DATA if rows is not None else kind, rows, learned, scores=scores, marks=marks)


def whole(value: Value) -> Value:
    """A container seen as one value: everything in it, blended."""
    inside = contents(value)
    if not inside:
        return value
    if any(one.kind in CONTAINERS and one.items for one in inside):
        inside = _leaves(inside)
    one = blend(inside)
    if value.learned or value.scores:
        one = one._replace(learned=one.learned | value.learned, scores=one.scores | value.scores)
    return one


def _leaves(values: list[Value]) -> list[Value]:
    """What containers in containers hold in the end, each once: they may hold each other in more ways than can be walked."""
    found: list[Value] = []
    seen: set[int] = set()
    stack = [(value, 0) for value in reversed(values)]
    while stack:
        value, deep = stack.pop()
        inside = contents(value) if value.kind in CONTAINERS else []
        if not inside:
            found.append(value)
        elif id(value.items) not in seen:
            seen.add(id(value.items))
            found.append(Value(learned=value.learned, scores=value.scores, marks=Mark.GAP if deep > DEEP else 0))
            if deep <= DEEP:
                stack.extend((one, deep + 1) for one in reversed(inside))
    return found


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
        name: Column(
            a.known[name].sources | column.sources,
            a.known[name].learned | column.learned,
            max(a.known[name].ahead, column.ahead),
            column.form if column.form == a.known[name].form else None,
            column.own if column.own == a.known[name].own else None,
            column.made if column.made is a.known[name].made else _either_made(a.known[name].made, column.made),
        )
        for name, column in b.known.items()
        if name in a.known
    }
    same_names = len(known) == len(a.known) == len(b.known)
    rest = a.rest | b.rest | _loose(a, known) | _loose(b, known)
    of, place = a.of if a.of == b.of else None, a.place if a.place is b.place else None
    return Columns(known, a.more or b.more or not same_names, a.without & b.without, rest, of, place)


def _either_made(a: Mapping[Own, int], b: Mapping[Own, int]) -> Mapping[Own, int]:
    """What a column was computed from, in one of two ways."""
    made = dict(a)
    for own, ahead in b.items():
        made[own] = max(made.get(own, ahead), ahead)
    return made if len(made) < LONG else a


def _loose(columns: Columns, kept: dict[str, Column]) -> frozenset[int]:
    found = NONE_LEARNED
    for name, column in columns.known.items():
        if name not in kept:
            found |= column.learned
    return found


def expression(*parts: object) -> object:
    """An expression that stands for a value, unless a part of it is unknown or it grows too long."""
    left = LONG
    for part in parts:
        if isinstance(part, tuple):
            left = _left(part, left)
            if left < 0:
                return NOTHING
        elif part is NOTHING or not isinstance(part, str | int | float | bool | None | Rows):
            return NOTHING
    return parts


def _left(expression: tuple[object, ...], left: int) -> int:
    """How many nodes may still come behind this one. An expression may hold a part twice, and that part a part twice."""
    for part in expression:
        left -= 1
        if isinstance(part, tuple):
            left = _left(part, left)
        if left < 0:
            break
    return left
