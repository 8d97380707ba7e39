"""`import` and `from … import`: library names, and local modules whose code is walked."""

from __future__ import annotations

import ast

from ..catalog.lookup import members
from ..model.facts import Kind, Value
from ..model.program import Program
from .machine import Machine
from .scope import Scope


def import_(m: Machine, node: ast.Import) -> None:
    """`import a.b as c`."""
    for alias in node.names:
        top = alias.name.partition(".")[0]
        module = _local(m, alias.name)
        if module is not None and not alias.asname and "." in alias.name:
            module = _local(m, top)
        shown = alias.asname or top
        value = module or Value(Kind.MODULE, name=alias.name if alias.asname else top)
        m.bind(shown, value, alias if hasattr(alias, "lineno") else node)


def import_from(m: Machine, node: ast.ImportFrom) -> None:
    """`from a.b import c`."""
    source = node.module or ""
    if source == "__future__" and any(alias.name == "annotations" for alias in node.names):
        m.late_annotations = True
    module = _local(m, source)
    for alias in node.names:
        if alias.name == "*":
            _star(m, node, source, module)
            continue
        inside = (module.attributes or {}).get(alias.name) if module is not None else None
        value = (
            m.present(inside)
            if isinstance(inside, Value)
            else _local(m, f"{source}.{alias.name}") or Value(Kind.SYMBOL, name=f"{source}.{alias.name}")
        )
        m.bind(alias.asname or alias.name, value, alias if hasattr(alias, "lineno") else node)


def _star(m: Machine, node: ast.ImportFrom, source: str, module: Value | None) -> None:
    if module is None:
        names = members(source)
        m.left -= len(names)
        for name in names:
            m.bind(name, Value(Kind.SYMBOL, name=f"{source}.{name}"), node)
        m.open_world(f"from {source} import * brings names that this file does not show", node)
        return
    for name, value in (module.attributes or {}).items():
        if not name.startswith("_"):
            m.bind(name, value, node)


def _local(m: Machine, name: str) -> Value | None:
    """A local module as a value; its code is walked when it is first imported."""
    if name in m.modules:
        return m.modules[name]
    program = _find(m, name)
    if program is None or not program.steps:
        return None
    m.modules[name] = Value(Kind.MODULE, name=name, attributes={})
    saved = (m.scope, m.step, m.stopped, m.loops, m.branches)
    m.scope, m.stopped, m.loops = Scope("module"), False, 0
    for step in program.steps:
        if step.tree is not None:
            m.step = step
            m.nested.append(program)
            m.execute(step.tree.body)
            m.nested.pop()
    names = m.scope.names
    m.scope, m.step, m.stopped, m.loops, m.branches = saved
    m.modules[name] = Value(Kind.MODULE, name=name, attributes=dict(names))
    return m.modules[name]


def _find(m: Machine, name: str) -> Program | None:
    for program in (*reversed(m.nested), m.program):
        found = program.modules.get(name)
        if found is not None:
            return found
    return None
