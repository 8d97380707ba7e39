"""A call among the statement it stands in → whether the best of several scores only serves a picture, or describes them all."""

from __future__ import annotations

import ast

from .machine import Machine

COLLECTS = frozenset({"append", "add", "extend", "update", "insert", "setdefault", "appendleft"})
DESCRIBES = frozenset("mean nanmean average median std var sum min max describe percentile quantile".split())


def shown_only(m: Machine, node: ast.AST) -> bool:
    """Does the statement draw what stands in it, pick a colour by it, ask only if it is good enough, or show it beside the mean?"""
    statement = m.statement[1] if m.statement is not None else None
    if isinstance(statement, ast.Assert):
        return True
    return statement is not None and (_drawn(statement, node) or _only_words(statement, node) or _described(statement, node))


def _drawn(statement: ast.stmt, node: ast.AST) -> bool:
    """`plt.ylim(0, max(scores))`."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or call is node or not isinstance(call.func, ast.Attribute) or call.func.attr in COLLECTS:
        return False
    return any(_within(given, node) for given in (*call.args, *(one.value for one in call.keywords)))


def _only_words(statement: ast.stmt, node: ast.AST) -> bool:
    """`["red" if one == max(scores) else "grey" for one in scores]`: each of them is there, and one looks different."""
    return any(
        isinstance(one, ast.IfExp) and _word(one.body) and _word(one.orelse) and _within(one.test, node)
        for turn in ast.walk(statement)
        if isinstance(turn, ast.ListComp | ast.GeneratorExp)
        for one in (turn.elt,)
    )


def _word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str | int | float)


def _described(statement: ast.stmt, node: ast.AST) -> bool:
    """`print(np.mean(scores), max(scores))`: what is shown is how they spread."""
    if not isinstance(statement, ast.Expr) or not isinstance(statement.value, ast.Call):
        return False
    what = _of(node)
    if what is None:
        return False
    return any(
        one is not node and (other := _of(one)) is not None and other[0] != what[0] and other[1] == what[1] for one in ast.walk(statement)
    )


def _of(node: ast.AST) -> tuple[str, str] | None:
    """`max` of `scores`, written as a function or as a method."""
    if not isinstance(node, ast.Call):
        return None
    func = node.func
    name = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
    if name not in DESCRIBES:
        return None
    if node.args:
        return (name, ast.dump(node.args[0])) if len(node.args) == 1 else None
    return (name, ast.dump(func.value)) if isinstance(func, ast.Attribute) else None


def _within(tree: ast.AST, node: ast.AST) -> bool:
    return any(part is node for part in ast.walk(tree))
