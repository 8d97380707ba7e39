"""Statements that decide what runs: branches, loops, `try`, `with`, `match`, and the ways out of them."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial

from ..model.facts import NONE_LEARNED, Kind, Value
from ..model.ops import Learns
from .assign import assign
from .choices import begin_loop, choose, decides, marked
from .iteration import each, is_splitter, numbers, truth, turns
from .join import join
from .machine import Machine

VERSIONS = frozenset({"version_info", "PY2", "PY3", "TYPE_CHECKING", "hexversion"})
CHAIN = 30  # branches of one `if` that are taken one after the other
CATCHES_NAMES = frozenset({"NameError", "Exception", "BaseException"})


def condition(m: Machine, node: ast.If) -> None:
    """`if`: one way where the test is known, else both."""
    if (chain := _elifs(node)) is not None:
        _any_of(m, chain)
        return
    if _asks_version(node.test):  # one of the ways is for another Python
        m.guards += 1
        m.branches += 1
        m.ways(lambda: m.execute(node.body), lambda: m.execute(node.orelse))
        m.branches -= 1
        m.guards -= 1
        return
    test = m.evaluate(node.test)
    known = truth(test) if not m.loops or isinstance(node.test, ast.Constant) else None
    if known is None:
        known = is_main(node.test)
    if known is not None:
        m.execute(node.body if known else node.orelse)
        return
    choices = m.choices
    if test.scores:
        m.choices |= chosen(m, test, node, node.body, node.orelse)
    told = m.seen.told
    m.seen.told |= (
        frozenset(number for number in test.learned if m.learnings[number].learns is Learns.SELECTION) if m.rounds else NONE_LEARNED
    )
    m.branches += 1
    try:
        m.ways(lambda: m.execute(node.body), lambda: m.execute(node.orelse))
    finally:
        m.seen.told = told
    m.branches -= 1
    m.choices = choices


def ternary(m: Machine, node: ast.IfExp) -> Value:
    """`a if test else b`."""
    test = m.evaluate(node.test)
    known = truth(test)
    if known is not None:
        return m.evaluate(node.body if known else node.orelse)
    m.branches += 1
    out = join([m.evaluate(node.body), m.evaluate(node.orelse)])
    m.branches -= 1
    told = all(isinstance(part, ast.Constant) for part in (node.body, node.orelse))  # a verdict in words
    return out if told else marked(m, out, choose(m, "if", node.test, test))


def _elifs(node: ast.If) -> list[ast.If] | None:
    """A chain of very many `elif`s; in the tree, each stands within the one before it."""
    chain = [node]
    while len(chain[-1].orelse) == 1 and isinstance(inner := chain[-1].orelse[0], ast.If):
        chain.append(inner)
    return chain if len(chain) > CHAIN else None


def _any_of(m: Machine, chain: list[ast.If]) -> None:
    """The bodies of such a chain, side by side."""
    choices = m.choices
    bodies = []
    m.branches += 1
    for part in chain:
        test = m.evaluate(part.test)
        if test.scores:
            m.choices |= chosen(m, test, part, part.body)
        bodies.append(partial(_body, m, part.body, m.choices))
    m.ways(*bodies, lambda: m.execute(chain[-1].orelse))
    m.branches -= 1
    m.choices = choices


def _body(m: Machine, body: list[ast.stmt], choices: frozenset[int]) -> None:
    m.choices = choices
    m.execute(body)


def _asks_version(test: ast.expr) -> bool:
    """`if sys.version_info < (3, 0):`, `if TYPE_CHECKING:`."""
    while isinstance(test, ast.Compare | ast.Subscript | ast.UnaryOp):
        test = test.left if isinstance(test, ast.Compare) else test.value if isinstance(test, ast.Subscript) else test.operand
    name = test.attr if isinstance(test, ast.Attribute) else test.id if isinstance(test, ast.Name) else ""
    inner = test.value if isinstance(test, ast.Attribute) else test
    return name in VERSIONS or (isinstance(inner, ast.Attribute) and inner.attr in VERSIONS)


def chosen(m: Machine, test: Value, node: ast.If, *bodies: list[ast.stmt]) -> frozenset[int]:
    """What is kept because of scores that were compared, and when a loop ends by one, is learned from the rows of those scores."""
    keeps, leaves = decides(bodies)
    return choose(m, "if", node.test, test, leaves) if keeps or leaves else NONE_LEARNED


def is_main(test: ast.expr) -> bool | None:
    """`__name__ == "__main__"`: true, for what is reviewed is run; None for any other test."""
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq | ast.NotEq):
        sides = (test.left, test.comparators[0])
        if any(isinstance(part, ast.Name) and part.id == "__name__" for part in sides):
            return isinstance(test.ops[0], ast.Eq)
    return None


def loop(m: Machine, node: ast.For | ast.AsyncFor) -> None:
    """`for`: a short known container item by item, anything else twice."""
    source = m.evaluate(node.iter)
    known = turns(m, source) or (numbers(source) if _names_columns(node) else None)
    if known is not None:
        begin_loop(m)
        for value in known:
            m.turn_of_loop(partial(_turn, m, node, value))
        m.rounds -= 1
        m.execute(node.orelse)
        return

    def turn(number: int) -> None:
        _turn(m, node, each(m, source, number))

    folds = is_splitter(source) or (source.kind is Kind.EACH and source.held is not None)  # there is no split without a fold
    _twice(m, turn, always=folds or _counts(node.iter))
    m.execute(node.orelse)


def _names_columns(node: ast.For | ast.AsyncFor) -> bool:
    """`for k in range(1, 4): frame[f"lag{k}"] = …`: what each turn makes has a name of its own."""
    targets = [target for one in node.body if isinstance(one, ast.Assign) for target in one.targets]
    return any(isinstance(one, ast.Subscript) and isinstance(one.slice, ast.JoinedStr | ast.BinOp | ast.Call) for one in targets)


def _counts(node: ast.expr) -> bool:
    """`range(365)`, `range(1, 4)`: several turns for certain."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("range", "xrange")):
        return False
    ends = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, int)]
    return len(ends) == len(node.args) > 0 and len(range(*ends[:2])) > 1 and len(ends) < 3


