"""Many files: over processes, from the cache, and past whatever kills a process."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from mlreview_jupyter import jobs
from mlreview_jupyter.cache import Cache, Made
from mlreview_jupyter.crew import DIED
from mlreview_jupyter.model.examined import Examined
from mlreview_jupyter.read import Found, Index, Project, find, find_project

from ..programs import save
from .command import nbreview

CODE = "import pandas as pd\ndf = pd.read_csv('x.csv')\nprint(df.shape, lost)"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MLREVIEW_CACHE_DIR", str(tmp_path / "kept"))
    (tmp_path / "nb").mkdir()
    for number in range(7):
        save(tmp_path / "nb" / f"n{number}.ipynb", f"import helper\n{CODE} # {number}")
    return tmp_path


def told(examined: list[Examined]) -> list[tuple[str, list[str]]]:
    return [(one.file.file, [finding.title for finding in one.findings]) for one in examined]


def test_processes_and_cache_give_what_one_process_gives(folder: Path) -> None:
    files, _ = find(["nb"])
    project = find_project("nb")
    alone = jobs.examine_all(files, project, 1, None)
    assert told(jobs.examine_all(files, project, 2, None)) == told(alone)
    assert told(jobs.examine_all(files, project, 2, Cache(""))) == told(alone)
    cache = Cache("")
    assert all(cache.get(found) is not None for found in files)
    assert told(jobs.examine_all(files, project, 2, cache)) == told(alone)


def test_an_entry_lives_as_long_as_all_that_it_was_made_of(folder: Path) -> None:
    files, _ = find(["nb"])
    project = find_project("nb")
    jobs.examine_all(files, project, 1, Cache(""))
    first = files[0]
    assert Cache("").get(first) is not None
    assert Cache("elsewhere").get(first) is None  # named from another folder
    (folder / "nb" / "helper.py").write_text("x = 1")  # was looked for and not there
    assert Cache("").get(first) is None
    jobs.examine_all(files, project, 1, Cache(""))
    assert Cache("").get(first) is not None
    (folder / "nb" / "helper.py").write_text("x = 2")
    assert Cache("").get(first) is None
    save(Path(first.path), "y = 1")
    assert Cache("").get(first) is None


@pytest.mark.parametrize("spoiled", [b"", b"\x00" * 40, b"\x93\xa1x\x80\xc0", b"\xff" * 1000])
def test_a_spoiled_entry_is_a_miss(folder: Path, spoiled: bytes) -> None:
    files, _ = find(["nb"])
    project = find_project("nb")
    before = told(jobs.examine_all(files, project, 1, Cache("")))
    for entry in Path(Cache("").folder).iterdir():
        entry.write_bytes(spoiled)
    assert Cache("").get(files[0]) is None
    assert told(jobs.examine_all(files, project, 1, Cache(""))) == before


def test_a_cache_that_cannot_be_written_costs_nothing_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "taken").write_text("")
    monkeypatch.setenv("MLREVIEW_CACHE_DIR", str(folder / "taken"))
    files, _ = find(["nb"])
    assert len(jobs.examine_all(files, find_project("nb"), 1, Cache(""))) == 7


def test_nothing_is_kept_in_the_reviewed_folder(folder: Path) -> None:
    before = sorted(path.name for path in folder.rglob("*"))
    done = nbreview("nb", cwd=folder, MLREVIEW_CACHE_DIR="", XDG_CACHE_HOME=str(folder.parent / "cache"))
    assert done.returncode == 1
    assert sorted(path.name for path in folder.rglob("*")) == before


def _fatal(found: Found, project: Project, index: Index, keep: bool) -> tuple[bytes, Made]:
    if found.shown.endswith("n3.ipynb"):
        os.kill(os.getpid(), signal.SIGKILL)
    return _whole(found, project, index, keep)


_whole = jobs._work


@pytest.mark.skipif(os.name != "posix", reason="a process is killed as POSIX does it")
def test_a_process_that_dies_harms_only_the_file_it_was_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_work", _fatal)
    files, _ = find(["nb"])
    examined = jobs.examine_all(files, find_project("nb"), 2, None)
    assert [one.trouble for one in examined if one.trouble] == [DIED]
    assert len([one for one in examined if one.findings]) == 6


@pytest.mark.parametrize("number", ["0", "-1", "²", "257", "two", "1.5", "9" * 5000, "\x1b[31m"])
def test_a_number_of_processes_is_a_number(folder: Path, number: str) -> None:
    done = nbreview("nb", f"--jobs={number}", cwd=folder)
    assert done.returncode == 2
    assert "--jobs: a number from 1 to 256 is needed, not " in done.stderr
    assert "\x1b" not in done.stderr


def test_halves_of_characters_travel(folder: Path) -> None:
    save(folder / "nb" / "odd.ipynb", "print('\ud800', lost)")
    files, _ = find(["nb"])
    examined = jobs.examine_all(files, find_project("nb"), 2, Cache(""))
    assert len(examined) == 8
    done = nbreview("nb", "--format", "json", cwd=folder)
    assert len(json.loads(done.stdout)["files"]) == 8
