"""An expression that stands in a text for pandas to read: `frame.query("year >= @first")`, `frame.eval("rate = paid / owed")`."""

from __future__ import annotations

import ast
import re

from ..model.facts import Value
from ..syntax.parse import quiet
from .frames import set_column
from .machine import Machine
from .scope import Scope

FRAME = "<the frame>"  # the name of the frame inside
LONG = 500  # characters that are read
DEEP = 60  # nodes that are looked at
_OUTSIDE = re.compile(r"@(?=[A-Za-z_])")
_MARK = "__outside__"


class _Columns(ast.NodeTransformer):
    """Names are columns, but those that come from outside."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id.startswith(_MARK):
            return ast.copy_location(ast.Name(node.id.removeprefix(_MARK), ast.Load()), node)
        return ast.copy_location(ast.Subscript(ast.Name(FRAME, ast.Load()), ast.Constant(node.id), ast.Load()), node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if isinstance(node.func, ast.Name):  # `sqrt(area)`
            node.args = [self.visit(one) for one in node.args]
            node.func = ast.Attribute(ast.Name(FRAME, ast.Load()), "abs", ast.Load())
            return node
        self.generic_visit(node)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        op = ast.BitAnd() if isinstance(node.op, ast.And) else ast.BitOr()
        first, *rest = [self.visit(one) for one in node.values]
        for one in rest:
            first = ast.BinOp(first, op, one)
        return first  # type: ignore[no-any-return]

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        op = ast.Invert() if isinstance(node.op, ast.Not) else node.op
        return ast.UnaryOp(op, self.visit(node.operand))

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        lefts = [node.left, *node.comparators]
        pairs = [ast.Compare(left, [op], [right]) for left, op, right in zip(lefts, node.ops, node.comparators, strict=False)]
        out: ast.expr = pairs[0]
        for one in pairs[1:]:  # `2010 <= year < 2015`
            out = ast.BinOp(out, ast.BitAnd(), one)
        return out


def asked(m: Machine, frame: Value, text: str, node: ast.AST) -> Value | None:
    """What the expression gives; a frame with one more column where it sets one. None where it can't be read."""
    if len(text) > LONG or "`" in text:
        return None
    with quiet():
        try:
            tree = ast.parse(_OUTSIDE.sub(_MARK, text.strip()))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
    if len(tree.body) != 1 or sum(1 for _ in ast.walk(tree)) > DEEP:
        return None
    (statement,) = tree.body
    name = ""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
        name = statement.targets[0].id
    elif not isinstance(statement, ast.Expr):
        return None
    inside: ast.expr = _Columns().visit(statement.value)
    for part in ast.walk(inside):
        ast.copy_location(part, node)
    outer, m.scope = m.scope, Scope("comprehension", m.scope)
    m.scope.names[FRAME] = frame
    try:
        value = m.evaluate(inside)
    finally:
        m.scope = outer
    return set_column(m, m.keep(frame), name, value) if name else value
