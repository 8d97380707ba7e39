"""What the cache deletes: its own, when it is old; nothing else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from mlreview_jupyter import cache as room
from mlreview_jupyter.cache import Cache

LONG = 15 * 86_400
OTHER, ENTRY = "0123456789abcdef", "0123456789" * 4


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the cache in it, among somebody's own folders."""
    monkeypatch.setenv("MLREVIEW_CACHE_DIR", str(tmp_path))
    return tmp_path


def _aged(path: Path, seconds: float) -> None:
    os.utime(path, (time.time() - seconds,) * 2)


def _of_another_version(top: Path, unused: float) -> Path:
    """The folder that another version has left, with an entry."""
    folder = Path(Cache("").folder).parent / OTHER
    folder.mkdir()
    (folder / ENTRY).write_bytes(b"x")
    (folder / "entry-abc.new").write_bytes(b"x")
    (folder / "CACHEDIR.TAG").write_bytes((Path(Cache("").folder) / "CACHEDIR.TAG").read_bytes())
    _aged(folder / "CACHEDIR.TAG", unused)
    return folder


@pytest.mark.parametrize("name", ["MyOldThesisData1", "holiday-pictures", OTHER, "f" * 16])
@pytest.mark.parametrize("where", ["", "mlreview-cache"])
def test_folders_of_somebody_else_stay(top: Path, name: str, where: str) -> None:
    theirs = top / where / name
    theirs.mkdir(parents=True)
    (theirs / "work.txt").write_text("years")
    (theirs / ENTRY).write_text("years")
    _aged(theirs, 10 * LONG)
    Cache("").prune()
    assert sorted(path.name for path in theirs.iterdir()) == sorted(["work.txt", ENTRY])


def test_a_folder_with_the_mark_of_another_program_stays(top: Path) -> None:
    folder = _of_another_version(top, LONG)
    (folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n# of somebody else\n")
    _aged(folder / "CACHEDIR.TAG", LONG)
    Cache("").prune()
    assert (folder / ENTRY).exists()


def test_a_link_to_a_folder_is_not_followed(top: Path) -> None:
    folder = _of_another_version(top, LONG)
    real = folder.rename(top / "elsewhere")
    folder.symlink_to(real, target_is_directory=True)
    Cache("").prune()
    assert (real / ENTRY).exists()


def test_two_versions_side_by_side_leave_each_other_alone(top: Path) -> None:
    folder = _of_another_version(top, 86_400)
    Cache("").prune()
    assert (folder / ENTRY).exists()


def test_what_no_version_has_used_for_long_goes(top: Path) -> None:
    folder = _of_another_version(top, LONG)
    Cache("").prune()
    assert not folder.exists()


def test_what_lies_in_an_old_folder_and_is_not_ours_stays(top: Path) -> None:
    folder = _of_another_version(top, LONG)
    (folder / "notes.txt").write_text("mine")
    Cache("").prune()
    assert sorted(path.name for path in folder.iterdir()) == ["CACHEDIR.TAG", "notes.txt"]


def test_each_run_says_that_the_folder_is_in_use(top: Path) -> None:
    mark = Path(Cache("").folder) / "CACHEDIR.TAG"
    _aged(mark, LONG)
    Cache("")
    assert time.time() - mark.stat().st_mtime < 60


def test_of_too_many_entries_the_oldest_go_and_no_other_file(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 4)
    cache = Cache("")
    folder = Path(cache.folder)
    for number in range(6):
        entry = folder / f"{number:040x}"
        entry.write_bytes(b"")
        _aged(entry, 1000 - number)
    for name in ("mine.txt", "entry-left.new", "entry-now.new"):
        (folder / name).write_bytes(b"")
        _aged(folder / name, 0 if "now" in name else LONG)
    cache.prune()
    assert sorted(entry.name for entry in cache.entries()) == [f"{number:040x}" for number in (3, 4, 5)]
    assert {path.name for path in folder.iterdir()} >= {"mine.txt", "entry-now.new", "CACHEDIR.TAG"}
    assert not (folder / "entry-left.new").exists()


def test_a_file_in_place_of_the_folder_turns_the_cache_off(top: Path) -> None:
    Path(room.home()).write_text("")
    assert not Cache("").usable
    Cache("").prune()
