"""The statements of one cell → the text that its top-level prints of constants leave in its output, in order."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from typing import NamedTuple

from .constants import BUILTINS, HIDDEN, NotConstant, Plain, fold

_DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Printed(NamedTuple):
    """Text that stands in the output as one piece, and the first print of it."""

    text: str
    node: ast.stmt
    cleared: bool  # something behind it may have cleared the output
    whole: bool  # the cell can print nothing else


def printed(body: list[ast.stmt], hidden: Collection[str]) -> list[Printed]:
    """What the top level prints for certain. `hidden` are names that mean something else here than they seem to."""
    prints = [call for one in body if (call := _print_in(one)) is not None]
    constants = _constants(body) if prints else frozenset()
    if not any(_may_be_known(one, constants) for one in prints):
        return []
    names: dict[str, object] = dict.fromkeys(hidden, HIDDEN)
    pieces: list[tuple[str, ast.stmt]] = []
    open_piece = False
    last_call = -1  # the number of pieces before the last statement that may print or clear something
    for statement in body:
        call = _print_in(statement)
        text = _text(call, names) if call is not None else None
        if text is not None:
            if open_piece:
                pieces[-1] = (pieces[-1][0] + text, pieces[-1][1])
            else:
                pieces.append((text, statement))
                open_piece = True
        elif not _quiet(statement, names, hidden, bool(constants)):
            open_piece = False
            last_call = len(pieces)
    return [Printed(text, node, number < last_call, last_call < 0) for number, (text, node) in enumerate(pieces)]


def _print_in(statement: ast.stmt) -> ast.Call | None:
    """The call of `print` that a statement is."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    return call if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print" else None


def _text(call: ast.Call, names: dict[str, object]) -> str | None:
    """What a print of constants prints."""
    if names.get("print") is HIDDEN:
        return None
    told: dict[str, object] = {"sep": " ", "end": "\n"}
    try:
        for keyword in call.keywords:
            if keyword.arg not in ("sep", "end", "flush"):
                return None
            value = fold(keyword.value, names)
            if keyword.arg != "flush" and value is not None:
                told[keyword.arg] = value
        parts = [str(fold(one, names)) for one in call.args]
    except NotConstant:
        return None
    text = str(told["sep"]).join(parts) + str(told["end"])
    return None if "\r" in text or "\b" in text else text  # what is overwritten is not always saved


def _constants(body: list[ast.stmt]) -> frozenset[str]:
    """The names that the top level gives something which may be a constant."""
    return frozenset(
        target.id
        for one in body
        if isinstance(one, ast.Assign | ast.AnnAssign) and not isinstance(one.value, ast.Call | ast.Name | ast.Attribute)
        for target in (one.targets if isinstance(one, ast.Assign) else [one.target])
        if isinstance(target, ast.Name)
    )


def _may_be_known(call: ast.Call, constants: frozenset[str]) -> bool:
    """A look at the names in a print: are all of them constants or builtins?"""
    for one in call.args:
        if isinstance(one, ast.Attribute | ast.Subscript) or (isinstance(one, ast.Name) and one.id not in constants):
            return False  # most prints
    return not any(
        isinstance(part, ast.Name) and part.id not in constants and part.id not in BUILTINS and part.id != "print"
        for part in ast.walk(call)
    )


def _quiet(statement: ast.stmt, names: dict[str, object], hidden: Collection[str], named: bool) -> bool:
    """Does a statement print nothing? What it binds is remembered, as a constant where it is one."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target] if isinstance(statement, ast.AnnAssign) else []
    if (
        isinstance(statement, ast.Assign | ast.AnnAssign)
        and statement.value is not None
        and all(isinstance(one, ast.Name) for one in targets)
    ):
        try:
            value = fold(statement.value, names)
        except NotConstant:
            value = HIDDEN
        for target in targets:
            if isinstance(target, ast.Name):
                names[target.id] = value if isinstance(value, (*Plain, tuple)) and target.id not in hidden else HIDDEN
        return value is not HIDDEN or silent(statement)
    if named:
        names.update((name, HIDDEN) for name in _binds(statement))
    return silent(statement)


def _binds(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement may bind, those that a function in it declares global included."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Name):
            if not isinstance(node.ctx, ast.Load):
                yield node.id
        elif isinstance(node, _DEFINES):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((one.asname or one.name).partition(".")[0] for one in node.names)
        elif isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name


def silent(statement: ast.stmt) -> bool:
    """Can a statement show nothing, whatever the things in it are: no call, no operator or attribute of something unknown, no import?"""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        spec = statement.args
        return not statement.decorator_list and all(_plain(one) for one in (*spec.defaults, *spec.kw_defaults) if one is not None)
    if isinstance(statement, ast.ClassDef):
        return not (statement.decorator_list or statement.bases or statement.keywords) and all(silent(one) for one in statement.body)
    if isinstance(statement, ast.Assign):
        unpacks = any(not isinstance(one, ast.Name) for one in statement.targets)
        literal = isinstance(statement.value, ast.Tuple | ast.List) or not unpacks
        return literal and all(_named(one) for one in statement.targets) and _plain(statement.value)
    if isinstance(statement, ast.AnnAssign):
        return isinstance(statement.target, ast.Name) and (statement.value is None or _plain(statement.value))
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass | ast.Global)


def _named(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) or (isinstance(target, ast.Tuple | ast.List) and all(_named(one) for one in target.elts))


def _plain(node: ast.expr) -> bool:
    """Literals, names, and functions without a name: working them out runs nobody's code."""
    if isinstance(node, ast.Constant | ast.Name | ast.Lambda):
        return True
    if isinstance(node, ast.Tuple | ast.List):
        return all(_plain(one) for one in node.elts)
    if isinstance(node, ast.Dict):
        return all(one is not None and isinstance(one, ast.Constant) for one in node.keys) and all(_plain(one) for one in node.values)
    try:
        fold(node, {})
    except NotConstant:
        return False
    return True
