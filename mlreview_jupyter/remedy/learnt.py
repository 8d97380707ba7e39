"""A statement and the facts → the calls in it that learn: with which tool, from what, and how the same is only applied."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from ..catalog.lookup import by_method, by_name
from ..model.facts import Facts, Learning
from ..model.ops import Op
from ..model.program import Program
from .lines import Line, Refusal, holds
from .names import all_nodes, imported, nodes
from .once import once, per_node
from .steady import bindings

APPLIES = {"fit_transform": "transform", "fit_predict": "predict"}
RESAMPLES = frozenset({"fit_resample", "fit_sample"})
NO_OTHER_ROWS = "once"  # what the catalog says of a tool that can be applied to no other rows than those that it learned from


@dataclass(frozen=True, slots=True, eq=False)
class Learnt:
    """One such call. Without a `tool` it is a statistic; `applied` is the method that applies what was learned, if the call does."""

    node: ast.Call
    data: ast.expr
    tool: ast.expr | None = None
    target: ast.expr | None = None
    applied: str = ""
    resamples: bool = False
    fit: ast.Call | None = None


def learnt_in(facts: Facts, line: Line) -> tuple[Learnt, ...]:
    """All that learns in a statement; refuses one in which something learns that is not understood."""
    first, last = line.span
    above = 0 if line.step.in_notebook else line.step.cell.first_line - 1
    near = _by_line(facts)
    cell = line.step.cell.index if line.step.in_notebook else None
    mine = {one.place: one for number in range(first, last + 1) for one in near.get((cell, number + above), ()) if holds(line, one.place)}
    if not mine:
        return ()
    names = imported(facts.program)
    found = []
    for call, outer in _calls(line.node):
        learning = mine.pop(line.step.place(call), None)
        if learning is not None:
            found.append(_learnt(facts, call, outer, learning, names))
    if mine:
        raise Refusal("something learns there that is not understood")
    return tuple(found)


@once
def _by_line(facts: Facts) -> dict[tuple[int | None, int], list[Learning]]:
    """What was learned, by the line where its place begins."""
    found: dict[tuple[int | None, int], list[Learning]] = {}
    for one in facts.learnings:
        if one.place.path == facts.program.path:
            found.setdefault((one.place.cell, one.place.line), []).append(one)
    return found


@per_node
def _calls(node: ast.stmt) -> tuple[tuple[ast.Call, ast.Call | None], ...]:
    """Every call, with the call of a method of what it gives."""
    calls = [one for one in nodes(node) if isinstance(one, ast.Call)]
    outer = {id(one.func.value): one for one in calls if isinstance(one.func, ast.Attribute)}
    return tuple((one, outer.get(id(one))) for one in calls)


def _learnt(facts: Facts, call: ast.Call, outer: ast.Call | None, learning: Learning, names: dict[str, str]) -> Learnt:
    func = call.func
    if any(isinstance(one, ast.Starred) for one in call.args) or any(one.arg is None for one in call.keywords):
        raise Refusal("its arguments are not told")
    method = func.attr if isinstance(func, ast.Attribute) else ""
    if method in APPLIES or method in RESAMPLES or method == "fit":
        assert isinstance(func, ast.Attribute)
        data, target = _given(call, 0, ("X", "raw_documents")), _given(call, 1, ("y",))
        if data is None or len(call.args) + len(call.keywords) > 2 or not isinstance(func.value, ast.Name | ast.Call):
            raise Refusal("its arguments are not told")
        if method != "fit" or outer is not None:
            _can_be_applied(facts, learning, method)
        if method == "fit" and outer is not None and isinstance(outer.func, ast.Attribute) and outer.func.attr in ("transform", "predict"):
            again = _given(outer, 0, ("X",))
            if again is None or ast.unparse(again) != ast.unparse(data) or len(outer.args) + len(outer.keywords) > 1:
                raise Refusal("it is applied to something else")
            return Learnt(outer, data, func.value, target, outer.func.attr, fit=call)
        return Learnt(call, data, func.value, target, APPLIES.get(method, ""), method in RESAMPLES, call)
    name = qualified(func, names)
    described = by_name(name) if name else by_method("data", method)
    taken = (call.args[0] if call.args else None) if name else func.value if isinstance(func, ast.Attribute) else None
    if described is None or described.op is not Op.MEASURE or taken is None or any(isinstance(one, ast.Call) for one in ast.walk(taken)):
        raise Refusal("what it learns is no plain statistic")
    return Learnt(call, taken)


def _given(call: ast.Call, number: int, keywords: tuple[str, ...]) -> ast.expr | None:
    if len(call.args) > number:
        return call.args[number]
    return next((one.value for one in call.keywords if one.arg in keywords), None)


def _can_be_applied(facts: Facts, learning: Learning, method: str) -> None:
    """Refuses a tool that cannot be applied to rows which it did not learn from."""
    described = by_name(learning.name)
    if described is not None and described.op is Op.MAKE:
        protocol = "sampler" if method in RESAMPLES else "transformer"
        if described.protocol != protocol or described.gives == NO_OTHER_ROWS:
            raise Refusal(f"{learning.short} cannot be applied to other rows")
        return
    classes = [one for one in all_nodes(facts.program) if isinstance(one, ast.ClassDef)]
    if not any(isinstance(part, ast.FunctionDef) and part.name == "transform" for one in classes for part in one.body):
        raise Refusal("nothing tells what its tool is")


def qualified(func: ast.expr, names: dict[str, str]) -> str:
    """The qualified name of a function out of a library; empty for anything else."""
    tail: list[str] = []
    while isinstance(func, ast.Attribute):
        tail.append(func.attr)
        func = func.value
    if not isinstance(func, ast.Name) or func.id not in names:
        return ""
    return ".".join([names[func.id], *reversed(tail)])


def library_tool(program: Program, tool: ast.expr) -> bool:
    """Is it certainly of a class that a library describes?"""
    names = imported(program)
    made = bindings(program, tool.id) if isinstance(tool, ast.Name) else [tool]
    classes = [by_name(qualified(one.func, names)) if isinstance(one, ast.Call) else None for one in made]
    return bool(classes) and all(one is not None and one.op is Op.MAKE for one in classes)
