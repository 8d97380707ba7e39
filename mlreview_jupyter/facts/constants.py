"""An expression of constants → its value, as Python 3 works it out; anything else, and anything large, is not known."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

LONG = 4_000  # characters or items
Names = Mapping[str, object]
Plain = (str, int, float, bool, type(None))


class NotConstant(Exception):
    """The value depends on something that is not seen here, or is too large to work out."""


_BINARY: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_UNARY: dict[type, Callable[[Any], Any]] = {ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Not: operator.not_}
_COMPARE: dict[type, Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_BUILTINS: tuple[Any, ...] = (str, int, float, bool, len, abs, round, min, max, sum, repr, sorted, format, tuple)
_CALLED: dict[str, Callable[..., Any]] = {one.__name__: one for one in _BUILTINS}
_METHODS = frozenset("upper lower title capitalize strip lstrip rstrip join format replace center ljust rjust zfill split".split())
BUILTINS = frozenset(_CALLED)
HIDDEN = object()  # what a name stands for that is bound to something unknown: no constant, and no builtin either
_WIDE = re.compile(r"\d{4}|\*")  # a width that fills memory, or one that is given elsewhere
_FIELD = re.compile(r"\{[^{}]*(\{)?")


def fold(node: ast.expr, names: Names) -> Any:
    """The value of an expression over constants and these names."""
    folded = _FOLDED.get(node.__class__)
    if folded is None:
        raise NotConstant
    try:
        value = folded(node, names)
    except NotConstant:
        raise
    except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise NotConstant from None
    if isinstance(value, str | tuple | list | dict) and len(value) > LONG:
        raise NotConstant
    if isinstance(value, int) and value.bit_length() > 200:
        raise NotConstant
    return value


def _constant(node: ast.Constant, names: Names) -> object:
    if not isinstance(node.value, Plain):
        raise NotConstant
    return node.value


def _name(node: ast.Name, names: Names) -> object:
    value = names.get(node.id, HIDDEN)
    if value is HIDDEN:
        raise NotConstant
    return value


def _formatted(node: ast.JoinedStr, names: Names) -> str:
    out = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            value = fold(part.value, names)
            spec = fold(part.format_spec, names) if part.format_spec is not None else ""
            out.append(format(_converted(value, part.conversion), _narrow(spec)))
        else:
            out.append(str(fold(part, names)))
    return "".join(out)


def _converted(value: object, conversion: int) -> object:
    if conversion <= 0:
        return value
    return ascii(value) if conversion == ord("a") else repr(value) if conversion == ord("r") else str(value)


def _narrow(text: object) -> str:
    if not isinstance(text, str) or _WIDE.search(text):
        raise NotConstant
    return text


def _binary(node: ast.BinOp, names: Names) -> object:
    left, right = fold(node.left, names), fold(node.right, names)
    if isinstance(node.op, ast.Mod) and isinstance(left, str):
        _narrow("".join(re.findall(r"%[^A-Za-z%]*", left)))
    elif isinstance(node.op, ast.Pow) and not (abs(left) < 1e6 and abs(right) <= 16):
        raise NotConstant
    elif isinstance(node.op, ast.Mult):
        for one, other in ((left, right), (right, left)):
            if isinstance(one, str | tuple | list) and not (isinstance(other, int) and len(one) * other <= LONG):
                raise NotConstant
    return _BINARY[type(node.op)](left, right)


def _unary(node: ast.UnaryOp, names: Names) -> object:
    return _UNARY[type(node.op)](fold(node.operand, names))


def _compare(node: ast.Compare, names: Names) -> bool:
    if len(node.ops) != 1:
        raise NotConstant
    return _COMPARE[type(node.ops[0])](fold(node.left, names), fold(node.comparators[0], names))


def _tuple(node: ast.Tuple, names: Names) -> object:
    return tuple(fold(one, names) for one in node.elts)


def _list(node: ast.List, names: Names) -> object:
    return [fold(one, names) for one in node.elts]


def _dict(node: ast.Dict, names: Names) -> object:
    return {
        fold(key, names) if key is not None else _unknown(): fold(value, names) for key, value in zip(node.keys, node.values, strict=True)
    }


def _unknown() -> object:
    raise NotConstant


def _item(node: ast.Subscript, names: Names) -> object:
    return fold(node.value, names)[fold(node.slice, names)]


def _call(node: ast.Call, names: Names) -> object:
    func = node.func
    if any(isinstance(one, ast.Starred) for one in node.args) or any(one.arg is None for one in node.keywords):
        raise NotConstant
    if isinstance(func, ast.Name):
        function = _CALLED.get(func.id)
        if function is None or func.id in names or node.keywords:
            raise NotConstant
        args = [fold(one, names) for one in node.args]
        if func.id == "format" and len(args) > 1:
            _narrow(args[1])
        return function(*args)
    if not isinstance(func, ast.Attribute) or func.attr not in _METHODS:
        raise NotConstant
    owner = fold(func.value, names)
    if not isinstance(owner, str):
        raise NotConstant
    if func.attr == "format":
        fields = list(_FIELD.finditer(owner.replace("{{", "")))
        _narrow("".join(one.group() for one in fields))
        if any(one.group(1) for one in fields):  # a width that is itself a field
            raise NotConstant
    args = [fold(one, names) for one in node.args]
    if func.attr in ("center", "ljust", "rjust", "zfill") and not (args and isinstance(args[0], int) and args[0] <= 500):
        raise NotConstant
    return getattr(owner, func.attr)(*args, **{str(one.arg): fold(one.value, names) for one in node.keywords})


_FOLDED: dict[type, Callable[[Any, Names], Any]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.JoinedStr: _formatted,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.Tuple: _tuple,
    ast.List: _list,
    ast.Dict: _dict,
    ast.Subscript: _item,
    ast.Call: _call,
}
