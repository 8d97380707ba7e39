"""A baseline: written on request over nothing but a baseline, and renewed without losing what was not asked about."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ..programs import save
from .command import git, nbreview

LOST = "print(lost)"
SPLIT = "from sklearn.model_selection import train_test_split\na, b = train_test_split(list(range(9)))"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(tmp_path / "lost.ipynb", LOST)
    save(tmp_path / "split.ipynb", SPLIT)
    return tmp_path


def entries(path: Path) -> set[tuple[str, str]]:
    return {(one["file"], one["rule"]) for one in json.loads(path.read_text())["findings"]}


BOTH = {("lost.ipynb", "run-all-fails"), ("split.ipynb", "split-without-seed")}


def test_a_path_behind_the_flag_is_reviewed_and_never_written_to(folder: Path) -> None:
    before = (folder / "lost.ipynb").read_bytes()
    done = nbreview("--write-baseline", "lost.ipynb", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "lost.ipynb").read_bytes() == before
    assert entries(folder / "mlreview-baseline.json") == {("lost.ipynb", "run-all-fails")}
    assert "1 finding that does not decide from now on, with --baseline mlreview-baseline.json" in done.stdout


@pytest.mark.parametrize("words", [["--write-baseline=known.json"], ["--write-baseline", "--baseline", "known.json"]])
def test_the_file_is_named_in_either_way(folder: Path, words: list[str]) -> None:
    assert nbreview(".", *words, cwd=folder).returncode == 0
    assert entries(folder / "known.json") == BOTH
    assert not (folder / "mlreview-baseline.json").exists()


@pytest.mark.parametrize("name", ["lost.ipynb", "new.ipynb", "job.py", "notes.json", "theirs.json", "no/such/folder.json", "deep"])
def test_nothing_but_a_baseline_is_replaced(folder: Path, name: str) -> None:
    (folder / "job.py").write_text("x = 1\n")
    (folder / "notes.json").write_text('{"mine": 1}')
    (folder / "theirs.json").write_text('{"format": "other/1", "findings": []}')
    (folder / "deep").mkdir()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    done = nbreview(".", f"--write-baseline={name}", cwd=folder)
    assert done.returncode == 2
    assert name in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_subset_keeps_what_was_not_asked_about(folder: Path) -> None:
    known = folder / "mlreview-baseline.json"
    nbreview(".", "--write-baseline", cwd=folder)
    save(folder / "split.ipynb", "x = 1")
    part = nbreview("lost.ipynb", "--write-baseline", cwd=folder)
    assert "0 added, 0 removed, 1 kept" in part.stdout
    assert entries(known) == BOTH
    nbreview(".", "--select", "run-all-fails", "--write-baseline", cwd=folder)
    assert entries(known) == BOTH
    (folder / "lost.ipynb").write_text("{")  # what cannot be read says nothing of its findings
    whole = nbreview(".", "--write-baseline", cwd=folder)
    assert whole.returncode == 3
    assert "0 added, 1 removed, 1 kept" in whole.stdout
    assert entries(known) == {("lost.ipynb", "run-all-fails")}


def test_entries_of_files_that_are_no_more_go(folder: Path) -> None:
    nbreview(".", "--write-baseline", cwd=folder)
    (folder / "lost.ipynb").unlink()
    assert "1 removed" in nbreview("split.ipynb", "--write-baseline", cwd=folder).stdout
    assert entries(folder / "mlreview-baseline.json") == {("split.ipynb", "split-without-seed")}


def test_files_are_found_from_a_folder_within_the_project(folder: Path) -> None:
    git(folder, "init", "-q")
    (folder / "sub").mkdir()
    save(folder / "sub" / "split.ipynb", SPLIT)
    nbreview(".", "--write-baseline", cwd=folder)
    done = nbreview("split.ipynb", "--write-baseline", "--baseline", "../mlreview-baseline.json", cwd=folder / "sub")
    assert "0 added, 0 removed, 2 kept" in done.stdout
    assert entries(folder / "mlreview-baseline.json") == BOTH | {("sub/split.ipynb", "split-without-seed")}


def test_what_did_not_change_since_a_revision_keeps_its_entry(folder: Path) -> None:
    git(folder, "init", "-q")
    nbreview(".", "--write-baseline", cwd=folder)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "old")
    nbreview(".", "--since", "HEAD", "--write-baseline", cwd=folder)
    assert entries(folder / "mlreview-baseline.json") == BOTH


def test_only_what_was_asked_about_is_said_to_match_nothing(folder: Path) -> None:
    nbreview(".", "--write-baseline", cwd=folder)
    save(folder / "split.ipynb", "x = 1")
    use = ("--baseline", "mlreview-baseline.json")
    for words in (["lost.ipynb"], [".", "--select", "run-all-fails"]):
        assert "any more" not in nbreview(*words, *use, cwd=folder).stdout
    assert "1 entry matches nothing any more and can go with --write-baseline (split-without-seed in split.ipynb)" in (
        nbreview(".", *use, cwd=folder).stdout
    )


def test_a_finding_in_the_baseline_is_not_allowed_and_not_all_clear(folder: Path) -> None:
    nbreview(".", "--write-baseline", cwd=folder)
    told = nbreview("split.ipynb", "--baseline", "mlreview-baseline.json", cwd=folder).stdout
    assert "Nothing that decides; 1 in the baseline\n" in told
    assert "All clear" not in told
    assert "1 found" in told
    assert "allowed" not in told


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs links")
def test_a_link_stays_a_link_and_one_that_leads_nowhere_is_refused(folder: Path) -> None:
    nbreview(".", "--write-baseline=real.json", cwd=folder)
    (folder / "link.json").symlink_to("real.json")
    (folder / "lost.ipynb").unlink()
    assert nbreview(".", "--write-baseline=link.json", cwd=folder).returncode == 0
    assert (folder / "link.json").is_symlink()
    assert entries(folder / "real.json") == {("split.ipynb", "split-without-seed")}
    (folder / "link.json").unlink()
    (folder / "link.json").symlink_to("nowhere.json")
    assert nbreview(".", "--write-baseline=link.json", cwd=folder).returncode == 2
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]
