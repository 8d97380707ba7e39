"""A program and places in it → the straight line of statements in which all of them stand."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.program import Place, Program, Step

FEW = 2_000  # statements of one block; in a longer one nothing is moved


class Refusal(Exception):
    """This program is not changed in this way; the message says why, for whoever mends the room."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A statement and the step in which it stands."""

    step: Step
    node: ast.stmt

    @property
    def span(self) -> tuple[int, int]:
        """Its first and last line in the cell."""
        return self.node.lineno, self.node.end_lineno or self.node.lineno


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Statements that run one after the other, once for each time that the first one runs.

    `looped`: the block as a whole runs again and again. `whole`: nothing of its scope, but what stands above it, stands outside.
    """

    program: Program
    lines: tuple[Line, ...]
    looped: bool = False
    whole: bool = True

    def at(self, place: Place) -> int:
        """Which of the statements a place stands in, at any depth."""
        for number, line in enumerate(self.lines):
            if holds(line, place):
                return number
        raise Refusal("the place is in another block")


def holds(line: Line, place: Place) -> bool:
    """Does a place stand in this statement?"""
    step, above = line.step, 0 if line.step.in_notebook else line.step.cell.first_line - 1
    if (place.cell is not None and place.cell != step.cell.index) or not place.end_line <= (line.node.end_lineno or 0) + above:
        return False
    mine = step.place(line.node)
    first = min((node.lineno for node in getattr(line.node, "decorator_list", ())), default=0)
    begin = (mine.line + (first - line.node.lineno if first else 0), mine.column)
    same = mine.path == place.path and mine.cell == place.cell
    return same and begin <= (place.line, place.column) and (place.end_line, place.end_column) <= (mine.end_line, mine.end_column)


def block_of(program: Program, places: Sequence[Place]) -> Block:
    """The innermost block in which all of these places stand."""
    block = Block(program, tuple(Line(step, node) for step in program.steps if step.tree is not None for node in step.tree.body))
    if len(block.lines) > FEW or any(step.tree is None for step in program.steps):
        raise Refusal("the program is too long, or not all of it was read")
    while True:
        numbers = {block.at(place) for place in places}
        if len(numbers) > 1:
            return block
        inner = _inner(block, block.lines[numbers.pop()], places)
        if inner is None:
            return block
        block = inner


def _inner(block: Block, line: Line, places: Sequence[Place]) -> Block | None:
    node = line.node
    function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    looped = not function and (block.looped or isinstance(node, ast.For | ast.AsyncFor | ast.While))
    last = block.whole and isinstance(node, ast.If | ast.With) and line is block.lines[-1] and not getattr(node, "orelse", None)
    for body in _bodies(node):
        lines = tuple(Line(line.step, one) for one in body)
        if all(any(holds(one, place) for one in lines) for place in places):
            return Block(block.program, lines, looped, function or last)
    return None


def _bodies(node: ast.stmt) -> list[list[ast.stmt]]:
    bodies = [getattr(node, name, None) for name in ("body", "orelse", "finalbody")]
    bodies += [one.body for one in (*getattr(node, "handlers", ()), *getattr(node, "cases", ()))]
    return [body for body in bodies if isinstance(body, list)]