def _turn(m: Machine, node: ast.For | ast.AsyncFor, value: Value) -> None:
    assign(m, node.target, value, node.target)
    m.execute(node.body)


def _twice(m: Machine, turn: Callable[[int], None], always: bool = False) -> None:
    """Two turns stand for many; there may be none at all, unless there `always` is one."""

    def turns_of_it() -> None:
        for number in (0, 1):
            m.turn_of_loop(partial(turn, number))

    m.loops += 1
    begin_loop(m)
    m.ways(turns_of_it, *(() if always else (lambda: None,)))
    m.loops -= 1
    m.rounds -= 1


def repeat(m: Machine, node: ast.While) -> None:
    """`while`: twice."""

    def turn(number: int) -> None:
        test = m.evaluate(node.test)
        if test.scores:  # they decide how often it goes on
            choose(m, "while", node.test, test, leaves=True)
        m.execute(node.body)

    _twice(m, turn)
    m.execute(node.orelse)


def leave(m: Machine, node: ast.Break | ast.Continue | ast.Raise) -> None:
    """`break`, `continue`, `raise`: what follows in the block is not reached."""
    for part in (getattr(node, "exc", None), getattr(node, "cause", None)):
        if part is not None:
            m.evaluate(part)
    if not isinstance(node, ast.Raise):
        m.leave_turn()
    # A bare `raise` between cells is a note to oneself; the cells below are reviewed all the same.
    m.stopped = not isinstance(node, ast.Raise) or bool(m.loops or m.branches or m.results or m.tries)


def give_back(m: Machine, node: ast.Return) -> None:
    """`return value`."""
    value = m.evaluate(node.value) if node.value is not None else Value(Kind.CONSTANT, symbol=None)
    if m.results:
        m.results[-1].append(marked(m, value, m.choices))
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
