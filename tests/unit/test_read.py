"""Every form of program, its places, and what is odd about it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from mlreview_jupyter.model.program import Form
from mlreview_jupyter.read import Unreadable, find, physical_line, read

from ..programs import notebook, program, save, script


def test_version_3_has_its_cells_in_worksheets(tmp_path: Path) -> None:
    cells = [{"cell_type": "code", "input": ["x = 1\n", "y"], "prompt_number": 3, "outputs": [], "language": "python"}]
    path = tmp_path / "old.ipynb"
    path.write_text(json.dumps({"nbformat": 3, "metadata": {"name": ""}, "worksheets": [{"cells": cells}, {"cells": cells}]}))
    steps = read(str(path)).steps
    assert [step.cell.source for step in steps] == ["x = 1\ny", "x = 1\ny"]
    assert [step.cell.execution_count for step in steps] == [3, 3]
    assert physical_line(str(path), steps[1].span(2, 0, 2, 1), {}) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "empty"),
        ("<html>", "not JSON"),
        ("[1, 2]", "list"),
        ('{"a": 1}', "no notebook"),
        ('{"cells": [', "not JSON"),
        ("[" * 100_000, "deep"),
        ('{"cells": 3}', "no notebook"),
        ('{"x": ' + "9" * 5000 + "}", "not JSON"),
    ],
)
def test_what_is_no_notebook_says_why(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "bad.ipynb"
    path.write_text(text)
    with pytest.raises(Unreadable, match=word):
        read(str(path))


def test_odd_cells_are_gaps_and_the_rest_is_read(tmp_path: Path) -> None:
    content = notebook("x = 1", "y = (", "z = 3")
    content["cells"].insert(1, "a string")
    content["cells"][0]["source"] = {"not": "text"}
    path = tmp_path / "odd.ipynb"
    path.write_text(json.dumps(content))
    found = read(str(path))
    assert [(gap.kind, gap.place.cell) for gap in found.gaps] == [("syntax", 2), ("format", 0), ("format", 1)]
    assert found.steps[-1].tree is not None


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe.ipynb"
    os.mkfifo(path)
    with pytest.raises(Unreadable, match="ordinary"):
        read(str(path))


def test_percent_scripts_keep_the_lines_of_the_file() -> None:
    found = script("import os\n\n# %% [markdown]\n# Title\n\n# %%\nx = 1\ny = (\n")
    assert found.form is Form.PERCENT
    assert [gap.place.line for gap in found.gaps] == [8]
    assert found.gaps[0].place.cell is None


def test_a_block_over_a_cell_mark_is_read_whole() -> None:
    found = script("if True:\n    x = 1\n# %%\n    y = 2\n")
    assert not found.gaps
    assert len(found.steps) == 1


def test_databricks_cells() -> None:
    text = "# Databricks notebook source\nx = 1\n\n# COMMAND ----------\n\n# MAGIC %md\n# MAGIC # Title\n\n# COMMAND ----------\n\n# MAGIC %sql\n# MAGIC select 1\n\n# COMMAND ----------\n\n# MAGIC %pip install pandas\n\n# COMMAND ----------\n\ny = x\n"
    found = script(text)
    assert found.form is Form.DATABRICKS
    assert [cell.kind for cell in found.cells] == ["code", "markdown", "code", "code", "code"]
    assert [step.language for step in found.steps] == ["python", "sql", "python", "python"]
    assert found.steps[-1].place(found.steps[-1].tree.body[0]).line == text.split("\n").index("y = x") + 1  # type: ignore[union-attr]


def test_counts_tell_of_another_order() -> None:
    found = program(("a = 1", 1), ("c = b", 4), ("b = 2", 2))
    assert found.counts is not None
    assert (found.counts.ordered, found.counts.missing, found.counts.repeated) == (False, (3,), ())
    assert found.recorded is not None
    assert [step.cell.index for step in found.recorded.steps] == [0, 2, 1]


def test_repeated_counts_are_two_sessions_and_tell_no_order() -> None:
    found = program(("a = 1", 2), ("b = 2", 2), ("c = 3", 1), "d = 4")
    assert found.counts is not None
    assert found.counts.repeated == (2,)
    assert found.counts.uncounted == (3,)
    assert found.recorded is None


def test_local_modules_and_run_targets_come_along(tmp_path: Path) -> None:
    (tmp_path / "helpers.py").write_text("import deeper\n\ndef twice(x):\n    return 2 * x\n")
    (tmp_path / "deeper.py").write_text("import helpers\nvalue = 3\n")
    (tmp_path / "prepare.py").write_text("frame = 1\n")
    found = read(str(save(tmp_path / "n.ipynb", "from helpers import twice\nimport pandas, json", "%run prepare.py")))
    assert sorted(found.modules) == ["helpers", "run:prepare.py"]
    assert "deeper" in found.modules["helpers"].modules


@pytest.mark.parametrize("indent", [None, 1, 4])
def test_physical_lines_are_those_of_the_file(tmp_path: Path, indent: int | None) -> None:
    content = notebook("first = 1\nsecond = 2", "third = 3\n\nfourth = 4")
    for cell in content["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ['"source": [\n', "}"]}]
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(content, indent=indent))
    lines = path.read_text().split("\n")
    step = read(str(path)).steps[1]
    line = physical_line(str(path), step.span(3, 0, 3, 1), {})
    assert line is not None
    assert "fourth = 4" in lines[line - 1]


def test_folders_give_notebooks_and_scripts_but_not_what_is_hidden_or_installed(tmp_path: Path) -> None:
    for name in (
        "a.ipynb",
        "sub/b.py",
        ".ipynb_checkpoints/a-checkpoint.ipynb",
        "env/pyvenv.cfg",
        "env/lib.py",
        "node_modules/x.py",
        "c.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "loop").symlink_to(tmp_path)
    files, missing = find([str(tmp_path), str(tmp_path / "nothing.py")])
    assert [os.path.relpath(found.path, tmp_path) for found in files] == ["a.ipynb", os.path.join("sub", "b.py")]
    assert missing == [str(tmp_path / "nothing.py")]
