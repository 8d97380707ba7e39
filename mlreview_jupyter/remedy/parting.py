"""A split and the statement that it stands in → what is parted there, under which names the parts come out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model.facts import Event, Facts
from ..model.ops import Op
from .lines import Block, Line, Refusal
from .names import names_in
from .replay import Parts
from .steady import texts


@dataclass(frozen=True, slots=True, eq=False)
class Parting:
    """`a, b, c, d = train_test_split(x, y)`: two parts of each thing; `sliced` where it is `a, b = x[:9], x[9:]`."""

    line: Line
    number: int  # of its statement in the block
    call: ast.expr
    parts: tuple[tuple[ast.expr, Parts], ...]
    sliced: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The names that it binds."""
        return frozenset(name for _, parts in self.parts for name in (parts.train, parts.test))

    @property
    def swapped(self) -> Parting:
        """The same, with the second parts as those that are learned from."""
        return replace(self, parts=tuple((one, Parts(parts.test, parts.train)) for one, parts in self.parts))

    def of(self, text: str) -> Parts | None:
        """The parts of what is written like this; None unless exactly one thing is."""
        found = [parts for one, parts in self.parts if ast.unparse(one) == text]
        return found[0] if len(found) == 1 else None


def parting(block: Block, event: Event) -> Parting:
    """The parting that an event was, where it stands as a statement of this block."""
    number = block.at(event.place)
    line = block.lines[number]
    node = line.node
    if event.op is not Op.SPLIT or not isinstance(node, ast.Assign) or len(node.targets) != 1 or not isinstance(node.value, ast.Call):
        raise Refusal("the rows are parted in another way")
    call, target = node.value, node.targets[0]
    if line.step.place(call) != event.place or not isinstance(target, ast.Tuple | ast.List):
        raise Refusal("the rows are parted in another way")
    names = [one.id for one in target.elts if isinstance(one, ast.Name)]
    if any(isinstance(one, ast.Starred) for one in call.args) or any(one.arg is None for one in call.keywords):
        raise Refusal("what is parted is not told")
    if len(names) != 2 * len(call.args) or len(names) != len(target.elts) or len(set(names)) != len(names):
        raise Refusal("the parts have no names of their own")
    pairs = tuple((one, Parts(names[2 * at], names[2 * at + 1])) for at, one in enumerate(call.args))
    return Parting(line, number, call, pairs)


def slicings(block: Block, first: int) -> Iterator[Parting]:
    """The statements from this one on that take two parts of one thing by index; which of them is learned from is not told."""
    for number in range(first, len(block.lines)):
        line = block.lines[number]
        target = line.node.targets[0] if isinstance(line.node, ast.Assign) and len(line.node.targets) == 1 else None
        value = line.node.value if isinstance(line.node, ast.Assign) else None
        if not isinstance(target, ast.Tuple) or not isinstance(value, ast.Tuple) or len(target.elts) != 2 or len(value.elts) != 2:
            continue
        a, b = target.elts
        of, other = (_taken_from(one) for one in value.elts)
        if of is None or other is None or of.id != other.id or not isinstance(a, ast.Name) or not isinstance(b, ast.Name) or a.id == b.id:
            continue
        found = Parting(line, number, value, ((of, Parts(a.id, b.id)),), True)
        yield found
        yield found.swapped


def _taken_from(node: ast.expr) -> ast.Name | None:
    """What some of the rows are taken from by their numbers, or by a condition that does not ask it."""
    if not isinstance(node, ast.Subscript) or isinstance(node.slice, ast.Tuple | ast.Constant | ast.List):
        return None
    held = node.value.value if isinstance(node.value, ast.Attribute) and node.value.attr == "iloc" else node.value
    return held if isinstance(held, ast.Name) and held.id not in names_in(node.slice) else None


def view_of(facts: Facts, node: ast.expr, frame: str) -> tuple[bool, frozenset[str]] | None:
    """Which columns of a frame an expression takes: all but these (True), or just these (False); None for anything else."""
    if isinstance(node, ast.Name) and node.id == frame:
        return True, frozenset()
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == frame:
        names = texts(facts.program, node.slice)
        return None if names is None or isinstance(node.slice, ast.Constant) else (False, names)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "drop":
        if not isinstance(node.func.value, ast.Name) or node.func.value.id != frame:
            return None
        told = {one.arg: one.value for one in node.keywords}
        axis = told.get("axis", node.args[1] if len(node.args) > 1 else None)
        labels = told.get("columns")
        if labels is None and isinstance(axis, ast.Constant) and axis.value in (1, "columns"):
            labels = told.get("labels", node.args[0] if node.args else None)
        if labels is None or "inplace" in told or "index" in told:
            return None
        names = texts(facts.program, labels)
        return None if names is None else (True, names)
    return None


def has(view: tuple[bool, frozenset[str]], columns: frozenset[str]) -> bool:
    """Are all of these columns in the view?"""
    but, names = view
    return columns.isdisjoint(names) if but else columns <= names
