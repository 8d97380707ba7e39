"""A program as it is read: cells, the steps in which they run, and places in them."""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import Any

BLOCK = 512  # code points of a long line that are counted at once


class Form(str, Enum):
    """How the program lies on disk."""

    NOTEBOOK = "notebook"
    PERCENT = "percent script"
    DATABRICKS = "Databricks source"
    SCRIPT = "script"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in a cell, and so that the line on disk can be worked out.

    `line` counts from 1 in the cell (in the file for a `.py`); columns count code points from 0. With `part`, the place
    is not in a cell's source but in another text of it, named by its keys in the JSON (`outputs/0/text`,
    `metadata/title`), and `line` counts in that text; without a cell, the keys begin at the notebook.
    """

    path: str
    cell: int | None
    cell_id: str | None
    execution_count: int | None
    line: int
    column: int
    end_line: int
    end_column: int
    part: str = ""

    @property
    def order(self) -> tuple[str, int, str, int, int]:
        """For sorting: file, cell, part, line, column."""
        return (self.path, -1 if self.cell is None else self.cell, self.part, self.line, self.column)

    def words(self) -> str:
        """The short form people read: `cell 4:2`, `line 12` in a script, `cell 4 output 0:2`."""
        return where(self.cell, self.line, self.part)


def where(cell: int | None, line: int, part: str = "") -> str:
    """A place in the words that every view uses."""
    if not part:
        return f"line {line}" if cell is None else f"cell {cell}:{line}"
    kind, _, rest = part.partition("/")
    inside = f"output {rest.partition('/')[0]}" if kind == "outputs" else kind
    return f"{'notebook' if cell is None else f'cell {cell}'} {inside}:{line}"


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
    metadata: Mapping[str, Any] = field(default_factory=dict)


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
        if text.isascii():
            return min(offset + shift, len(text))
        return _code_points(text, len(text[:shift].encode("utf-8", "surrogatepass")) + offset)


def _code_points(text: str, offset: int) -> int:
    """How many code points stand in so many bytes of a text."""
    starts = _blocks(text) if len(text) > BLOCK else (0,)
    block = bisect_right(starts, offset) - 1
    inside = text[block * BLOCK : (block + 1) * BLOCK].encode("utf-8", "surrogatepass")[: offset - starts[block]]
    return block * BLOCK + len(inside.decode("utf-8", "ignore"))


@lru_cache(maxsize=8)
def _blocks(text: str) -> tuple[int, ...]:
    """The byte where each block of a long line begins, so that not all of it is looked at for every place in it."""
    sizes = (len(text[at : at + BLOCK].encode("utf-8", "surrogatepass")) for at in range(0, len(text), BLOCK))
    return tuple(accumulate(sizes, initial=0))[:-1]


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
    writers: tuple[Program, ...] = ()  # others that wrote what this one reads
    metadata: Mapping[str, Any] = field(default_factory=dict)  # the notebook's own
    _step_of: Mapping[int, Step] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_step_of", {step.cell.index: step for step in self.steps})

    def text(self, place: Place) -> str:
        """The line of a place, in this program or in one that came along."""
        if place.part:
            return self._line_of_part(place)
        for program in self._all():
            one = program._step_of.get(place.cell) if place.cell is not None else None
            for step in program.steps if place.cell is None else [one] if one is not None else []:
                line = place.line - (0 if step.in_notebook else step.cell.first_line - 1)
                if step.path == place.path and 0 < line <= len(step.lines):
                    return step.lines[line - 1]
        return self._line_of_prose(place) if place.path == self.path else ""

    def _line_of_prose(self, place: Place) -> str:
        """The line of a cell that does not run."""
        for cell in self.cells:
            line = place.line - (cell.first_line - 1)
            if (place.cell is None or cell.index == place.cell) and line > 0:
                lines = cell.source.split("\n", line)
                if len(lines) >= line and (place.cell is not None or cell.kind != "code"):
                    return lines[line - 1]
        return ""

    def _line_of_part(self, place: Place) -> str:
        """The line of an output or of metadata."""
        cell = next((one for one in self.cells if one.index == place.cell), None)
        told: object = {"metadata": self.metadata} if cell is None else {"outputs": cell.outputs, "metadata": cell.metadata}
        for key in place.part.split("/"):
            key = key.replace("~1", "/").replace("~0", "~")
            if isinstance(told, Mapping):
                told = told.get(key)
            elif isinstance(told, list | tuple) and key.isdigit() and int(key) < len(told):
                told = told[int(key)]
            else:
                return ""
        if isinstance(told, list) and all(isinstance(one, str) for one in told):
            told = "".join(told)
        lines = told.split("\n") if isinstance(told, str) else []
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    def _all(self) -> Iterator[Program]:
        """This program, every module that came along and every program that something came from, each once."""
        seen: set[int] = set()
        stack = [self]
        while stack:
            program = stack.pop()
            if id(program) not in seen:
                seen.add(id(program))
                yield program
                stack.extend(reversed((*program.modules.values(), *program.writers)))
