"""Classes of the program: their objects hold values, their methods are walked."""

from __future__ import annotations

import ast

from ..model.facts import NONE_LEARNED, Kind, Value
from .arguments import Arguments
from .functions import call_function
from .join import blend, contents
from .machine import Machine
from .scope import Scope


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
    inside = (m.present(cls).attributes or {}).get(name)
    if isinstance(inside, Value):
        return inside, cls
    for base in cls.items or ():
        if base.kind is Kind.CLASS:
            found = find_attribute(m, base, name)
            if found is not None:
                return found
    return None


def bases_of(cls: Value, limit: int = 20) -> list[Value]:
    """The bases of a class, and theirs."""
    found: list[Value] = []
    for base in cls.items or ():
        found.append(base)
        if base.kind is Kind.CLASS and len(found) < limit:
            found.extend(bases_of(base, limit - len(found)))
    return found


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
    names = [name for base in cls.items or () if base.kind is Kind.CLASS for name in _fields(base)]
    body = cls.held.body if isinstance(cls.held, ast.ClassDef) else ()
    return [*names, *(part.target.id for part in body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name))]


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
