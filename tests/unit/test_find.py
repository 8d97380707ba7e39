"""Which files a path stands for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mlreview_jupyter.cli import main
from mlreview_jupyter.read import find_project, search
from mlreview_jupyter.settings import left_out


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name in ("a.ipynb", "b.py", "notes.md", "sub/c.ipynb", "sub/deep/d.py", "out/e.ipynb", "sub/out/f.py", ".hidden/g.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1")
    checkpoints = tmp_path / ".ipynb_checkpoints"
    checkpoints.mkdir()
    (checkpoints / "a-checkpoint.ipynb").write_text("{}")
    return tmp_path


def shown(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [found.shown.replace(os.sep, "/") for found in search(paths, exclude).files]


ALL = ["a.ipynb", "b.py", "out/e.ipynb", "sub/c.ipynb", "sub/deep/d.py", "sub/out/f.py"]


def test_a_folder_without_what_is_hidden(tree: Path) -> None:
    assert shown(".") == ALL
    assert shown("sub", "sub/c.ipynb", "a.ipynb") == ["a.ipynb", "sub/c.ipynb", "sub/deep/d.py", "sub/out/f.py"]


def test_patterns(tree: Path) -> None:
    assert shown("*.ipynb") == ["a.ipynb"]
    assert shown("**/*.ipynb") == ["a.ipynb", "out/e.ipynb", "sub/c.ipynb"]
    assert shown("s*") == ["sub/c.ipynb", "sub/deep/d.py", "sub/out/f.py"]
    assert search(["nothing*.ipynb"]).missing == ["nothing*.ipynb"]


def test_gitignore_as_git_reads_it(tree: Path) -> None:
    (tree / ".gitignore").write_text("# built\n/out/\n*.py\n!b.py\n")
    (tree / "sub" / ".gitignore").write_text("!d.py\n")
    assert shown(".") == ["a.ipynb", "b.py", "sub/c.ipynb", "sub/deep/d.py"]
    assert shown("sub") == ["sub/c.ipynb", "sub/deep/d.py"]
    assert shown("out/e.ipynb", "sub/out/f.py") == ["out/e.ipynb", "sub/out/f.py"]  # what is named is never left out


def test_excluded_by_the_settings(tree: Path) -> None:
    told = search(["."], ("sub/", "b.py"))
    assert [found.shown for found in told.files] == ["a.ipynb", os.path.join("out", "e.ipynb")]
    assert len(told.excluded) == 4
    assert shown("b.py", exclude=("*",)) == ["b.py"]
    assert shown(".", exclude=("sub", "*.ipynb", "*.py")) == ALL  # what leaves out everything is not obeyed


def test_what_exclude_does_not_leave_out_is_told(tree: Path) -> None:
    told = search(["sub", "b.py", "a.ipynb"], ("sub/", "b.py"))
    assert told.everything == ["sub"]
    assert told.insisted == ["b.py"]
    assert len(told.files) == 5
    lines = " ".join(left_out(told))
    assert "exclude is not obeyed where it leaves out all that was named: sub" in lines
    assert "reviewed though exclude leaves them out, since they were named: b.py" in lines
    assert left_out(search(["."], ())) == []


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are POSIX's")
def test_links_and_pipes(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.ipynb"
    outside.write_text("{}")
    (tree / "link.ipynb").symlink_to(outside)
    (tree / "again.ipynb").symlink_to(tree / "a.ipynb")
    (tree / "loop.py").symlink_to(tree / "loop.py")
    (tree / "up").symlink_to(tree)
    os.mkfifo(tree / "pipe.ipynb")
    told = search(["."])
    assert sorted(told.outside) == ["link.ipynb", "loop.py"]
    names = [found.shown for found in told.files]
    assert "pipe.ipynb" in names  # it looks like a notebook: that it is none has to be said
    assert len([name for name in names if name in ("a.ipynb", "again.ipynb")]) == 1
    assert shown("link.ipynb") == ["link.ipynb"]


def test_the_way_from_the_root_is_the_same_wherever_we_stand(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = find_project("sub")
    assert project.key("sub/c.ipynb") == "sub/c.ipynb"
    assert project.base == ""
    monkeypatch.chdir(tree / "sub")
    assert find_project("deep").key("c.ipynb") == "sub/c.ipynb"
    assert find_project(".").base == "sub"


def test_a_review_tells_which_excluded_file_it_reviewed(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--isolated", "--exclude", "b.py", "b.py", "a.ipynb"]) == 3
    told = capsys.readouterr().out
    assert "Settings: reviewed though exclude leaves them out, since they were named: b.py" in told
    assert "Cannot read a.ipynb" in told
