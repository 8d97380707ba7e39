"""Statements that change columns of a frame in place, and the split of that frame → which part holds these columns."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from ..model.facts import Facts
from .learnt import learnt_in
from .lines import Block, Line, Refusal
from .names import bound_by, names_in, only_looks, root
from .once import per_node
from .parting import Parting, has, view_of
from .replay import Parts
from .steady import texts


class Columns:
    """`frame` is the one that is changed; empty where none is."""

    def __init__(self, facts: Facts, block: Block, split: Parting, lines: Sequence[Line], first: int) -> None:
        self.facts, self.block, self.split, self.lines, self.first = facts, block, split, lines, first
        frames = {name for line in lines for name in _changed(line.node)}
        if len(frames) > 1:
            raise Refusal("several frames are changed")
        self.frame = frames.pop() if frames else ""

    def parts(self) -> tuple[Parts, Parts | None, str]:
        """The parts of the frame or of a choice of its columns; those of the labels, and how these are written."""
        found: list[tuple[Parts, tuple[bool, frozenset[str]], bool]] = []
        others: list[ast.expr] = []
        for one, parts in self.split.parts:
            told = self._defined(one)
            view = view_of(self.facts, told, self.frame)
            if view is not None and (isinstance(told, ast.Name) or has(view, self._touched())):
                found.append((parts, view, isinstance(told, ast.Name)))
            elif self.frame in names_in(told):
                others.append(told)
        if len(found) != 1:
            raise Refusal("which part holds these columns is not told")
        parts, view, whole = found[0]
        if any(not self._apart(one) for one in others):
            raise Refusal("another part holds these columns, too")
        if not whole and not self._all_in(view):
            raise Refusal("it uses columns that are not in the part")
        label = next((ast.unparse(one.target) for line in self.lines for one in learnt_in(self.facts, line) if one.target is not None), "")
        return parts, self.split.of(label) if label else None, label

    def _defined(self, node: ast.expr) -> ast.expr:
        """What a parted name was just defined as, below what learned."""
        if isinstance(node, ast.Name) and node.id != self.frame:
            for number in range(self.split.number - 1, self.first, -1):
                one = self.block.lines[number].node
                if node.id in bound_by(one):
                    plain = isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name)
                    return one.value if plain and isinstance(one, ast.Assign) else node
        return node

    def _keys(self, node: ast.AST, loops: dict[str, frozenset[str]]) -> Iterator[tuple[ast.expr, frozenset[str] | None]]:
        """Each place where columns of the frame are named, with the names where they are told."""
        for one in ast.walk(node):
            if isinstance(one, ast.Subscript) and isinstance(one.value, ast.Name) and one.value.id == self.frame:
                yield one, texts(self.facts.program, one.slice, loops)
            elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == self.frame:
                yield one, frozenset({one.attr})

    def _all_keys(self) -> Iterator[tuple[ast.stmt, ast.expr, frozenset[str] | None]]:
        for line in self.lines:
            loops = {}
            if isinstance(line.node, ast.For) and isinstance(line.node.target, ast.Name):
                parts = [texts(self.facts.program, one) for one in getattr(line.node.iter, "elts", [line.node.iter])]
                if all(one is not None for one in parts):
                    loops = {line.node.target.id: frozenset().union(*(one for one in parts if one is not None))}
            for where, names in self._keys(line.node, loops):
                yield line.node, where, names

    def _touched(self) -> frozenset[str]:
        """The columns that are changed."""
        found: set[str] = set()
        for node, where, names in self._all_keys():
            inplace = any(isinstance(one, ast.Call) and where in set(ast.walk(one.func)) and _is_inplace(one) for one in ast.walk(node))
            if inplace or (isinstance(where, ast.Subscript | ast.Attribute) and isinstance(where.ctx, ast.Store)):
                if names is None:
                    raise Refusal("which columns it changes is not told")
                found |= names
        return frozenset(found)

    def _all_in(self, view: tuple[bool, frozenset[str]]) -> bool:
        """Are all columns that are used in the view, and is every mention of the frame one of them? Then none is new, either."""
        keys = list(self._all_keys())
        mentions = sum(_mentions(line.node, self.frame) for line in self.lines)
        return len(keys) == mentions and all(names is not None and has(view, names) for _, _, names in keys) and not self._new()

    def _new(self) -> bool:
        """Is a column set that nothing here reads, so that it may not be there before?"""
        keys = [where for _, where, _ in self._all_keys() if isinstance(where, ast.Subscript | ast.Attribute)]
        stored = {ast.unparse(one) for one in keys if isinstance(one.ctx, ast.Store)}
        return not stored <= {ast.unparse(one) for one in keys if isinstance(one.ctx, ast.Load)}

    def _apart(self, node: ast.expr) -> bool:
        """Does an expression take other columns of the frame than those that are changed?"""
        keys = list(self._keys(node, {}))
        touched = self._touched()
        known = len(keys) == _mentions(node, self.frame)
        return known and all(names is not None and names.isdisjoint(touched) for _, names in keys)

    def may_stay(self, node: ast.stmt) -> bool:
        """It shows the frame, chooses the columns that are parted, or reads others than those that are changed."""
        if only_looks(node):
            return not self._new()
        if not isinstance(node, ast.Assign):
            return False
        parted = {ast.unparse(one) for one, _ in self.split.parts}
        is_parted = len(node.targets) == 1 and ast.unparse(node.targets[0]) in parted
        return (is_parted and view_of(self.facts, node.value, self.frame) is not None) or self._apart(node.value)

    def harmless(self, node: ast.stmt) -> bool:
        """It asks only how many rows there were, or what the columns are called."""
        counted = 0
        for one in ast.walk(node):
            if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "len":
                counted += sum(1 for arg in one.args if isinstance(arg, ast.Name) and arg.id == self.frame)
            elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == self.frame:
                counted += one.attr in ("columns", "index") and not self._new()
        return counted == _mentions(node, self.frame)


@per_node
def _changed(node: ast.stmt) -> tuple[str, ...]:
    """The names of what a statement changes in place, item by item."""
    return tuple(_changes(node))


def _changes(node: ast.stmt) -> Iterator[str]:
    for one in ast.walk(node):
        targets = one.targets if isinstance(one, ast.Assign) else [one.target] if isinstance(one, ast.AugAssign) else []
        yield from (root(target) for target in targets if isinstance(target, ast.Subscript | ast.Attribute))
        if (
            isinstance(one, ast.Call)
            and _is_inplace(one)
            and isinstance(one.func, ast.Attribute)
            and not isinstance(one.func.value, ast.Name)
        ):
            yield root(one.func.value)


def _is_inplace(call: ast.Call) -> bool:
    return any(one.arg == "inplace" for one in call.keywords)


def _mentions(node: ast.AST, name: str) -> int:
    return sum(1 for one in ast.walk(node) if isinstance(one, ast.Name) and one.id == name)
