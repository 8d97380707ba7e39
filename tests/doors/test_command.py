"""The command, as a person or a script uses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..programs import save
from .command import nbreview

CLEAN = "import pandas as pd\nprint(pd.read_csv('x.csv').shape)"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["clean.ipynb"], 0),
        (["fails.ipynb"], 1),
        (["--nonsense"], 2),
        ([], 2),
        (["broken.ipynb"], 3),
        (["nowhere.ipynb"], 3),
        (["notes.md"], 3),
        (["broken.ipynb", "fails.ipynb"], 3),
        (["empty"], 4),
        (["prose.ipynb"], 4),
        (["explain", "no-such-rule"], 2),
        (["explain", "run-all-fails"], 0),
        (["rules"], 0),
        (["--version"], 0),
        (["--help"], 0),
    ],
)
def test_exit_codes(tmp_path: Path, words: list[str], code: int) -> None:
    save(tmp_path / "clean.ipynb", CLEAN)
    save(tmp_path / "fails.ipynb", "print(lost)")
    save(tmp_path / "prose.ipynb")
    (tmp_path / "broken.ipynb").write_text("{")
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.md").write_text("# Notes")
    done = nbreview(*words, cwd=tmp_path)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_file_is_named_and_the_other_is_reviewed(tmp_path: Path) -> None:
    save(tmp_path / "fails.ipynb", "print(lost)")
    (tmp_path / "broken.ipynb").write_text("[]")
    done = nbreview("broken.ipynb", "fails.ipynb", cwd=tmp_path)
    assert "Cannot read broken.ipynb: it is JSON, but a list" in done.stdout
    assert "lost is defined in no cell" in done.stdout


def test_a_folder_of_both(tmp_path: Path) -> None:
    save(tmp_path / "a.ipynb", CLEAN)
    (tmp_path / "b.py").write_text("# %%\nprint(lost)\n")
    content = json.loads(nbreview(".", "--format", "json", cwd=tmp_path).stdout)
    assert [file["file"] for file in content["files"]] == ["a.ipynb", "b.py"]
    assert [(finding["file"], finding["cell"], finding["line"], finding["physical_line"]) for finding in content["findings"]] == [
        ("b.py", None, 2, 2)
    ]


def test_many_files_are_a_line_each_and_no_finding_is_lost(tmp_path: Path) -> None:
    for number in range(8):
        save(tmp_path / f"n{number}.ipynb", f"print(lost{number})" if number > 2 else CLEAN)
    done = nbreview(".", cwd=tmp_path)
    assert "n0.ipynb  APPROVE" in done.stdout
    assert len([line for line in done.stdout.split("\n") if line.startswith("[HIGH]")]) == 3  # the worst files in full
    assert all(f"lost{number} is defined in no cell" in done.stdout for number in range(3, 8))  # the others in a line each


def test_the_demo_is_found_out() -> None:
    done = nbreview("demo", "--format", "json")
    assert done.returncode == 1
    assert {finding["rule"] for finding in json.loads(done.stdout)["findings"]} == {
        "chosen-on-test-rows",
        "learned-before-split",
        "overwritten-artifact",
        "random-split-of-grouped-rows",
        "resampled-before-split",
        "run-all-fails",
        "split-without-seed",
        "target-among-features",
        "test-set-spent",
        "unpinned-install",
    }


HEAVY = (
    "pandas",
    "numpy",
    "sklearn",
    "scipy",
    "nbformat",
    "nbconvert",
    "jupyter_server",
    "IPython",
    "anthropic",
    "rich",
    "msgspec",
    "ipywidgets",
    "asyncio",
    "tomllib",
    "tomli",
    "jsonschema",
)


def test_a_review_imports_nothing_heavy(tmp_path: Path) -> None:
    path = save(tmp_path / "n.ipynb", "print(lost)")
    code = f"import sys\nfrom mlreview_jupyter.cli import main\nmain([{str(path)!r}])\nprint('HEAVY', *sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.rstrip().rpartition("HEAVY")[2].split() == []


def test_nothing_of_the_reviewed_folder_is_run_or_changed(tmp_path: Path) -> None:
    trap = "open('CANARY', 'w').write('x')\n"
    for name in ("json.py", "nbformat.py", "helpers.py", "conftest.py"):
        (tmp_path / name).write_text(trap)
    save(tmp_path / "n.ipynb", "import helpers\n" + trap + "print(lost)")
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    command = Path(sys.executable).with_name("nbreview")
    done = subprocess.run(
        [str(command), "n.ipynb"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 1, done.stderr
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_a_name_full_of_commands_is_shown_harmless(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31m##[error]\n::error::x.ipynb"
    save(path, "print(lost)")
    done = nbreview(str(path), cwd=tmp_path)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "##[" not in done.stdout
    assert not any(line.lstrip().startswith("::") for line in done.stdout.split("\n"))


def test_an_ascii_terminal(tmp_path: Path) -> None:
    path = save(tmp_path / "n.ipynb", "print(lost, 'ü')")
    done = nbreview(str(path), PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stdout.isascii()
