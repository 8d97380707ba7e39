"""What each kind of statement does to the state."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial
from typing import Any

from ..model.facts import NONE_LEARNED, Kind, Mark, Value
from ..model.ops import Learns, Op
from .assign import assign, augmented
from .classes import define_class
from .expressions import arithmetic
from .frames import is_data
from .functions import define_function
from .iteration import each, truth, turns
from .machine import Machine

DECORATORS = {"property": Mark.PROPERTY, "cached_property": Mark.PROPERTY, "staticmethod": Mark.STATIC, "classmethod": Mark.CLASS}
VERSIONS = frozenset({"version_info", "PY2", "PY3", "TYPE_CHECKING", "hexversion"})
CATCHES_NAMES = frozenset({"NameError", "Exception", "BaseException"})


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


def condition(m: Machine, node: ast.If) -> None:
    """`if`: one way where the test is known, else both."""
    if _asks_version(node.test):  # one of the ways is for another Python
        m.guards += 1
        m.branches += 1
        m.ways(lambda: m.execute(node.body), lambda: m.execute(node.orelse))
        m.branches -= 1
        m.guards -= 1
        return
    test = m.evaluate(node.test)
    known = truth(test) if not m.loops or isinstance(node.test, ast.Constant) else None
    if known is None and is_main(node.test):
        known = True
    if known is not None:
        m.execute(node.body if known else node.orelse)
        return
    choices = m.choices
    if test.scores:
        m.choices |= chosen(m, test, node)
    m.branches += 1
    m.ways(lambda: m.execute(node.body), lambda: m.execute(node.orelse))
    m.branches -= 1
    m.choices = choices


def _asks_version(test: ast.expr) -> bool:
    """`if sys.version_info < (3, 0):`, `if TYPE_CHECKING:`."""
    while isinstance(test, ast.Compare | ast.Subscript | ast.UnaryOp):
        test = test.left if isinstance(test, ast.Compare) else test.value if isinstance(test, ast.Subscript) else test.operand
    name = test.attr if isinstance(test, ast.Attribute) else test.id if isinstance(test, ast.Name) else ""
    inner = test.value if isinstance(test, ast.Attribute) else test
    return name in VERSIONS or (isinstance(inner, ast.Attribute) and inner.attr in VERSIONS)


def chosen(m: Machine, test: Value, node: ast.AST) -> frozenset[int]:
    """What is decided by reading a score is learned from the rows of that score."""
    learned = NONE_LEARNED
    for number in test.scores:
        score = m.scores[number]
        if score.rows is not None:
            learned |= m.learn_at(Learns.CHOICE, score.name, m.place(node), score.rows, "", score.certain)
    if learned:
        m.event(Op.CHOOSE, "if", node, {"by": test})
    return learned


def is_main(test: ast.expr) -> bool:
    """`__name__ == "__main__"`."""
    return isinstance(test, ast.Compare) and any(
        isinstance(part, ast.Name) and part.id == "__name__" for part in (test.left, *test.comparators)
    )


def loop(m: Machine, node: ast.For | ast.AsyncFor) -> None:
    """`for`: a short known container item by item, anything else twice."""
    source = m.evaluate(node.iter)
    known = turns(m, source)
    if known is not None:
        m.rounds += 1
        for value in known:
            assign(m, node.target, value, node.target)
            m.execute(node.body)
            m.stopped = False
        m.rounds -= 1
        m.execute(node.orelse)
        return

    def turn(number: int) -> None:
        assign(m, node.target, each(m, source, number), node.target)
        m.execute(node.body)

    _twice(m, turn)
    m.execute(node.orelse)


def _twice(m: Machine, turn: Callable[[int], None]) -> None:
    """Two turns stand for many; there may be none at all."""

    def turns_of_it() -> None:
        for number in (0, 1):
            turn(number)
            m.stopped = False

    m.loops += 1
    m.rounds += 1
    m.ways(turns_of_it, lambda: None)
    m.loops -= 1
    m.rounds -= 1


def repeat(m: Machine, node: ast.While) -> None:
    """`while`: twice."""

    def turn(number: int) -> None:
        m.evaluate(node.test)
        m.execute(node.body)

    _twice(m, turn)
    m.execute(node.orelse)


def leave(m: Machine, node: ast.Break | ast.Continue | ast.Raise) -> None:
    """`break`, `continue`, `raise`: what follows in the block is not reached."""
    for part in (getattr(node, "exc", None), getattr(node, "cause", None)):
        if part is not None:
            m.evaluate(part)
    # A bare `raise` between cells is a note to oneself; the cells below are reviewed all the same.
    m.stopped = not isinstance(node, ast.Raise) or bool(m.loops or m.branches or m.results or m.tries)


def give_back(m: Machine, node: ast.Return) -> None:
    """`return value`."""
    value = m.evaluate(node.value) if node.value is not None else Value(Kind.CONSTANT, symbol=None)
    if m.results:
        m.results[-1].append(value)
    m.stopped = True


def context(m: Machine, node: ast.With | ast.AsyncWith) -> None:
    """`with`: the thing, and its body."""
    caught = False
    for part in node.items:
        value = m.evaluate(part.context_expr)
        caught = caught or _suppresses(part.context_expr)
        if part.optional_vars is not None:
            assign(m, part.optional_vars, value, part.optional_vars)
    m.guards += caught
    m.tries += caught
    m.execute(node.body)
    m.guards -= caught
    m.tries -= caught
    m.stopped = m.stopped and not caught


def _suppresses(node: ast.expr) -> bool:
    """`suppress(NameError)`, `raises(Exception)`."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
    return name in ("suppress", "raises", "assertRaises") and any(_catches_names(one) for one in node.args)


