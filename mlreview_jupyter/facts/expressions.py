"""What each kind of expression evaluates to."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from ..catalog.lookup import by_name, convention
from ..model.facts import NONE_LEARNED, NOTHING, Column, Columns, Kind, Mark, Value
from .arguments import Arguments
from .brought import part_of
from .choices import picked
from .containers import of_lists
from .frames import ACCESSORS, is_data, subscript, texts
from .iteration import each, item, truth
from .join import blend, expression, join, whole
from .machine import Machine
from .moves import each_computed, without_present
from .names import missing, name_value
from .origins import computed, only
from .parts import held, some_parts
from .pathnames import filled

HUGE = 10**30  # whole numbers up to here are worked out
_BLANK = Value(Kind.CONSTANT)
_FOLD: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_COMPARE: dict[type, Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
# a >= b is not a < b: two masks that exclude each other must look it.
_SIGN: dict[type, tuple[str, bool]] = {
    ast.Eq: ("==", True),
    ast.NotEq: ("==", False),
    ast.Lt: ("<", True),
    ast.GtE: ("<", False),
    ast.Gt: (">", True),
    ast.LtE: (">", False),
}


def name(m: Machine, node: ast.Name) -> Value:
    """A name, in the nearest scope that binds it."""
    value = name_value(m, node.id)
    if value is None:
        missing(m, node)
        module = convention(node.id)
        return Value(Kind.MODULE, name=module) if module else Value(Kind.UNKNOWN, marks=Mark.GAP)
    return m.present(value) if value.refs else value


def constant(m: Machine, node: ast.Constant) -> Value:
    """A literal. A number that is too long to be written down in digits is an expression, as what is worked out of such is."""
    if isinstance(node.value, int) and abs(node.value) > HUGE:
        return Value(Kind.CONSTANT, symbol=expression("int", hex(node.value)))
    return Value(Kind.CONSTANT, symbol=node.value)


def subscription(m: Machine, node: ast.Subscript) -> Value:
    """`owner[key]`."""
    owner = m.evaluate(node.value)
    out = _item(m, owner, node)
    ordered = owner.held[0] if owner.kind is Kind.METHOD and owner.held and isinstance(owner.held[0], Value) else owner
    return picked(m, ordered, out, node.slice, node) if ordered.marks & Mark.ORDERED else out


def _item(m: Machine, owner: Value, node: ast.Subscript) -> Value:
    kind = owner.kind
    if kind is Kind.METHOD and owner.name in ACCESSORS:
        return subscript(m, owner.held[0], node.slice, owner.name)
    if is_data(owner):
        told = part_of(owner, node.slice.value) if isinstance(node.slice, ast.Constant) else None
        return told if told is not None else subscript(m, owner, node.slice)
    if isinstance(node.slice, ast.Slice):
        return _slice(m, owner, node.slice)
    key = m.evaluate(node.slice)
    if owner.kind is Kind.SYMBOL and isinstance(node.slice, ast.Tuple) and by_name(owner.name) is not None:  # `np.c_[a, b]`
        return m.call(owner, Arguments([key], {}), node)
    return item(m, owner, key)


def _slice(m: Machine, owner: Value, node: ast.Slice) -> Value:
    ends = [m.evaluate(part) if part is not None else Value(Kind.CONSTANT, symbol=None) for part in (node.lower, node.upper, node.step)]
    if owner.kind is Kind.SEQUENCE and isinstance(owner.items, tuple):
        low, high, step = (end.symbol for end in ends)
        if all(end is None or isinstance(end, int) for end in (low, high, step)) and step != 0:
            return m.keep(owner._replace(items=owner.items[low:high:step]))
    if owner.kind is Kind.CONSTANT:
        return owner._replace(symbol=NOTHING)
    if held(owner) and all(end.symbol is None or isinstance(end.symbol, int) for end in ends) and ends[2].symbol != 0:
        return some_parts(m, owner, slice(*(end.symbol for end in ends)))
    return owner


def binary(m: Machine, node: ast.BinOp) -> Value:
    """Arithmetic: constants are folded, rows stay, what was learned on both sides comes along."""
    spine = []
    left: ast.expr = node
    while isinstance(left, ast.BinOp):  # a long sum leans to the left
        spine.append(left)
        left = left.left
    value = m.evaluate(left)
    for one in reversed(spine):
        value = arithmetic(m, value, m.evaluate(one.right), type(one.op))
    return value


def arithmetic(m: Machine, a: Value, b: Value, op: type) -> Value:
    """One operation on two values."""
    if isinstance(a.symbol, str) and op is ast.Mod:  # a text with something written into it, as an f-string is
        b = b._replace(learned=NONE_LEARNED)
    if a.kind is Kind.CONSTANT and b.kind is Kind.CONSTANT:
        return _constants(a, b, op)
    if (together := of_lists(m, a, b, op)) is not None:
        return together
    out = blend((a, b), Kind.CONSTANT)
    marks = out.marks
    if marks & Mark.PREDICTED and op is ast.Sub and a.rows is not None and b.rows is not None:
        marks |= Mark.JUDGED
    if (a.marks & Mark.MASK or b.marks & Mark.MASK) and op in (ast.BitAnd, ast.BitOr, ast.BitXor):
        marks |= Mark.MASK
    symbol = expression("op", op.__name__, _symbol(a), _symbol(b))
    if out.rows is None:
        return out._replace(symbol=symbol, marks=marks)
    columns = _origins(m, (a, b), op in (ast.Add, ast.Sub) and Kind.CONSTANT in (a.kind, b.kind))
    if op is ast.Sub and columns is not None:
        columns = without_present(columns, a, b)
    return m.keep(out._replace(symbol=symbol, marks=marks, columns=columns))


def _symbol(value: Value) -> object:
    return value.symbol if value.symbol is not NOTHING else (("rows", value.rows) if value.rows is not None and value.name else NOTHING)


def _constants(a: Value, b: Value, op: type) -> Value:
    learned, scores = a.learned | b.learned, a.scores | b.scores
    x, y = a.symbol, b.symbol
    symbol: object = NOTHING
    if x is not NOTHING and y is not NOTHING:
        if op in _FOLD and isinstance(x, int | float) and isinstance(y, int | float):
            try:
                symbol = _FOLD[op](x, y)
            except (ArithmeticError, ValueError):
                symbol = NOTHING
            if isinstance(symbol, int) and abs(symbol) > HUGE:
                symbol = NOTHING
        elif isinstance(x, str) and isinstance(y, str) and op in (ast.Add, ast.Div) and len(x) + len(y) < 4096:
            symbol = x + y if op is ast.Add else x.rstrip("/") + "/" + y
        elif op is ast.Mod and isinstance(x, str):
            symbol = filled(x, y)
        elif op is not ast.Mod and not isinstance(x, str) and not isinstance(y, str):
            symbol = expression("op", op.__name__, x, y)
    return Value(Kind.CONSTANT, None, learned, symbol, scores=scores, marks=(a.marks | b.marks) & Mark.GAP)


def _origins(m: Machine, values: tuple[Value, ...], same: bool = False) -> Columns | None:
    """A column computed from others: from which ones, and how far ahead; `same` where it tells its values apart as they did."""
    sources: frozenset[str] = frozenset()
    learned, told, wide = NONE_LEARNED, [], None
    for value in values:
        learned |= value.learned
        if (column := only(value)) is not None:
            sources |= column.sources
            told.append(column)
        elif value.columns is not None:
            wide = value
    if wide is not None:
        return each_computed(m, wide, values)
    if not told:
        return None
    blank = Column(sources, learned, told[-1].ahead, told[-1].form if same else m.book.serial(), told[-1].own, told[-1].made)
    return Columns({"": blank if same else computed(m, blank, values)}, False)


def unary(m: Machine, node: ast.UnaryOp) -> Value:
    """`-x`, `~mask`, `not x`."""
    value = m.evaluate(node.operand)
    symbol = value.symbol
    if isinstance(node.op, ast.USub):
        if isinstance(symbol, int | float) and value.kind is Kind.CONSTANT:
            return value._replace(symbol=-symbol)
        return value._replace(symbol=expression("neg", symbol), refs=())
    if isinstance(node.op, ast.Invert):
        return value._replace(symbol=expression("not", symbol), refs=())
    if isinstance(node.op, ast.Not):
        known = truth(value)
        return Value(Kind.CONSTANT, symbol=NOTHING if known is None else not known, scores=value.scores)
    return value


def boolean(m: Machine, node: ast.BoolOp) -> Value:
    """`a and b`, `a or b`: what is known decides, else any of them may be the value."""
    values = []
    is_or = isinstance(node.op, ast.Or)
    doubts = 0
    for part in node.values:
        value = m.evaluate(part)
        known = truth(value)
        values.append(value)
        if known is is_or:
            break
        if known is not None and part is not node.values[-1]:
            values.pop()
        elif known is None:  # what stands behind it may not be reached
            doubts += 1
            m.branches += 1
    m.branches -= doubts
    out = join(values)
    scores = frozenset().union(*(value.scores for value in values))
    return out._replace(scores=out.scores | scores)


def compare(m: Machine, node: ast.Compare) -> Value:
    """A condition: constants are compared, rows become a mask, predictions are judged."""
    left = m.evaluate(node.left)
    out: Value | None = None
    for op, part in zip(node.ops, node.comparators, strict=True):
        right = m.evaluate(part)
        one = _compare(m, left, right, type(op))
        out = one if out is None else blend((out, one), Kind.CONSTANT)
        left = right
    return out if out is not None and len(node.ops) == 1 else (out or _BLANK)._replace(symbol=NOTHING)


def _compare(m: Machine, a: Value, b: Value, op: type) -> Value:
    if op in (ast.Is, ast.IsNot):
        same: object = NOTHING
        if b.kind is Kind.CONSTANT and b.symbol is None:
            if a.kind is Kind.CONSTANT and a.symbol is None:
                same = True
            elif a.kind not in (Kind.UNKNOWN, Kind.CONSTANT) or (a.kind is Kind.CONSTANT and a.symbol is not NOTHING):
                same = False
        return Value(Kind.CONSTANT, symbol=same if same is NOTHING or op is ast.Is else not same)
    if a.rows is None and b.rows is None:
        symbol: object = NOTHING
        inside = texts(b) if b.kind is Kind.SEQUENCE else None
        if op in (ast.In, ast.NotIn) and inside is not None and isinstance(a.symbol, str):
            symbol = (a.symbol in inside) is (op is ast.In)
        elif op in (ast.In, ast.NotIn) and b.kind is Kind.CONSTANT and isinstance(a.symbol, str) and isinstance(b.symbol, str):
            symbol = (a.symbol in b.symbol) is (op is ast.In)
        elif op in _COMPARE and _plain(a) and _plain(b):
            try:
                symbol = _COMPARE[op](a.symbol, b.symbol)
            except TypeError:
                symbol = NOTHING
        return Value(Kind.CONSTANT, None, a.learned | b.learned, symbol, scores=a.scores | b.scores)
    out = blend((a, b))
    marks = out.marks | Mark.MASK
    if marks & Mark.PREDICTED and a.rows is not None and b.rows is not None:
        marks |= Mark.JUDGED
    sign, truth_value = _SIGN.get(op, (op.__name__, True))
    symbol = expression("compare", sign, _symbol(a), _symbol(b))
    if not truth_value:
        symbol = expression("not", symbol)
    return m.keep(out._replace(symbol=symbol, marks=marks, columns=_origins(m, (a, b))))


def _plain(value: Value) -> bool:
    return value.kind is Kind.CONSTANT and isinstance(value.symbol, bool | int | float | str | None)


def walrus(m: Machine, node: ast.NamedExpr) -> Value:
    """`(name := value)`."""
    value = m.evaluate(node.value)
    m.bind(node.target.id, value, node)
    return value


def transparent(m: Machine, node: Any) -> Value:
    """`await x`, `*x`: the value inside."""
    return m.evaluate(node.value)


def yielded(m: Machine, node: ast.Yield | ast.YieldFrom) -> Value:
    """A generator hands a value out."""
    value = m.evaluate(node.value) if node.value is not None else _BLANK
    if m.yields:
        m.yields[-1][node] = each(m, value, 0) if isinstance(node, ast.YieldFrom) else value
    return Value()


def anything(m: Machine, node: ast.expr) -> Value:
    """An expression of no kind that has a meaning of its own here."""
    parts = [m.evaluate(part) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
    return whole(blend(parts))
