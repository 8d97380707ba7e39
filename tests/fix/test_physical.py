"""The line on disk holds what was found there, however the notebook is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mlreview_jupyter.model.program import Place
from mlreview_jupyter.read import physical_line
from mlreview_jupyter.read.notebook import from_json
from mlreview_jupyter.read.physical import Positions, positions

from ..programs import save
from .saved import Saved, saved


@given(saved())
@settings(max_examples=400, deadline=None)
def test_every_line_is_where_it_is_said_to_be(notebook: Saved) -> None:
    lines = re.split(r"\r\n|\r|\n", notebook.text)
    told = positions(notebook.data)
    for (cell, part), texts in notebook.texts.items():
        for number, text in enumerate(texts, 1):
            physical = told.line(cell, number, part)
            assert physical is not None
            assert text[: text.index(">") + 1] in lines[physical - 1]


@given(saved())
@settings(max_examples=100, deadline=None)
def test_cells_are_counted_as_the_reader_counts_them(notebook: Saved) -> None:
    assert len(positions(notebook.data).cells) == len(from_json(json.loads(notebook.text)).cells)


@given(st.binary(max_size=200) | st.text('{}[]",:cells source', max_size=60).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_what_is_no_notebook_has_no_lines_and_does_no_harm(data: bytes) -> None:
    assert positions(data).line(0, 1) in (None, 1)


def test_what_is_not_there_is_where_its_holder_is() -> None:
    told = Positions('{"cells": [\n{"cell_type": "code",\n"outputs": [\n{"text": "x"}]}]}')
    assert told.line(0, 1) == 2
    assert told.line(0, 1, "outputs/0/data/image~1png") == 4
    assert told.line(0, 1, "outputs/7/text") == 3
    assert told.line(1, 1) is None


def test_a_place_in_a_file(tmp_path: Path) -> None:
    path = save(tmp_path / "n.ipynb", "x = 1\ny = 2")

    def line(cell: int | None, part: str, line: int = 1) -> int | None:
        return physical_line(str(path), Place(str(path), cell, None, None, line, 0, line, 0, part), {})

    text = path.read_text().split("\n")
    assert '"nbformat"' in text[(line(None, "nbformat") or 0) - 1]
    assert '"outputs"' in text[(line(0, "outputs") or 0) - 1]
    assert line(None, "", 7) == 7


def test_many_cells_and_a_large_picture_take_no_time() -> None:
    cells = ",\n".join('{"cell_type": "code", "source": ["a\\n",\n "b"], "outputs": []}' for _ in range(10_000))
    picture = '{"cell_type": "code", "outputs": [{"data": {"image/png": "' + "A" * 76 + "\\n" * 1_000_000 + '"}}], "source": "z"}'
    told = Positions('{"cells": [' + cells + ",\n" + picture + "]}")
    assert [told.line(number, 2) for number in (0, 9_999)] == [2, 20_000]
    assert told.line(10_000, 1) == 20_001
