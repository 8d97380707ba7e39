"""A name and the program → the columns that it lists, and whether it is the same for any rows."""

from __future__ import annotations

import ast

from ..model.program import Program
from .names import all_nodes


def bindings(program: Program, name: str) -> list[ast.expr | None]:
    """What a name is bound to, wherever that happens; None for what is no plain assignment."""
    found: list[ast.expr | None] = []
    plain: set[ast.AST] = set()
    for one in all_nodes(program):
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name) and one.targets[0].id == name:
            found.append(one.value)
            plain.add(one.targets[0])
        elif isinstance(one, ast.arg) and one.arg == name:
            found.append(None)
    others = (one for one in all_nodes(program) if isinstance(one, ast.Name) and one.id == name and not isinstance(one.ctx, ast.Load))
    found += [None for one in others if one not in plain]
    return found


def is_steady(program: Program, name: str) -> bool:
    """Is it bound once, to what no rows decide: a constant, a list of them, names of columns?"""
    bound = bindings(program, name)
    return len(bound) == 1 and bound[0] is not None and (_literal(bound[0]) or _columns(bound[0]))


def _literal(node: ast.expr) -> bool:
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return all(_literal(one) for one in node.elts)
    if isinstance(node, ast.Dict):
        return all(one is not None and _literal(one) for one in (*node.keys, *node.values))
    if isinstance(node, ast.UnaryOp):
        return _literal(node.operand)
    if isinstance(node, ast.Call):  # list("abc")
        return isinstance(node.func, ast.Name) and node.func.id in ("list", "tuple", "range") and all(map(_literal, node.args))
    return isinstance(node, ast.Constant)


def _columns(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        inner = node.func.value if isinstance(node.func, ast.Attribute) and node.func.attr in ("tolist", "to_list") else None
        if isinstance(node.func, ast.Name) and node.func.id == "list" and len(node.args) == 1:
            inner = node.args[0]
        return inner is not None and _columns(inner)
    if isinstance(node, ast.ListComp):
        return len(node.generators) == 1 and _columns(node.generators[0].iter) and isinstance(node.elt, ast.Name)
    return isinstance(node, ast.Attribute) and node.attr == "columns"


def texts(program: Program, node: ast.expr, loops: dict[str, frozenset[str]] | None = None) -> frozenset[str] | None:
    """The column names that a key spells, if it spells them all."""
    if isinstance(node, ast.Constant):
        return frozenset({node.value}) if isinstance(node.value, str) else None
    if isinstance(node, ast.List | ast.Tuple):
        parts = [texts(program, one, loops) for one in node.elts]
        return frozenset().union(*(one for one in parts if one is not None)) if all(one is not None for one in parts) else None
    if isinstance(node, ast.Name):
        if loops and node.id in loops:
            return loops[node.id]
        bound = bindings(program, node.id)
        if len(bound) == 1 and bound[0] is not None and not isinstance(bound[0], ast.Name):
            return texts(program, bound[0], loops)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("list", "tuple") and len(node.args) == 1:
        inner = node.args[0]
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            return frozenset(inner.value)
        return texts(program, inner, loops)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = texts(program, node.left, loops), texts(program, node.right, loops)
        return left | right if left is not None and right is not None else None
    return None
