"""What each kind of statement does to the state."""

from __future__ import annotations

import ast
from typing import Any

from ..model.facts import Kind, Mark
from .assign import assign, augmented
from .classes import define_class
from .expressions import arithmetic
from .frames import is_data
from .functions import define_function
from .machine import Machine

DECORATORS = {"property": Mark.PROPERTY, "cached_property": Mark.PROPERTY, "staticmethod": Mark.STATIC, "classmethod": Mark.CLASS}


def expression(m: Machine, node: ast.Expr) -> None:
    """An expression on a line of its own."""
    m.evaluate(node.value)


def assignment(m: Machine, node: ast.Assign) -> None:
    """`a = b = value`."""
    value = m.evaluate(node.value)
    for target in node.targets:
        assign(m, target, value, target)


def annotated(m: Machine, node: ast.AnnAssign) -> None:
    """`a: int = value`."""
    if node.value is not None:
        assign(m, node.target, m.evaluate(node.value), node.target)


def increment(m: Machine, node: ast.AugAssign) -> None:
    """`a += value`."""
    load: Any = node.target
    if isinstance(load, ast.Name):
        old = m.expressions[ast.Name](m, load)
    else:
        old = m.evaluate(load)
    value = m.evaluate(node.value)
    both = old if old.kind is Kind.SEQUENCE else arithmetic(m, old, value, type(node.op))
    augmented(m, node, value if old.kind is Kind.SEQUENCE else both, old)


def delete(m: Machine, node: ast.Delete) -> None:
    """`del name`, `del frame[column]`."""
    for target in node.targets:
        if isinstance(target, ast.Name):
            m.evaluate(target)
            m.unbind(target.id, "deleted", target)
        elif isinstance(target, ast.Subscript):
            owner, key = m.evaluate(target.value), m.evaluate(target.slice)
            if is_data(owner) and owner.columns is not None and isinstance(key.symbol, str):
                left = {name: one for name, one in owner.columns.known.items() if name != key.symbol}
                m.change(owner, owner._replace(columns=owner.columns._replace(known=left, without=owner.columns.without | {key.symbol})))
            elif owner.kind is Kind.MAPPING and owner.refs and isinstance(owner.items, dict) and isinstance(key.symbol, str | int):
                m.change(owner, owner._replace(items={name: one for name, one in owner.items.items() if name != key.symbol}))


def nothing(m: Machine, node: ast.stmt) -> None:
    """`pass`, `global`, `nonlocal`: seen elsewhere."""


def check(m: Machine, node: ast.Assert) -> None:
    """`assert test`."""
    m.evaluate(node.test)


def function(m: Machine, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """`def`: its defaults and decorators run now, its body when it is called."""
    value = define_function(m, node)
    for decorator in reversed(node.decorator_list):
        wrapped = m.evaluate(decorator)
        mark = DECORATORS.get(wrapped.name.rpartition(".")[2]) if wrapped.kind is Kind.SYMBOL else None
        if mark is not None and value.refs:
            value = m.change(value, value._replace(marks=value.marks | mark))
    if not m.late_annotations:
        m.branches += 1  # from Python 3.14 on, nobody looks at these before they are asked for
        for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
            if one.annotation is not None:
                m.evaluate(one.annotation)
        if node.returns is not None:
            m.evaluate(node.returns)
        m.branches -= 1
    m.bind(node.name, value, node)


def class_(m: Machine, node: ast.ClassDef) -> None:
    """`class`: its body runs now."""
    for decorator in node.decorator_list:
        m.evaluate(decorator)
    m.bind(node.name, define_class(m, node), node)
