"""Classes of the program: their objects hold values, their methods are walked."""

from __future__ import annotations

import ast

from ..model.facts import NONE_LEARNED, Kind, Value
from .arguments import Arguments
from .functions import call_function
from .join import blend, contents
from .machine import Machine
from .scope import Scope

BASES = 50  # classes above a class that are looked at


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
    return m.keep(Value(Kind.CLASS, name=node.name, items=bases, held=node, attributes=dict(names)))


def find_attribute(m: Machine, cls: Value, name: str) -> tuple[Value, Value] | None:
    """An attribute of a class or of one of its bases, and the class where it stands."""
    for one in (cls, *(base for base in bases_of(cls) if base.kind is Kind.CLASS)):
        inside = (m.present(one).attributes or {}).get(name)
        if isinstance(inside, Value):
            return inside, one
    return None


def bases_of(cls: Value) -> list[Value]:
    """The bases of a class, and theirs: each once, a class before its own bases."""
    found: dict[int, Value] = {}
    stack = list(reversed(cls.items or ()))
    while stack and len(found) < BASES:
        base = stack.pop()
        if id(base) not in found:
            found[id(base)] = base
            stack.extend(reversed((base.items or ()) if base.kind is Kind.CLASS else ()))
    return list(found.values())


def instantiate(m: Machine, cls: Value, args: Arguments, node: ast.AST) -> Value:
    """An instance of a class of the program: its `__init__` is walked, or its fields are filled in their order."""
    instance = m.keep(Value(Kind.INSTANCE, held=cls, name=cls.name, attributes={}))
    start = find_attribute(m, cls, "__init__")
    if start is not None and start[0].kind is Kind.FUNCTION:
        call_function(m, start[0], args.before(instance), node, (instance, start[1]))
    else:
        inside = {**dict(zip(_fields(cls), args.positional, strict=False)), **args.keywords}
        m.change(instance, instance._replace(attributes=inside, learned=blend(args.every()).learned))
    return m.present(instance)


def _fields(cls: Value) -> list[str]:
    """The annotated names of a class body, those of its bases first: the fields of a dataclass."""
    names: list[str] = []
    for one in (*reversed([base for base in bases_of(cls) if base.kind is Kind.CLASS]), cls):
        body = one.held.body if isinstance(one.held, ast.ClassDef) else ()
        names.extend(part.target.id for part in body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name))
    return names


def parent(m: Machine) -> Value:
    """`super()`: the object whose method is being walked, seen as one of the class above."""
    receiver = m.receivers[-1] if m.receivers else None
    if receiver is None:
        return Value()
    instance, cls = receiver
    above = Value(Kind.CLASS, items=cls.items, attributes={}, name=cls.name)
    return m.present(instance)._replace(held=above)


def instance_learned(m: Machine, instance: Value) -> frozenset[int]:
    """Everything that an instance holds has learned."""
    learned = instance.learned
    for value in (m.present(instance).attributes or {}).values():
        present = m.present(value) if isinstance(value, Value) else Value()
        learned |= present.learned | (blend(contents(present)).learned if present.items else NONE_LEARNED)
    return learned
