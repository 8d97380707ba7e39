"""Statements that hand rows on from name to name, and the split that they end in → what is parted instead, and what the parts go through."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..model.facts import Facts
from .changes import source
from .learnt import Learnt, learnt_in
from .lines import Line, Refusal
from .names import names_in, only_looks, root
from .parting import Parting
from .replay import Parts, Replay


class Flow:
    """`start` is written where the rows had not been prepared, `last` is the name under which they are parted."""

    def __init__(self, facts: Facts, split: Parting, lines: Sequence[Line]) -> None:
        self.facts, self.split, self.lines = facts, split, lines
        inside = learnt_in(facts, split.line)
        learnt = [one for line in lines for one in learnt_in(facts, line)] + list(inside)
        self.first = learnt[0]
        self.start = ast.unparse(self.first.data)
        self.last = _last_rows(facts, lines) or self.start
        self.argument, self.parts = self._argument(inside)
        self.plain = ast.unparse(self.argument) in (self.last, self.start)
        target = next((one.target for one in learnt if one.target is not None), None)
        self.target = target
        self.label = ast.unparse(target) if target is not None else ""
        self.labels = split.of(_label_after(lines, self.label)) if target is not None else None
        bound = {one.id for line in lines for one in ast.walk(line.node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        self.names = frozenset(bound)

    def _argument(self, inside: Sequence[Learnt]) -> tuple[ast.expr, Parts]:
        """The one thing that is parted and holds these rows."""
        values = {name for line in self.lines for name in _values(self.facts, line)}
        found = []
        for one, parts in self.split.parts:
            text, told = ast.unparse(one), names_in(one)
            learns = any(part is each.node for each in inside for part in ast.walk(one))
            if text in (self.last, self.start) or learns or (told & values and root_in(one, self.last)):
                found.append((one, parts))
        if len(found) != 1:
            raise Refusal("what comes of it is not what is parted")
        return found[0]

    def last_step(self, replay: Replay) -> list[str]:
        """What stood in the split itself, for each part."""
        if self.plain:
            return []
        inside = [one for one in learnt_in(self.facts, self.split.line) if any(part is one.node for part in ast.walk(self.argument))]
        return replay.values_of(self.split.line, self.argument, inside)

    def split_text(self, replay: Replay) -> str:
        """The split, of what had not been prepared."""
        start = self._written(self.first.data)
        instead: dict[ast.AST, str] = {self.argument: start} if ast.unparse(self.argument) != self.start else {}
        for one in ast.walk(self.split.call):
            if one is self.argument or any(one is part for part in ast.walk(self.argument)):
                continue
            if isinstance(one, ast.Name) and one.id == self.last and self.last != self.start:
                instead[one] = start
            elif self.target is not None and isinstance(one, ast.Name) and one.id == replay.target != self.label:
                instead[one] = self._written(self.target)
        return source(self.split.line.step, self.split.line.node, instead)

    def _written(self, node: ast.expr) -> str:
        line = next(line for line in (*self.lines, self.split.line) if any(one is node for one in ast.walk(line.node)))
        return source(line.step, node)

    @property
    def _kept(self) -> set[str]:
        """The name that holds rows before and after, if they go under one name throughout."""
        return {root(self.first.data)} if self.last == self.start else set()

    def may_stay(self, node: ast.stmt) -> bool:
        """It only shows rows that are there all the same."""
        return only_looks(node) and names_in(node) & self.names <= self._kept

    def harmless(self, node: ast.stmt) -> bool:
        """It asks only how many rows there were."""
        if names_in(node) & self.names - self._kept:
            return False
        calls = (one for one in ast.walk(node) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "len")
        counted = sum(1 for call in calls for arg in call.args if isinstance(arg, ast.Name) and arg.id in self._kept)
        return counted == sum(1 for one in ast.walk(node) if isinstance(one, ast.Name) and one.id in self._kept)


def root_in(node: ast.expr, text: str) -> bool:
    """Does this text stand in an expression, as a piece of its own?"""
    return any(isinstance(one, ast.expr) and ast.unparse(one) == text for one in ast.walk(node))


def _values(facts: Facts, line: Line) -> frozenset[str]:
    bound = {one.id for one in ast.walk(line.node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    return frozenset(bound | {root(one.tool) for one in learnt_in(facts, line) if isinstance(one.tool, ast.Name)})


def _label_after(lines: Sequence[Line], label: str) -> str:
    """The name of the labels once a sampler made some of them."""
    for line in lines:
        node = line.node
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple) and len(node.targets[0].elts) == 2:
            return ast.unparse(node.targets[0].elts[1])
    return label


def _last_rows(facts: Facts, lines: Sequence[Line]) -> str:
    """The last name that holds rows: bound where something is applied, or computed beside what it learns from."""
    last, rows = "", ""
    for line in lines:
        learnt = learnt_in(facts, line)
        rows = rows or next((ast.unparse(one.data) for one in learnt), "")
        node = line.node.body[-1] if isinstance(line.node, ast.For) else line.node
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target if isinstance(node, ast.AugAssign) else None
        if isinstance(target, ast.Tuple) and any(one.resamples for one in learnt):
            target = target.elts[0]
        if not isinstance(target, ast.Name) or not isinstance(node, ast.Assign | ast.AugAssign):
            continue
        skip = {one.node for one in learnt}
        if (
            any(one.applied or one.resamples for one in learnt)
            or isinstance(node, ast.AugAssign)
            or _beside(node.value, last or rows, skip)
        ):
            last = target.id
    return last


def _beside(node: ast.AST, text: str, skip: set[ast.Call]) -> bool:
    stack: list[ast.AST] = [node]
    while stack:
        one = stack.pop()
        if one in skip:
            continue
        if isinstance(one, ast.expr) and ast.unparse(one) == text:
            return True
        stack.extend(ast.iter_child_nodes(one))
    return False
