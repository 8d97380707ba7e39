"""A file before and after its fixes → the difference for people: cell by cell, harmless on any terminal, the same at any width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff

from ..model.program import Cell
from ..read import read_data
from ..read.notebook import parse_notebook
from ..read.source import json_text, python_text
from ..report.inert import inert
from ..secrets import hide, scan
from .mend import Mend
from .splice import Kind

CONTEXT = 2


def diff(shown: str, kind: Kind, old: bytes, new: bytes, made: Sequence[Mend]) -> str:
    """The lines that change, by cell, each with the rules that asked for it. Secrets are masked."""
    lines = _script(shown, old, new, made) if kind == "script" else _notebook(shown, old, new, made)
    hidden = [value for data in (old, new) for secret in scan(read_data(data, shown, kind)) for value in secret.values]
    return "".join(inert(hide(line, hidden)) + "\n" for line in lines)


def _script(shown: str, old: bytes, new: bytes, made: Sequence[Mend]) -> Iterator[str]:
    yield f"{shown}  {rules_of(made)}"
    yield from _hunks(python_text(old), python_text(new))
    yield ""


def _notebook(shown: str, old: bytes, new: bytes, made: Sequence[Mend]) -> Iterator[str]:
    for was, now in zip(_cells(old), _cells(new), strict=True):
        hunks = list(_hunks(was.source, now.source))
        gone = list(_cleared(was, now))
        beside = [*_beside(made, was.index)]
        if hunks or gone or beside:
            yield f"{shown} cell {was.index}  {rules_of(one for one in made if any(edit.place.cell == was.index for edit in one.edits))}"
            yield from [*hunks, *beside, *gone, ""]
    around = [*_beside(made, None)]
    if around:
        yield f"{shown} notebook  {rules_of(one for one in made if any(edit.place.cell is None for edit in one.edits))}"
        yield from [*around, ""]


def _cells(data: bytes) -> tuple[Cell, ...]:
    return parse_notebook(json_text(data)).cells


def _hunks(old: str, new: str) -> Iterator[str]:
    hunks = unified_diff(old.split("\n"), new.split("\n"), n=CONTEXT, lineterm="")
    for number, line in enumerate(hunks):
        if number > 1:  # the names of the files come first
            yield line


def _beside(made: Iterable[Mend], cell: int | None) -> Iterator[str]:
    """Edits of other texts than the source."""
    for one in made:
        for edit in one.edits:
            part = edit.place.part
            if edit.place.cell == cell and edit.target != "output" and part not in ("", "source") and not part.startswith("outputs"):
                yield f"@@ {part}, line {edit.place.line} @@"
                yield from (f"-{line}" for line in edit.expected.split("\n"))
                yield from (f"+{line}" for line in edit.new.split("\n"))


def _cleared(was: Cell, now: Cell) -> Iterator[str]:
    outputs = bool(was.outputs) and not now.outputs
    count = was.execution_count is not None and now.execution_count is None
    if outputs or count:
        what = "outputs and count" if outputs and count else "outputs" if outputs else "count"
        yield f"{what} of cell {was.index} {'is' if what == 'count' else 'are'} cleared"


def cleared(kind: Kind, old: bytes, new: bytes) -> list[str]:
    """For each cell that counts as not run from now on, a line that says so."""
    if kind == "script":
        return []
    return [line for was, now in zip(_cells(old), _cells(new), strict=True) for line in _cleared(was, now)]


def rules_of(made: Iterable[Mend]) -> str:
    """The rules that asked for these, each once."""
    return ", ".join(dict.fromkeys(one.rule for one in made))