def attempt(m: Machine, node: ast.Try) -> None:
    """`try`: the body, or one of the handlers, which starts from what was before."""
    caught = any(_catches_names(handler.type) for handler in node.handlers)

    def body() -> None:
        m.guards += caught
        m.tries += bool(node.handlers)
        m.execute(node.body)
        m.guards -= caught
        m.tries -= bool(node.handlers)
        if not m.stopped:
            m.execute(node.orelse)

    m.ways(body, *(partial(_handle, m, handler) for handler in node.handlers))
    stopped, m.stopped = m.stopped, False
    m.execute(node.finalbody)
    m.stopped = m.stopped or stopped


def _handle(m: Machine, handler: ast.ExceptHandler) -> None:
    m.branches += 1
    if handler.type is not None:
        m.evaluate(handler.type)
    if handler.name:
        m.bind(handler.name, Value(), handler)
    m.execute(handler.body)
    if handler.name:
        m.unbind(handler.name, "handler", handler)
    m.branches -= 1


def _catches_names(node: ast.expr | None) -> bool:
    if node is None:
        return True
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    return any(isinstance(part, ast.Name) and part.id in CATCHES_NAMES for part in parts)


def nothing(m: Machine, node: ast.stmt) -> None:
    """`pass`, `global`, `nonlocal`: seen elsewhere."""


def check(m: Machine, node: ast.Assert) -> None:
    """`assert test`."""
    m.evaluate(node.test)


def match(m: Machine, node: ast.Match) -> None:
    """`match`: any case may be the one."""
    subject = m.evaluate(node.subject)
    m.branches += 1
    m.ways(*(partial(_case, m, case, subject) for case in node.cases), lambda: None)
    m.branches -= 1


def _case(m: Machine, case: ast.match_case, subject: Value) -> None:
    for part in ast.walk(case.pattern):
        name = getattr(part, "name", None) or getattr(part, "rest", None)
        if isinstance(name, str):
            m.bind(name, subject._replace(refs=()), part)
    if case.guard is not None:
        m.evaluate(case.guard)
    m.execute(case.body)


def function(m: Machine, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """`def`: its defaults and decorators run now, its body when it is called."""
    value = define_function(m, node)
    for decorator in reversed(node.decorator_list):
        wrapped = m.evaluate(decorator)
        mark = DECORATORS.get(wrapped.name.rpartition(".")[2]) if wrapped.kind is Kind.SYMBOL else None
        if mark is not None and value.refs:
            value = m.change(value, value._replace(marks=value.marks | mark))
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
