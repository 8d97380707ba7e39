"""The bytes of a notebook or script → the text of any place in it; and two such → the lines that are new or different.

Cells are compared by their text and not by the lines of the file, so that a notebook that was only saved with another layout,
or whose cells were moved, has no changed lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model.program import Form, Place, Program
from ..model.review import Reported, Spot
from ..read.notebook import parse_notebook
from ..read.script import read_script
from ..read.source import json_text, python_text

Changed = Mapping[int | None, frozenset[int]]
BESIDES = -1  # stands for the outputs and the metadata of a cell
MOST = 10_000  # lines of one place


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds; `lines` by cell, in a script of the whole file."""

    program: Program
    lines: Mapping[int | None, tuple[str, ...]]

    def text(self, spot: Reported | Spot) -> str:
        """The lines of a place, with single blanks; in an output or in metadata its one line."""
        if spot.part:
            place = Place(spot.file, spot.cell, None, None, spot.line, 0, spot.end_line, 0, spot.part)
            return " ".join(self.program.text(place).split())
        lines = self.lines.get(spot.cell, ())[spot.line - 1 : max(spot.line, min(spot.end_line, spot.line + MOST))]
        return " ".join(" ".join(lines).split())

    def holds(self, source: str) -> bool:
        """Has it a cell of just this text?"""
        return any(cell.source == source for cell in self.program.cells)


def content_of(data: bytes, file: str) -> Content:
    """Raises Unreadable."""
    if file.lower().endswith(".ipynb"):
        notebook = parse_notebook(json_text(data))
        program = Program(file, Form.NOTEBOOK, (), cells=notebook.cells, metadata=notebook.metadata)
        return Content(program, {cell.index: tuple(cell.source.split("\n")) for cell in notebook.cells})
    text = python_text(data)
    form, cells = read_script(text)
    return Content(Program(file, form, (), cells=cells), {None: tuple(text.split("\n"))})


def changed_lines(before: Content, after: Content) -> Changed:
    """By cell, the lines of `after` that are new or different, and `BESIDES` where its outputs or metadata are."""
    notebook = after.program.form is Form.NOTEBOOK
    old, new = before.program.cells, after.program.cells
    known = {cell.source for cell in new} & {cell.source for cell in old}  # as they were, wherever they stand now
    was = [line for cell in old if cell.source not in known for line in cell.source.split("\n")]
    now = [
        (cell.index if notebook else None, number, line)
        for cell in new
        if cell.source not in known
        for number, line in enumerate(cell.source.split("\n"), cell.first_line)
    ]
    same: set[int] = set()
    for _, start, size in SequenceMatcher(None, was, [line for _, _, line in now]).get_matching_blocks():
        same.update(range(start, start + size))
    changed: dict[int | None, set[int]] = {}
    for at, (index, number, _) in enumerate(now):
        if at not in same:
            changed.setdefault(index, set()).add(number)
    if notebook:
        shown = {repr((cell.outputs, cell.metadata)) for cell in old}
        for cell in new:
            if repr((cell.outputs, cell.metadata)) not in shown:
                changed.setdefault(cell.index, set()).add(BESIDES)
    return {index: frozenset(lines) for index, lines in changed.items()}


def touches(changed: Changed, spot: Reported | Spot) -> bool:
    """Is one of these lines of this place?"""
    lines = changed.get(spot.cell, frozenset())
    if spot.part:
        return bool(changed.get(None)) or BESIDES in lines
    return any(line in lines for line in range(spot.line, max(spot.line, min(spot.end_line, spot.line + MOST)) + 1))
