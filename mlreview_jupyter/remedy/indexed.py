"""Something that learned from all rows, of which some are taken by their index later → the same, learned from the training rows."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from ..model.facts import Facts, Learning, Score
from ..model.finding import Edit
from .arrays import is_array
from .changes import Changes, source
from .learnt import Learnt, learnt_in
from .lines import Block, Line, Refusal, block_of
from .names import all_names, bound_by, hides_names, may_change, names_in, own_names
from .once import per_node


def by_index(facts: Facts, learning: Learning, scores: Sequence[Score]) -> Iterator[tuple[Edit, ...]]:
    """The edits after which it learns from the rows that an index names, for each index that may be meant."""
    block = block_of(facts.program, (learning.place, *(score.place for score in scores)))
    if block.looped or not block.whole or hides_names(facts.program):
        raise Refusal("it stands where other names may be read")
    indexed = _Indexed(facts, block, block.at(learning.place))
    for number, names in indexed.places():
        for name in names:
            yield indexed.edits(number, name)


class _Indexed:
    """The statements from what learned down to the rows that come of it."""

    def __init__(self, facts: Facts, block: Block, first: int) -> None:
        self.facts, self.block = facts, block
        self.moved = self._group(first)
        self.lines = [block.lines[number] for number in self.moved]
        self.learnt = {line: learnt_in(facts, line) for line in self.lines}
        every = [one for found in self.learnt.values() for one in found]
        data = {ast.unparse(one.data) for one in every}
        last = self.lines[-1].node
        if len(data) != 1 or not all(isinstance(one.data, ast.Name) for one in every):
            raise Refusal("it learns from several things")
        if not isinstance(last, ast.Assign) or len(last.targets) != 1 or not isinstance(last.targets[0], ast.Name):
            raise Refusal("what comes of it has no name")
        self.start, self.last = data.pop(), last.targets[0].id
        self.tools = any(one.tool is not None for one in every)
        if any(one.tool is not None and (not one.applied or one.resamples) for one in every):
            raise Refusal("what it learns goes somewhere else")
        if self.tools and not is_array(facts.program, self.start, {line.node for line in self.lines}):
            raise Refusal("how its rows are taken is not told")

    def _group(self, first: int) -> list[int]:
        """What learned, and what goes on with it, up to the statement that gives rows."""
        moved, made = [first], set(bound_by(self.block.lines[first].node))
        start = next((one.data for one in learnt_in(self.facts, self.block.lines[first])), None)
        if start is None:
            raise Refusal("nothing is learned there")
        if self._gives_rows(first, ast.unparse(start)):
            return moved
        for number in range(first + 1, len(self.block.lines)):
            line = self.block.lines[number]
            alike = any(ast.unparse(one.data) == ast.unparse(start) for one in learnt_in(self.facts, line))
            if names_in(line.node) & made or alike:
                moved.append(number)
                made |= bound_by(line.node)
                if self._gives_rows(number, ast.unparse(start)):
                    return moved
        raise Refusal("no rows come of it")

    def _gives_rows(self, number: int, start: str) -> bool:
        line = self.block.lines[number]
        learnt = learnt_in(self.facts, line)
        inside = {one for each in learnt for one in ast.walk(each.node)}
        beside = any(
            isinstance(one, ast.Name) and one.id == start and isinstance(one.ctx, ast.Load) and one not in inside
            for one in ast.walk(line.node)
        )
        return beside or any(one.applied for one in learnt)

    def places(self) -> Iterator[tuple[int, list[str]]]:
        """Below what learned, the statements that name indexes by which its rows are taken, and these names."""
        for number in range(self.moved[-1] + 1, len(self.block.lines)):
            node = self.block.lines[number].node
            targets = node.target if isinstance(node, ast.For) else node.targets[0] if isinstance(node, ast.Assign) else None
            elements = targets.elts if isinstance(targets, ast.Tuple) else [targets]
            names = [one.id for one in elements if isinstance(one, ast.Name)]
            if not names:
                continue
            below = [node] if isinstance(node, ast.For) else [line.node for line in self.block.lines[number + 1 :]]
            taken = {name for part in below for of, name in _indexed(part) if of == self.last}
            if taken and taken <= set(names):
                yield number, names

    def edits(self, number: int, name: str) -> tuple[Edit, ...]:
        """It learns below this statement, from the rows of this index."""
        line = self.block.lines[number]
        loop = line.node if isinstance(line.node, ast.For) else None
        self._check(number, name)
        fresh = self._fresh() if loop is not None and self.last == self.start else self.last
        new = [self._text(one, name, fresh) for one in self.lines]
        changes = Changes()
        said = [text for one in self.lines for text in changes.remove(one)]
        if loop is None:
            changes.replace(line, [source(line.step, line.node), *said, *new])
            return changes.edits()
        head = Line(line.step, loop.body[0])
        rest = self._renamed(line, loop, fresh)
        if fresh != self.last:
            for one in loop.body[1:]:
                inner = {part: text for part, text in rest.items() if part in set(ast.walk(one))}
                if inner:
                    changes.replace(Line(line.step, one), [source(line.step, one, inner)])
        inner = {part: text for part, text in rest.items() if part in set(ast.walk(head.node))}
        changes.replace(head, [*said, *new, source(line.step, head.node, inner)])
        if self.last != self.start and self.last in names_in(loop.iter):
            instead: dict[ast.AST, str] = {
                one: self.start for one in ast.walk(loop.iter) if isinstance(one, ast.Name) and one.id == self.last
            }
            changes.part(line, loop.iter, source(line.step, loop.iter, instead))
        return changes.edits()

    def _check(self, number: int, name: str) -> None:
        own = own_names(self.facts.program)
        read = frozenset().union(*(names_in(line.node) for line in self.lines)) | {self.last}
        made = frozenset().union(*(bound_by(line.node) for line in self.lines))
        for at in range(self.moved[0] + 1, len(self.block.lines)):
            node = self.block.lines[at].node
            told = names_in(node)
            if at in self.moved:
                continue
            if at < number and (told & made - {self.start} or any(may_change(node, one, own) for one in read if one in told)):
                raise Refusal("what comes of it is read before the rows are taken")
            if at == number and any(may_change(node, one, own) for one in read - made if one in told):
                raise Refusal("something that it reads is changed")
            if self.last in told and not self._only_indexed(node, at == number):
                raise Refusal("its rows are taken in other ways, too")

    def _only_indexed(self, node: ast.stmt, here: bool) -> bool:
        """Are rows taken by an index wherever the name stands? Where the folds are made, it only counts the rows."""
        good = set()
        for one in ast.walk(node):
            if isinstance(one, ast.Subscript) and isinstance(one.value, ast.Name) and isinstance(one.slice, ast.Name):
                good.add(one.value)
            elif (isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == "split" and here) or (
                isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "len"
            ):
                good |= {arg for arg in one.args if isinstance(arg, ast.Name)}
        return all(one in good for one in ast.walk(node) if isinstance(one, ast.Name) and one.id == self.last)

    def _text(self, line: Line, name: str, fresh: str) -> str:
        """A statement that learned from all rows, learning from those of the index."""
        instead: dict[ast.AST, str] = {}
        for one in self.learnt[line]:
            instead.update(self._learns_from(line, one, name))
        node = line.node
        if line is self.lines[-1] and isinstance(node, ast.Assign) and fresh != self.last:
            instead[node.targets[0]] = fresh
        return source(line.step, node, instead)

    def _learns_from(self, line: Line, one: Learnt, name: str) -> dict[ast.AST, str]:
        if one.tool is None:
            return {part: f"{self.start}[{name}]" for part in ast.walk(one.node) if isinstance(part, ast.Name) and part.id == self.start}
        label = ""
        if one.target is not None:
            if not isinstance(one.target, ast.Name) or not is_array(self.facts.program, one.target.id, set()):
                raise Refusal("how its labels are taken is not told")
            label = f", {one.target.id}[{name}]"
        return {one.node: f"{source(line.step, one.tool)}.fit({self.start}[{name}]{label}).{one.applied}({self.start})"}

    def _renamed(self, line: Line, loop: ast.For, fresh: str) -> dict[ast.AST, str]:
        if fresh == self.last:
            return {}
        return {one: fresh for part in loop.body for one in ast.walk(part) if isinstance(one, ast.Name) and one.id == self.last}

    def _fresh(self) -> str:
        taken = all_names(self.facts.program)
        return next(name for name in (f"{self.last}_fold", f"{self.last}_of_fold", f"{self.last}_prepared") if name not in taken)


@per_node
def _indexed(node: ast.AST) -> tuple[tuple[str, str], ...]:
    """What is indexed in a piece of a tree, and by what, where both are names."""
    return tuple(
        (one.value.id, one.slice.id)
        for one in ast.walk(node)
        if isinstance(one, ast.Subscript) and isinstance(one.value, ast.Name) and isinstance(one.slice, ast.Name)
    )
