"""One run of the machine over a program, and the facts that come of it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..model.across import Others
from ..model.facts import PAIRS, Facts, Value
from ..model.ops import Metric
from ..model.program import Program
from ..model.rows import RowBook
from ..secrets import scan
from ..syntax.parse import parse, quiet
from . import attributes, calls, expressions, flow, functions, imports, literals, statements
from .across import own_scores
from .balance import balances
from .duplicates import duplicates
from .machine import Machine
from .names import Definitions, settle
from .outputs import stale_outputs
from .paths import local_paths
from .runs import run

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
    ast.IfExp: flow.ternary,
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


def build(program: Program, others: Others | None = None) -> Facts:
    """The facts of a program, in the order of its steps. `others`: the programs that may have written what it reads."""
    book = RowBook()
    m = Machine(program, book, others)
    run(m)
    if sum(len(score.learned) for score in m.scores) > PAIRS:
        m.gap("budget", "more was learned and scored than one review compares", m.step.tree or ast.Pass())
    missing, unsettled = settle(m)
    shown = any(score.metric is Metric.SHARE for score in m.scores)  # nobody else asks for it
    return Facts(
        replace(program, writers=tuple(m.beyond.walked)) if m.beyond.walked else program,
        book,
        tuple(m.events),
        tuple(m.learnings),
        own_scores(m),
        Definitions(m.bindings),
        missing,
        unsettled,
        (*program.gaps, *m.gaps.values()),
        stale=stale_outputs(program, m.bindings),
        balances=tuple(balances(program, [event for event in m.events if not event.elsewhere])) if shown else (),
        duplicates=tuple(duplicates(program, m.events)) if m.scores else (),
        picked={rows: step.place(node) for rows, (step, node) in m.picked.items()},
        signs=tuple(m.seen.signs.values()),
        local_paths=local_paths(program, m.paths),
        secrets=scan(program),
        handovers=tuple(dict.fromkeys(m.beyond.handovers)),
        cuts=m.cuts,
    )
