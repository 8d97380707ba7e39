"""A number → one input, always the same: a notebook or a script, of one of several makes."""

from __future__ import annotations

import contextlib
import random
from typing import NamedTuple

from ..properties.programs import CHANGES, PROGRAMS
from . import notebooks, texts
from .python import Writer


class Case(NamedTuple):
    """One input: how it was made, the name of its file, and its bytes."""

    make: str
    name: str
    data: bytes


def case(number: int) -> Case:
    """The input of this number."""
    chance = random.Random(number)
    make = chance.choices(["valid", "cells", "notebook", "script", "mutant", "mixture"], [40, 15, 15, 10, 12, 8])[0]
    if make == "valid":
        cells = [Writer(chance).program(chance.choice([1, 2, 3])) for _ in range(chance.choice([1, 1, 2, 3]))]
        return _shown(chance, make, cells)
    if make == "cells":
        return Case(make, "a.ipynb", notebooks.of_cells([texts.cell(chance) for _ in range(chance.choice([1, 2, 3]))]))
    if make == "notebook":
        return Case(make, "a.ipynb", notebooks.notebook(chance))
    if make == "script":
        return Case(make, "a.py", texts.script(chance).encode("utf-8", "surrogatepass"))
    cells = list(chance.choice(PROGRAMS))
    if make == "mutant":
        for _ in range(chance.choice([1, 1, 2, 4])):
            at = chance.randrange(len(cells))
            cells[at] = texts.spoil(chance, cells[at]) if chance.random() < 0.6 else _swapped(chance, cells[at])
        return _shown(chance, make, cells)
    others = chance.choice(PROGRAMS)
    lines = [part for cell in (*cells, *others) for part in cell.split("\n\n")]
    lines += [Writer(chance).program(1) for _ in range(chance.choice([0, 1, 2]))]
    chance.shuffle(lines)
    if chance.random() < 0.1:
        with contextlib.suppress(SyntaxError):
            lines = CHANGES[chance.choice(sorted(CHANGES))](lines, chance)
    return _shown(chance, make, lines[: chance.choice([4, 8, 12])])


def _swapped(chance: random.Random, cell: str) -> str:
    """Lines of a cell in another order, some of them gone, some indented, some of another program."""
    lines = cell.split("\n")
    for _ in range(chance.choice([1, 2, 3])):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    lines[chance.randrange(len(lines))] = chance.choice(chance.choice(chance.choice(PROGRAMS)).split("\n"))
    return "\n".join(lines)


def _shown(chance: random.Random, make: str, cells: list[str]) -> Case:
    if chance.random() < 0.7:
        return Case(make, "a.ipynb", notebooks.of_cells(cells))
    return Case(make, "a.py", "\n# %%\n".join(cells).encode("utf-8", "surrogatepass"))
