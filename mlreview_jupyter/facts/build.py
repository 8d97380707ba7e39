"""One run of the machine over a program, and the facts that come of it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from ..model.facts import Facts, Value
from ..model.program import Program
from ..model.rows import RowBook
from ..syntax.parse import parse, quiet
from . import attributes, calls, expressions, flow, functions, imports, literals, statements
from .machine import Machine, Spent
from .names import Definitions, settle
from .scope import Scope

EXPRESSIONS: dict[type, Callable[[Machine, Any], Value]] = {
    **dict.fromkeys(ast.expr.__subclasses__(), expressions.anything),
    ast.Name: expressions.name,
    ast.Constant: expressions.constant,
    ast.Attribute: attributes.attribute,
    ast.Subscript: expressions.subscription,
    ast.Call: calls.call,
    ast.BinOp: expressions.binary,
    ast.UnaryOp: expressions.unary,
    ast.BoolOp: expressions.boolean,
    ast.Compare: expressions.compare,
    ast.IfExp: expressions.ternary,
    ast.List: literals.sequence,
    ast.Tuple: literals.sequence,
    ast.Set: literals.sequence,
    ast.Dict: literals.mapping,
    ast.ListComp: literals.comprehension,
    ast.SetComp: literals.comprehension,
    ast.GeneratorExp: literals.comprehension,
    ast.DictComp: literals.comprehension,
    ast.Lambda: functions.lambda_,
    ast.JoinedStr: literals.formatted,
    ast.NamedExpr: expressions.walrus,
    ast.Await: expressions.transparent,
    ast.Starred: expressions.transparent,
    ast.Yield: expressions.yielded,
    ast.YieldFrom: expressions.yielded,
}
STATEMENTS: dict[type, Callable[[Machine, Any], None]] = {
    **dict.fromkeys(ast.stmt.__subclasses__(), statements.nothing),
    ast.Expr: statements.expression,
    ast.Assign: statements.assignment,
    ast.AnnAssign: statements.annotated,
    ast.AugAssign: statements.increment,
    ast.Delete: statements.delete,
    ast.If: flow.condition,
    ast.For: flow.loop,
    ast.AsyncFor: flow.loop,
    ast.While: flow.repeat,
    ast.Break: flow.leave,
    ast.Continue: flow.leave,
    ast.Raise: flow.leave,
    ast.Return: flow.give_back,
    ast.With: flow.context,
    ast.AsyncWith: flow.context,
    ast.Try: flow.attempt,
    ast.Assert: statements.check,
    ast.Match: flow.match,
    ast.FunctionDef: statements.function,
    ast.AsyncFunctionDef: statements.function,
    ast.ClassDef: statements.class_,
    ast.Import: imports.import_,
    ast.ImportFrom: imports.import_from,
}
if hasattr(ast, "TryStar"):
    STATEMENTS[ast.TryStar] = flow.attempt


def run_text(m: Machine, code: str, node: ast.AST) -> bool:
    """Run code that stands in a string; its places are the place of the string."""
    with quiet():
        tree = parse(code).tree
    if tree is None:
        return False
    for part in ast.walk(tree):
        ast.copy_location(part, node)
    m.execute(tree.body)
    return True


Machine.expressions = EXPRESSIONS
Machine.statements = STATEMENTS
Machine.call = calls.call_value
Machine.run_text = run_text


def build(program: Program) -> Facts:
    """The facts of a program, in the order of its steps."""
    book = RowBook()
    m = Machine(program, book)
    try:
        for step in program.steps:
            if step.tree is None:
                continue
            m.step = step
            if step.language == "aside":
                _aside(m, step.tree)
            else:
                m.execute(step.tree.body)
            m.stopped = False
        functions.walk_uncalled(m)
    except Spent:
        m.gap("budget", "the program is longer than one review looks at; the rest was not followed", m.step.tree or ast.Pass())
        m.open_world("the program is longer than one review looks at", m.step.tree or ast.Pass())
    missing, unsettled = settle(m)
    return Facts(
        program,
        book,
        tuple(m.events),
        tuple(m.learnings),
        tuple(m.scores),
        Definitions(m.bindings),
        missing,
        unsettled,
        (*program.gaps, *m.gaps.values()),
    )


def _aside(m: Machine, tree: ast.Module) -> None:
    """A cell that runs and binds nothing."""
    outer, m.scope = m.scope, Scope("function", m.scope)
    m.execute(tree.body)
    m.scope = outer
