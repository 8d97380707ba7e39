"""A program as it is read: cells, the steps in which they run, and places in them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Form(str, Enum):
    """How the program lies on disk."""

    NOTEBOOK = "notebook"
    PERCENT = "percent script"
    DATABRICKS = "Databricks source"
    SCRIPT = "script"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in a cell, and so that the line on disk can be worked out.

    `line` counts from 1 in the cell (in the file for a `.py`); columns count code points from 0.
    """

    path: str
    cell: int | None
    cell_id: str | None
    execution_count: int | None
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def order(self) -> tuple[str, int, int, int]:
        """For sorting: file, cell, line, column."""
        return (self.path, -1 if self.cell is None else self.cell, self.line, self.column)

    def words(self) -> str:
        """The short form people read: `cell 4:2`, or `line 12` in a script."""
        return f"line {self.line}" if self.cell is None else f"cell {self.cell}:{self.line}"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that could not be read or followed; whatever depends on it is not certain."""

    kind: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it was saved. `index` counts all cells from 0; a script's cells start at `first_line`."""

    index: int
    kind: str
    source: str
    id: str | None = None
    execution_count: int | None = None
    tags: tuple[str, ...] = ()
    outputs: tuple[Mapping[str, Any], ...] = ()
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One run of one cell: the tree that ran, and how its positions map back to the text people see.

    `shifts` gives, per line of the tree, how many columns the original text is further right.
    """

    cell: Cell
    tree: ast.Module | None
    path: str
    in_notebook: bool
    shifts: Mapping[int, int] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    language: str = "python"

    def place(self, node: ast.AST) -> Place:
        """The place of a node of this step's tree."""
        line: int = getattr(node, "lineno", 1)
        end: int = getattr(node, "end_lineno", None) or line
        return self.span(
            line, self.column(line, getattr(node, "col_offset", 0)), end, self.column(end, getattr(node, "end_col_offset", None) or 0)
        )

    def span(self, line: int, column: int, end_line: int, end_column: int) -> Place:
        """A place in this step from positions in code points."""
        cell = self.cell
        if self.in_notebook:
            return Place(self.path, cell.index, cell.id, cell.execution_count, line, column, end_line, end_column)
        offset = cell.first_line - 1
        return Place(self.path, None, None, None, line + offset, column, end_line + offset, end_column)

    def column(self, line: int, offset: int) -> int:
        """Code points for a byte offset that `ast` gave."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        shift = self.shifts.get(line, 0)
        if not text.isascii():
            before = text[shift : shift + offset]  # no more characters than bytes
            if not before.isascii():
                offset = len(before.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore"))
        return min(offset + shift, len(text))


@dataclass(frozen=True, slots=True)
class Counts:
    """What the saved execution counts tell, and what they cannot."""

    recorded: bool  # two or more code cells carry a count
    ordered: bool  # they rise down the page
    first: int | None  # the lowest count
    missing: tuple[int, ...]  # counts between the first and the last that no cell carries
    repeated: tuple[int, ...]  # counts that several cells carry: more than one session
    uncounted: tuple[int, ...]  # cells without a count amid counted ones
    mismatched: tuple[int, ...]  # cells whose result carries another count than the cell


@dataclass(frozen=True, slots=True)
class Program:
    """Steps in the order they run. `modules` are the local modules and `%run` targets that they name."""

    path: str
    form: Form
    steps: tuple[Step, ...]
    order: str = "document"
    cells: tuple[Cell, ...] = ()
    gaps: tuple[Gap, ...] = ()
    counts: Counts | None = None
    modules: Mapping[str, Program] = field(default_factory=dict)
    recorded: Program | None = None  # the same cells in the order of their counts, where that is another order

    def text(self, place: Place) -> str:
        """The source line of a place, in this program or in a module that came along."""
        for step in self.steps:
            cell = step.cell
            if step.path != place.path or (place.cell is not None and place.cell != cell.index):
                continue
            line = place.line - (0 if step.in_notebook else cell.first_line - 1)
            if 0 < line <= len(step.lines):
                return step.lines[line - 1]
        for module in self.modules.values():
            if module is not self and (line_text := module.text(place)):
                return line_text
        return ""
