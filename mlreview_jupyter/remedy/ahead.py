"""Something that learned above a split → the split first, and the same preparation below it, learned from the training part."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from ..model.facts import Event, Facts, Learning, Score
from ..model.finding import Edit
from .arrays import is_array
from .changes import Changes, source
from .columns import Columns
from .learnt import learnt_in
from .lines import Block, Refusal, block_of
from .names import bound_by, changes_inplace, hides_names, may_change, names_in, only_looks, own_names, root
from .parting import Parting, parting, slicings
from .replay import Replay
from .rows import Flow

Check = Callable[[ast.stmt], bool]


def split_first(facts: Facts, learning: Learning, split: Event) -> Iterator[tuple[Edit, ...]]:
    """The ways in which the split can come first: all that learned moves below it, or it moves above."""
    block = block_of(facts.program, (learning.place, split.place))
    found = parting(block, split)
    yield from _both(facts, block, learning, found)
    yield from _both(facts, block, learning, found.swapped)


def slice_first(facts: Facts, learning: Learning, scores: Sequence[Score]) -> Iterator[tuple[Edit, ...]]:
    """The same, where parts are taken by slices, masks or indexes."""
    block = block_of(facts.program, (learning.place, *(score.place for score in scores)))
    for split in slicings(block, block.at(learning.place) + 1):
        with suppress(Refusal):
            yield from _both(facts, block, learning, split)


def _both(facts: Facts, block: Block, learning: Learning, split: Parting) -> Iterator[tuple[Edit, ...]]:
    ahead = _Ahead(facts, block, learning, split)
    for below in (True, False):
        with suppress(Refusal):
            yield ahead.edits(below)


class _Ahead:
    """Which statements have to move, and what they become."""

    def __init__(self, facts: Facts, block: Block, learning: Learning, split: Parting) -> None:
        self.facts, self.block, self.parting = facts, block, split
        if self.block.looped or not self.block.whole or hides_names(facts.program):
            raise Refusal("it stands where other names may be read")
        self.first = self.block.at(learning.place)
        if self.first > self.parting.number:
            raise Refusal("it stands below the split")
        self.own = own_names(facts.program)
        self.moved = self._closure()
        self.lines = [self.block.lines[number] for number in self.moved]

    def _closure(self) -> list[int]:
        """The statement that learns, and those below it that go on with what comes of it, up to the split."""
        moved: list[int] = []
        made: set[str] = set()
        for number in range(self.first, self.parting.number):
            line = self.block.lines[number]
            if number == self.first or (names_in(line.node) & made and not only_looks(line.node)):
                learnt = learnt_in(self.facts, line)
                if number == self.first or bound_by(line.node) or learnt or changes_inplace(line.node):
                    moved.append(number)
                    made |= bound_by(line.node) | {root(one.tool) for one in learnt if isinstance(one.tool, ast.Name)}
        return moved

    def edits(self, below: bool) -> tuple[Edit, ...]:
        """Everything moves below the split, or the split above everything."""
        columns = Columns(self.facts, self.block, self.parting, self.lines, self.first)
        if columns.frame:
            parts, labels, label = columns.parts()
            replay = Replay(self.facts, parts, [], columns.frame, labels, label)
            new = [text for line in self.lines for text in replay.line(line)]
            if replay.subset:  # parts of a frame that are changed in place: older versions of pandas warn of it
                new[:0] = [f"{name} = {name}.copy()" for name in (parts.train, parts.test)]
            split = source(self.parting.line.step, self.parting.line.node)
            self._check(replay, frozenset({columns.frame}), columns.may_stay, columns.harmless, below)
        else:
            flow = Flow(self.facts, self.parting, self.lines)
            tools = any(one.tool is not None for line in self.lines for one in learnt_in(self.facts, line))
            if self.parting.sliced and tools and not is_array(self.facts.program, flow.start, {line.node for line in self.lines}):
                raise Refusal("how its rows are taken is not told")
            replay = Replay(self.facts, flow.parts, [flow.start], "", flow.labels, flow.label)
            new = [text for line in self.lines for text in replay.line(line)]
            new += flow.last_step(replay)
            split = flow.split_text(replay)
            rows = flow.names - replay.values
            self._check(replay, rows, flow.may_stay, flow.harmless, below)
        return self._changes(split, new, below)

    def _changes(self, split: str, new: list[str], below: bool) -> tuple[Edit, ...]:
        changes = Changes()
        if below or not self.lines:
            said = [text for line in self.lines for text in changes.remove(line)]
            changes.replace(self.parting.line, [split, *said, *new])
        else:
            for line in self.lines[1:]:
                changes.remove(line)
            changes.replace(self.lines[0], [split, *new])
            changes.remove(self.parting.line)
        return changes.edits()

    def _check(self, replay: Replay, rows: frozenset[str], may_stay: Check, harmless: Check, below: bool) -> None:
        """Refuses what would read a name too early, or too late, or find it changed."""
        lines = self.block.lines
        read = frozenset().union(*(names_in(one.node) for one in self.lines))
        for number in range(self.first + 1, self.parting.number):
            node = lines[number].node
            if number not in self.moved:
                self._check_between(node, read, replay, below)
                if names_in(node) & rows and not may_stay(node):
                    raise Refusal("what comes of it is read before the split")
        left = read - rows - {replay.first_label}
        if self.parting.names & left:
            raise Refusal("the parts are called like something that is read")
        rows -= self.parting.names
        for line in lines[self.parting.number + 1 :]:
            if names_in(line.node) & rows and not harmless(line.node):
                raise Refusal("what comes of it is read below the split")
        for line in lines[: self.first]:
            if isinstance(line.node, ast.FunctionDef | ast.ClassDef) and names_in(line.node) & (rows | replay.values):
                raise Refusal("a function reads what comes of it")

    def _check_between(self, node: ast.stmt, read: frozenset[str], replay: Replay, below: bool) -> None:
        told = names_in(node)
        if any(may_change(node, name, self.own) for name in read if name in told):
            raise Refusal("something that it reads is changed before the split")
        if below and told & replay.values:
            raise Refusal("what it learned is read before the split")
        if not below and (told & self.parting.names or bound_by(node) & names_in(self.parting.line.node)):
            raise Refusal("the split depends on what stands above it")
