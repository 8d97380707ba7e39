"""Lines of a program and what shall stand in their place → edits of its text."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from ..model.finding import Edit
from ..model.program import Step
from .lines import Line, Refusal

_MARK = re.compile(r"#[ \t]*(?:%%|In\[[ \d]*\]|<\w*cell>|COMMAND|MAGIC|Databricks|!)")

_PRAGMA = re.compile(r"#[ \t]*(?:noqa|type:|pylint|mypy|ruff|mlreview|<-)", re.IGNORECASE)


def source(step: Step, node: ast.AST, instead: Mapping[ast.AST, str] | None = None) -> str:
    """The text of a node, with other texts in the place of some of its parts."""
    begin, end = _ends(step, node)
    parts = sorted((*_ends(step, one), text) for one, text in (instead or {}).items())
    kept: list[str] = []
    at = begin
    for first, last, text in parts:
        if first < at:
            raise Refusal("what is replaced overlaps")
        kept += [_between(step, at, first), text]
        at = last
    return "".join([*kept, _between(step, at, end)])


def _ends(step: Step, node: ast.AST) -> tuple[tuple[int, int], tuple[int, int]]:
    line, end = getattr(node, "lineno", 0), getattr(node, "end_lineno", 0)
    if not line or not end or any(number in step.shifts for number in range(line, end + 1)):
        raise Refusal("a piece of it is no Python as it stands")
    return (line, step.column(line, getattr(node, "col_offset", 0))), (end, step.column(end, getattr(node, "end_col_offset", 0)))


def _between(step: Step, begin: tuple[int, int], end: tuple[int, int]) -> str:
    lines = list(step.lines[begin[0] - 1 : end[0]])
    lines[-1] = lines[-1][: end[1]]
    lines[0] = lines[0][begin[1] :]
    return "\n".join(lines)


class Changes:
    """Whole lines that go, come, or become others."""

    def __init__(self) -> None:
        self.steps: dict[int, Step] = {}
        self.by_cell: dict[int, dict[int, list[str]]] = {}

    def replace(self, line: Line, new: Sequence[str]) -> None:
        """Put these statements in the place of one that has its lines to itself; its comment stays behind the first."""
        before, after = self._around(line)
        indented = [before + one for one in new]
        if indented and after:
            indented[0] += f"  {after}"
        self._set(line, indented)

    def part(self, line: Line, node: ast.expr, new: str) -> None:
        """Put another text in the place of a piece of one line that stays otherwise."""
        (first, column), (last, end) = _ends(line.step, node)
        if first != last:
            raise Refusal("it reaches over several lines")
        text = line.step.lines[first - 1]
        cell = self.by_cell.setdefault(line.step.cell.index, {})
        if first in cell:
            raise Refusal("a line would be changed twice")
        cell[first] = [text[:column] + new + text[end:]]
        self.steps[line.step.cell.index] = line.step

    def remove(self, line: Line) -> list[str]:
        """Take a statement away, and the comment above it where that speaks of nothing else; its comments are handed back."""
        _, after = self._around(line)
        behind = [after] if after and not _PRAGMA.match(after) else []
        self._set(line, [])
        first, last = line.span
        lines = line.step.lines
        start = first
        while start > 1 and lines[start - 2].strip().startswith("#") and not _MARK.match(lines[start - 2].strip()):
            start -= 1
        alone = last >= len(lines) or not lines[last].strip()
        if start == first or not alone or (start > 1 and lines[start - 2].strip() and not _MARK.match(lines[start - 2].strip())):
            return behind
        taken = self.by_cell[line.step.cell.index]
        taken.update({number: [] for number in range(start, first)})
        return [*(lines[number - 1].strip() for number in range(start, first)), *behind]

    def _around(self, line: Line) -> tuple[str, str]:
        """The indentation of a statement, and the comment behind it."""
        (first, column), (last, end) = _ends(line.step, line.node)
        before, after = line.step.lines[first - 1][:column], line.step.lines[last - 1][end:].strip()
        if before.strip() or (after and not after.startswith("#")):
            raise Refusal("it shares its line with another statement")
        return before, after

    def _set(self, line: Line, new: list[str]) -> None:
        cell = self.by_cell.setdefault(line.step.cell.index, {})
        first, last = line.span
        if any(number in cell for number in range(first, last + 1)):
            raise Refusal("a line would be changed twice")
        cell.update({number: [] for number in range(first, last + 1)})
        cell[first] = new
        self.steps[line.step.cell.index] = line.step

    def edits(self) -> tuple[Edit, ...]:
        """The edits that do it: one for each run of lines."""
        found = []
        for cell, step in self.steps.items():
            changed = self.by_cell[cell]
            for _, group in groupby(enumerate(sorted(changed)), key=lambda one: one[1] - one[0]):
                numbers = [number for _, number in group]
                new = [text for number in numbers for text in changed[number]]
                found.append(_edit(step, numbers[0], numbers[-1], new))
        return tuple(found)


def _edit(step: Step, first: int, last: int, new: list[str]) -> Edit:
    lines = step.lines
    blank_above = first == 1 or not lines[first - 2].strip() or _MARK.match(lines[first - 2].strip()) is not None
    if not new and last < len(lines) - 1 and blank_above and not lines[last].strip():
        last += 1  # two gaps become one
    begin, end = (first, 0), (last, len(lines[last - 1]))
    text = "\n".join(new)
    if not new and last < len(lines):
        end = (last + 1, 0)
    elif not new and first > 1:
        begin = (first - 1, len(lines[first - 2]))
    return Edit(step.span(*begin, *end), _between(step, begin, end), text, False)
