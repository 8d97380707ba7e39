"""The order in which the cells ran, in words and as a picture."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlreview_jupyter.model.review import Ran
from mlreview_jupyter.report import html
from mlreview_jupyter.report.page.cells import order, strays

from .samples import clear, file

COUNTS: list[tuple[tuple[int | None, ...], str]] = [
    ((None, 1, 2, None, 3), "All 3 code cells ran, from top to bottom."),
    ((None, 1, 5, None, 3), "All 3 code cells ran, out of order: cell 2. 2 runs of the session left no trace."),
    ((None, None, None), "No execution count is saved: in which order the cells ran is not known."),
    ((None,), "There is no code cell."),
    ((None, 1, None, None, 2), "2 of 3 code cells ran, from top to bottom. No count: cell 2."),
    (
        (None, 4, 4, None, 5),
        "All 3 code cells ran, from top to bottom. Some counts occur twice: the cells ran in more than one session.",
    ),
]


@pytest.mark.parametrize(("counts", "words"), COUNTS)
def test_the_order_of_the_cells_in_words(counts: tuple[int | None, ...], words: str) -> None:
    assert order(file(counts=counts)) == words


def test_the_picture_has_a_way_for_each_cell_that_ran_and_marks_what_jumped() -> None:
    page = html.render(replace(clear(), files=(file(counts=(None, 1, 5, None, 3, None)),)))
    (drawn,) = re.findall(r'<svg viewBox="[^"]+" class="cells".+?</svg>', page)
    assert len(re.findall("<path", drawn)) == 3
    assert drawn.count('class="way stray"') == 1
    assert "<text" in drawn
    assert re.search(r'class="end stray">cell 2<', drawn)
    assert re.search(r'class="end none">cell 5<', drawn)
    assert "⋮ 1" in drawn


@given(st.lists(st.integers(1, 9), max_size=7))
def test_no_fewer_cells_could_move(counts: list[int]) -> None:
    cells = [Ran(number, "code", count, "python") for number, count in enumerate(counts)]
    moved = strays(cells)
    kept = [cell.execution_count for cell in cells if cell not in moved]
    assert kept == sorted(kept, key=lambda count: count or 0)
    longest = max(
        (size for size in range(len(counts) + 1) for some in combinations(counts, size) if list(some) == sorted(some)),
        default=0,
    )
    assert len(kept) == longest
