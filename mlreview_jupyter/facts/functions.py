"""Functions and classes of the program: defined once, walked with the actual arguments at every call."""

from __future__ import annotations

import ast
from typing import Any

from ..model.facts import NONE_LEARNED, NOTHING, Kind, Mark, Value
from .arguments import Arguments
from .attributes import class_attribute
from .join import blend, contents, join
from .machine import CALLS, Machine
from .scope import Scope

_locals: dict[int, tuple[ast.AST, frozenset[str], frozenset[str]]] = {}
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class Code:
    """A function's text, the scope and the step where it was defined, and its defaults."""

    __slots__ = ("defaults", "keyword_defaults", "node", "outer", "own", "scope", "step", "yields")

    def __init__(self, m: Machine, node: Definition) -> None:
        self.node, self.scope, self.step = node, m.scope, m.step
        self.own, self.outer, self.yields = _own_names(node)
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


def define_class(m: Machine, node: ast.ClassDef) -> Value:
    """The class as a value: its body has run."""
    bases = tuple(m.evaluate(base) for base in node.bases)
    for keyword in node.keywords:
        m.evaluate(keyword.value)
    outer, m.scope = m.scope, Scope("class", m.scope)
    try:
        m.execute(node.body)
        names = m.scope.names
    finally:
        m.scope = outer
    return m.keep(Value(Kind.CLASS, name=node.name, items=bases, attributes=dict(names)))


def call_function(m: Machine, function: Value, args: Arguments, node: ast.AST, method: bool = False) -> Value:
    """Walk a function's body with these arguments. What a method learns is learned where it is called."""
    code: Code = function.held
    if any(code.node is one for one, *_ in m.calls) or len(m.calls) >= CALLS:
        if len(m.calls) >= CALLS:
            m.gap("depth", f"calls are nested deeper than {CALLS}", node)
        return blend(args.every())._replace(marks=Mark.GAP)
    m.walked.add(code.node)
    scope = Scope("function", code.scope, code.own, code.outer)
    _bind_arguments(m, code, args, scope)
    place = m.place(node) if method or not m.calls else None
    saved = (m.scope, m.step, m.stopped, m.loops, m.choices)
    m.calls.append((code.node, place, method))
    m.results.append([])
    m.yields.append([])
    m.scope, m.step, m.stopped, m.loops = scope, code.step, False, 0
    try:
        if isinstance(code.node, ast.Lambda):
            return m.evaluate(code.node.body)
        m.execute(code.node.body)
        if code.yields:
            given = m.yields[-1]
            return m.keep(Value(Kind.EACH, items=(join(given),) if given else ()))
        results = m.results[-1]
        if not m.stopped and results:
            results = [*results, Value(Kind.CONSTANT, symbol=None)]
        return join(results) if results else Value(Kind.CONSTANT, symbol=None)
    finally:
        m.scope, m.step, m.stopped, m.loops, m.choices = saved
        m.calls.pop()
        m.results.pop()
        m.yields.pop()


def _bind_arguments(m: Machine, code: Code, args: Arguments, scope: Scope) -> None:
    spec = code.node.args
    names = [one.arg for one in (*spec.posonlyargs, *spec.args)]
    bound: dict[str, Value] = dict(zip(names, args.positional, strict=False))
    for name, default in zip(reversed(names), reversed(code.defaults), strict=False):
        if name not in bound and name not in args.keywords:
            bound[name] = default
    for one, value in zip(spec.kwonlyargs, code.keyword_defaults, strict=True):
        if value is not None and one.arg not in args.keywords:
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


def instantiate(m: Machine, cls: Value, args: Arguments, node: ast.AST) -> Value:
    """An instance of a class of the program: its `__init__` is walked."""
    instance = m.keep(Value(Kind.INSTANCE, held=cls, name=cls.name, attributes={}))
    start = class_attribute(m, cls, "__init__")
    if start is not None and start.kind is Kind.FUNCTION:
        call_function(m, start, args.before(instance), node)
    else:  # a dataclass, or a library's base class: the arguments are kept as they are
        inside = dict(args.keywords)
        m.change(instance, instance._replace(attributes=inside, learned=blend(args.every()).learned))
    return m.present(instance)


def instance_learned(m: Machine, instance: Value) -> frozenset[int]:
    """Everything that an instance holds has learned."""
    learned = instance.learned
    for value in (m.present(instance).attributes or {}).values():
        present = m.present(value) if isinstance(value, Value) else Value()
        learned |= present.learned | (blend(contents(present)).learned if present.items else NONE_LEARNED)
    return learned


def walk_uncalled(m: Machine) -> None:
    """Functions that nothing called are walked once with unknown arguments: their splits and draws count, their scores don't."""
    m.rehearsal = True
    for scope_value in [value for value in m.main.names.values() if value.kind in (Kind.FUNCTION, Kind.CLASS)]:
        functions = (
            [scope_value]
            if scope_value.kind is Kind.FUNCTION
            else [one for one in (m.present(scope_value).attributes or {}).values() if isinstance(one, Value) and one.kind is Kind.FUNCTION]
        )
        for one in functions:
            code = one.held
            if code is not None and code.node not in m.walked and code.step.path == m.program.path:
                call_function(m, one, Arguments([], {}, Value(symbol=NOTHING)), code.node)
    m.rehearsal = False
