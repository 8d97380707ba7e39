"""A program and edits of it → is the leak gone, and nothing else worse? Asked of the facts of the changed program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..facts import build
from ..model.copies import copies
from ..model.facts import Facts
from ..model.finding import Edit
from ..model.program import Cell, Place, Program
from ..read.notebook import Notebook
from ..read.program import from_cells, from_notebook
from ..syntax.parse import quiet


def holds(before: Facts, edits: Sequence[Edit], name: str) -> bool:
    """After these edits, this tool or statistic learns at fewer places what is scored, and nothing that was right is wrong."""
    program = edited(before.program, edits)
    if program is None:
        return False
    after = build(program)
    if len(after.missing) > len(before.missing) or len(after.gaps) > len(before.gaps):
        return False
    old, new = spoiled(before), spoiled(after)
    kept = sum(1 for _ in after.held_out()) >= sum(1 for _ in before.held_out())
    return kept and len(new.get(name, ())) < len(old.get(name, ())) and all(len(new[one]) <= len(old.get(one, ())) for one in new)


def spoiled(facts: Facts) -> dict[str, set[Place]]:
    """By what was learned, the places where it learned from rows that are scored."""
    found: dict[str, set[Place]] = {}
    for leak in facts.leaks():
        learning = leak.learning
        if learning.learns.preparation and (facts.fitted_apart(learning, leak.score) or facts.fitted_again(learning, leak.score)):
            found.setdefault(learning.name, set()).add(learning.place)
    for one in copies(facts):
        found.setdefault(one.made.name, set()).add(one.made.place)
    return found


def edited(program: Program, edits: Sequence[Edit]) -> Program | None:
    """The program after these edits; None where they do not fit its text, or it is no longer Python."""
    cells = {cell.index: cell for cell in program.cells}
    by_cell: dict[int, list[tuple[int, int, Edit]]] = {}
    for edit in edits:
        cell = _cell_of(program, edit)
        if cell is None:
            return None
        place, above = edit.place, 0 if edit.place.cell is not None else cell.first_line - 1
        starts = [0]
        for line in cell.source.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        begin, end = starts[place.line - 1 - above] + place.column, starts[place.end_line - 1 - above] + place.end_column
        if cell.source[begin:end] != edit.expected:
            return None
        by_cell.setdefault(cell.index, []).append((begin, end, edit))
    for index, mine in by_cell.items():
        source, at = cells[index].source, len(cells[index].source) + 1
        for begin, end, edit in sorted(mine, key=lambda one: one[0], reverse=True):
            if end > at:
                return None
            source, at = source[:begin] + edit.new + source[end:], begin
        cells[index] = replace(cells[index], source=source, outputs=(), execution_count=None)
    with quiet():
        changed = tuple(cells[cell.index] for cell in program.cells)
        if program.steps and program.steps[0].in_notebook:
            made = from_notebook(Notebook(changed, "python", (), program.metadata), program.path)
        else:
            made = from_cells(changed, program.form, program.path)
    if any(step.tree is None for step in made.steps):
        return None
    return replace(made, modules=program.modules, recorded=None)


def _cell_of(program: Program, edit: Edit) -> Cell | None:
    place = edit.place
    if place.path != program.path or place.part:
        return None
    for cell in program.cells:
        last = cell.first_line + cell.source.count("\n")
        if cell.index == place.cell or (place.cell is None and cell.first_line <= place.line <= last and cell.kind == "code"):
            return cell
    return None
