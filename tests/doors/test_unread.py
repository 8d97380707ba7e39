"""A file whose code nobody can parse is not read, and never in order: it is said with the place, and the exit code is 3."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ..programs import notebook, save
from .command import nbreview

PYTHON_2 = "import os\nexec 'x = 1'\nraise ValueError, 'x'\n"
TOKEN = "ghp_" + "x9Q2mL7vR4tK1zW8" * 2 + "b3N6"
R = ["library(dplyr)", "df <- read.csv('x.csv')", "df %>% filter(x > 1)", "x <- 5\ny <- c(1, 2)"]


def as_written(path: Path, *cells: str, **metadata: Any) -> Path:
    path.write_text(json.dumps(notebook(*cells, **metadata)))
    return path


def test_a_script_of_python_2_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "old.py").write_text(PYTHON_2)
    done = nbreview("old.py", cwd=tmp_path)
    assert done.returncode == 3
    assert "Cannot read old.py: none of its code can be parsed: line 2: not Python" in done.stdout
    assert "(it looks like Python 2)" in done.stdout
    assert "In order" not in done.stdout
    assert "All clear" not in done.stdout
    assert "nothing to fix" not in nbreview("fix", "old.py", cwd=tmp_path).stdout


@pytest.mark.parametrize("cells", [["y = = 2"], ["# only words", "y = = 2", '"""A text."""'], ["%%bash\nls", "y = = 2", "z ="], R, R[1:2]])
def test_a_notebook_without_a_cell_that_can_be_parsed_is_not_read(tmp_path: Path, cells: list[str]) -> None:
    as_written(tmp_path / "n.ipynb", *cells, kernelspec={"name": "python3", "language": "python"})
    done = nbreview("n.ipynb", "--format", "json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert done.returncode == 3
    assert told["decision"] == "BLOCK"
    assert (told["findings"], told["strengths"]) == ([], [])
    assert told["unread"][0]["reason"].startswith("none of its code can be parsed: cell ")


@pytest.mark.parametrize(
    ("cells", "metadata"),
    [
        (["x = 1", "y = = 2"], {}),
        (["print(5)", "y = = 2"], {}),
        (["a = 3\nb = a <-1", "c = a < -b"], {}),
        (["text = '''\nx <- 5\n'''", "y = 1"], {}),
        (["%%R\nx <- 5", "y = 1"], {}),
        (R, {"kernelspec": {"name": "ir", "language": "R"}}),
    ],
)
def test_what_is_read_in_part_or_is_said_to_be_another_language_is_no_unread_file(
    tmp_path: Path, cells: list[str], metadata: dict[str, Any]
) -> None:
    as_written(tmp_path / "n.ipynb", *cells, **metadata)
    assert nbreview("n.ipynb", cwd=tmp_path).returncode == 0


def test_what_its_text_gives_away_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "old.py").write_text(f"{PYTHON_2}token = '{TOKEN}'\n")
    done = nbreview("old.py", "--format", "json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert done.returncode == 3
    assert [one["rule"] for one in told["findings"]] == ["secret-exposed"]
    assert TOKEN not in done.stdout


def test_cells_that_cannot_be_parsed_are_named_among_many_files_and_nothing_is_praised(tmp_path: Path) -> None:
    for number in range(6):
        save(tmp_path / f"fine{number}.ipynb", "x = 1")
    save(tmp_path / "leak.ipynb", "print(lost)")
    save(tmp_path / "more.ipynb", "print(lost)")
    save(tmp_path / "most.ipynb", "print(lost)")
    save(tmp_path / "some.ipynb", "x = 1", *["y = = 2"] * 12)
    done = nbreview(".", "--no-cache", cwd=tmp_path)
    assert [f"some.ipynb:cell {number}:1" in done.stdout for number in range(14)] == [False, *[True] * 12, False]
    assert "In order" not in done.stdout


def test_nothing_is_praised_that_was_read_in_part(tmp_path: Path) -> None:
    save(tmp_path / "n.ipynb", "x = 1", "y = = 2")
    done = nbreview("n.ipynb", cwd=tmp_path)
    assert "In order" not in done.stdout
    assert "Follow up: n.ipynb:cell 1:1: not Python" in done.stdout
