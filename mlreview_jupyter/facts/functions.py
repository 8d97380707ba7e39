"""Functions of the program: defined once, walked with the actual arguments at every call."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from ..model.facts import Kind, Mark, Value
from .arguments import Arguments
from .join import blend, join
from .machine import CALLS, Machine
from .scope import Scope

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class Code:
    """A function's text, the scope and the step where it was defined, and its defaults."""

    __slots__ = ("defaults", "keyword_defaults", "later", "node", "outer", "own", "scope", "step", "yields")

    def __init__(self, m: Machine, node: Definition) -> None:
        self.node, self.scope, self.step = node, m.scope, m.step
        if node not in m.own_names:
            m.own_names[node] = _own_names(node)
        self.own, self.outer, self.yields = m.own_names[node]
        self.later = self.yields or isinstance(node, ast.AsyncFunctionDef)  # its body waits until somebody asks
        self.defaults = [m.evaluate(one) for one in node.args.defaults]
        self.keyword_defaults = [m.evaluate(one) if one is not None else None for one in node.args.kw_defaults]


def _own_names(node: Definition) -> tuple[frozenset[str], frozenset[str], bool]:
    """The names that a function binds itself, those that it takes from outside to bind, and whether it yields."""
    own: set[str] = set()
    outer: set[str] = set()
    yields = False
    stack: list[ast.AST] = list(node.body) if isinstance(node.body, list) else [node.body]
    while stack:
        part = stack.pop()
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            own.add(part.name)
            stack.extend(part.decorator_list)
            continue
        if isinstance(part, ast.Lambda):
            continue
        if isinstance(part, ast.Name):
            if not isinstance(part.ctx, ast.Load):
                own.add(part.id)
        elif isinstance(part, ast.Global | ast.Nonlocal):
            outer.update(part.names)
        elif isinstance(part, ast.Import | ast.ImportFrom):
            own.update((alias.asname or alias.name).partition(".")[0] for alias in part.names)
        elif isinstance(part, ast.ExceptHandler) and part.name:
            own.add(part.name)
        elif isinstance(part, ast.Yield | ast.YieldFrom):
            yields = True
        elif isinstance(part, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
            stack.extend(inner for inner in ast.walk(part) if isinstance(inner, ast.NamedExpr))
            continue
        stack.extend(ast.iter_child_nodes(part))
    return frozenset(own - outer), frozenset(outer), yields


def define_function(m: Machine, node: Definition) -> Value:
    """The function as a value."""
    return m.keep(Value(Kind.FUNCTION, held=Code(m, node), name=getattr(node, "name", "")))


def lambda_(m: Machine, node: ast.Lambda) -> Value:
    """A function without a name."""
    return define_function(m, node)


def call_function(m: Machine, function: Value, args: Arguments, node: ast.AST, receiver: tuple[Value, Value] | None = None) -> Value:
    """Walk a function's body with these arguments; of a method, `receiver` is its object and the class where it stands.

    What a method learns is learned where it is called: its object is what somebody gave rows to.
    """
    code: Code = function.held
    if any(code.node is one for one, *_ in m.calls) or len(m.calls) >= CALLS:
        if len(m.calls) >= CALLS:
            m.gap("depth", f"calls are nested deeper than {CALLS}", node)
        return m.keep(blend(args.every())._replace(marks=Mark.GAP))
    m.walked.add(code.node)
    scope = Scope("function", code.scope, code.own, code.outer)
    _bind_arguments(m, code, args, scope)
    place = m.place(node) if receiver or not m.calls else None
    saved = (m.scope, m.step, m.stopped, m.loops, m.choices, m.branches, m.statement)
    m.calls.append((code.node, place, receiver is not None))
    m.entered.append((len(m.scores), m.step, node, m.statement))
    m.receivers.append(receiver)
    m.branches += code.later
    m.results.append([])
    m.yields.append({})
    m.scope, m.step, m.stopped, m.loops = scope, code.step, False, 0
    try:
        if isinstance(code.node, ast.Lambda):
            return m.evaluate(code.node.body)
        m.execute(code.node.body)
        if code.yields:
            given = list(m.yields[-1].values())
            return m.keep(Value(Kind.EACH, items=(join(given),) if given else ()))
        results = m.results[-1]
        if not m.stopped and results:
            results = [*results, Value(Kind.CONSTANT, symbol=None)]
        return join(results) if results else Value(Kind.CONSTANT, symbol=None)
    finally:
        m.scope, m.step, m.stopped, m.loops, m.choices, m.branches, m.statement = saved
        m.calls.pop()
        m.entered.pop()
        m.receivers.pop()
        m.results.pop()
        m.yields.pop()


def _bind_arguments(m: Machine, code: Code, args: Arguments, scope: Scope) -> None:
    spec = code.node.args
    names = [one.arg for one in (*spec.posonlyargs, *spec.args)]
    bound: dict[str, Value] = dict(zip(names, args.positional, strict=False))
    for name, default in zip(reversed(names), reversed(code.defaults), strict=False):
        if name not in bound and name not in args.keywords and args.loose is None:
            bound[name] = default
    for one, value in zip(spec.kwonlyargs, code.keyword_defaults, strict=True):
        if value is not None and one.arg not in args.keywords and args.loose is None:
            bound[one.arg] = value
    rest: dict[Any, Value] = {}
    known = {*names, *(one.arg for one in spec.kwonlyargs)}
    for name, value in args.keywords.items():
        if name in known:
            bound[name] = value
        else:
            rest[name] = value
    if spec.vararg is not None:
        bound[spec.vararg.arg] = m.keep(Value(Kind.SEQUENCE, items=tuple(args.positional[len(names) :])))
    if spec.kwarg is not None:
        bound[spec.kwarg.arg] = m.keep(Value(Kind.MAPPING, items=rest))
    for name in known:
        bound.setdefault(name, args.loose or Value())
    scope.names.update(bound)


def uncalled(m: Machine) -> Iterator[Value]:
    """The functions and methods of this file that nothing has called."""
    for value in [value for value in m.main.names.values() if value.kind in (Kind.FUNCTION, Kind.CLASS)]:
        inside = [value] if value.kind is Kind.FUNCTION else list((m.present(value).attributes or {}).values())
        for one in inside:
            code = one.held if isinstance(one, Value) and one.kind is Kind.FUNCTION else None
            if code is not None and code.node not in m.walked and code.step.path == m.program.path:
                yield one
