"""What the command prints, where it writes, and what it completes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from ..programs import save
from .command import nbreview

LOST = "print(lost)"
SPLIT = "from sklearn.model_selection import train_test_split\na, b = train_test_split(list(range(9)))"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(tmp_path / "lost.ipynb", LOST)
    save(tmp_path / "split.ipynb", SPLIT)
    return tmp_path


def test_an_ending_tells_the_form_of_a_file_and_format_what_is_printed(folder: Path) -> None:
    done = nbreview("lost.ipynb", "--format", "json", "--output", "page.html", cwd=folder)
    assert json.loads(done.stdout)["decision"] == "BLOCK"
    assert "<html" in (folder / "page.html").read_text(encoding="utf-8")
    text = nbreview("lost.ipynb", "--format", "text", "--output", "r.sarif", cwd=folder)
    assert "[HIGH] lost is defined" in text.stdout
    assert "wrote r.sarif" in text.stdout
    assert "runs" in json.loads((folder / "r.sarif").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ["no/such/r.html", "html:sub", "json:lost.ipynb", "text:new.py", "lost.ipynb/r.json"])
def test_where_no_report_can_be_written_nothing_is_reviewed(folder: Path, path: str) -> None:
    (folder / "sub").mkdir()
    before = (folder / "lost.ipynb").read_bytes()
    done = nbreview("lost.ipynb", "--output", path, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot write" in done.stderr
    assert (folder / "lost.ipynb").read_bytes() == before
    assert not (folder / "new.py").exists()


def test_all_on_the_command_line_is_stronger_than_a_choice_of_the_project(folder: Path) -> None:
    (folder / ".mlreview.toml").write_text("select = ['run-all-fails']\n")
    assert "[MEDIUM]" not in nbreview("split.ipynb", cwd=folder).stdout
    told = nbreview("split.ipynb", "--select", "all", cwd=folder).stdout
    assert "[MEDIUM] train_test_split has no seed" in told
    assert "select =" not in told


def test_what_is_below_the_severity_is_counted_in_plain_words(folder: Path) -> None:
    last = nbreview("split.ipynb", "--severity", "high", cwd=folder).stdout.rstrip().split("\n")[-1]
    assert last.startswith("1 finding below high is not shown · ")
    both = nbreview(".", "--severity", "high", cwd=folder).stdout.rstrip().split("\n")[-1]
    assert both.startswith("1 finding (1 high), 1 below high is not shown · ")


def test_a_path_that_does_not_exist_and_a_pattern_that_matches_nothing(folder: Path) -> None:
    done = nbreview("lsot.ipynb", "x*.ipynb", cwd=folder)
    assert done.returncode == 3
    assert "Cannot read lsot.ipynb: no such file or directory\n" in done.stdout
    assert "Cannot read x*.ipynb: the pattern matches nothing\n" in done.stdout
    assert "Primary risks: not judged\n" in done.stdout
    assert "What would flip it: 2 paths that exist (then: their reviews decide)\n" in done.stdout
    (folder / "broken.ipynb").write_text("{")
    assert "What would flip it: 1 file that can be read (then: its review decides)\n" in nbreview("broken.ipynb", cwd=folder).stdout


def test_one_of_something_is_named_as_one(folder: Path) -> None:
    assert "(1 cell)" in nbreview("lost.ipynb", cwd=folder).stdout
    save(folder / "two.ipynb", LOST, "x = 1")
    assert "(2 cells)" in nbreview("two.ipynb", cwd=folder).stdout


def test_all_clear_is_only_said_where_nothing_was_set_aside(folder: Path) -> None:
    save(folder / "clean.ipynb", "x = 1\nprint(x)")
    assert "All clear: " in nbreview("clean.ipynb", cwd=folder).stdout
    save(folder / "split.ipynb", SPLIT + "  # mlreview: allow split-without-seed -- only a look")
    told = nbreview("split.ipynb", cwd=folder).stdout
    assert "All clear" not in told
    assert "Nothing that decides; 1 allowed\n" in told
    assert "1 allowed" in told.rstrip().split("\n")[-1]


@pytest.mark.parametrize("columns", [30, 44, 59])
def test_a_narrow_page_holds_every_word(folder: Path, columns: int) -> None:
    for number in range(5):
        save(folder / f"n{number}.ipynb", LOST)
    for words in ([".", "--scorecard"], ["lost.ipynb"], [".", "--output", "r.json"]):
        told = nbreview(*words, cwd=folder, COLUMNS=str(columns)).stdout
        long = [line for line in told.split("\n") if len(line) > columns and len(line.split()) > 2]
        assert not long
        assert "lost" in told
    assert max(map(len, nbreview("lost.ipynb", cwd=folder).stdout.split("\n"))) > 140  # in a pipe, a paragraph is a line


def test_the_demo_has_a_short_name(folder: Path) -> None:
    done = nbreview("demo", cwd=folder)
    assert "File: demo/churn.ipynb:cell 4:1" in done.stdout
    assert "mlreview_jupyter/demo" not in done.stdout
    told = json.loads(nbreview("demo", "--format", "json", cwd=folder).stdout)
    assert all(one["physical_line"] for one in told["findings"])


def test_findings_of_one_act_are_read_as_one(folder: Path) -> None:
    save(folder / "install.ipynb", "\n".join(f"!pip install {name}" for name in ("numpy", "pandas", "scipy")), "!pip install seaborn")
    told = nbreview("install.ipynb", cwd=folder).stdout
    assert told.count("[MEDIUM]") == 2  # a cell each
    assert "Also: cell 0:2  pandas installed without a version\n      cell 0:3  scipy installed without a version\n" in told
    assert "4 findings (4 medium)" in told


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["my"], {"my data", "my note.ipynb"}),
        (["fix", "--un"], {"--unsafe"}),
        (["rules", "--n"], {"--names"}),
        (["demo", "--pa"], {"--path"}),
        (["init", "--git"], {"--git-hook", "--github", "--gitlab"}),
        (["x", "--unsafe"], set()),
        (["--format", "=", "js"], {"json"}),
        (["do"], {"doctor"}),
    ],
)
def test_completion_offers_what_the_command_takes(folder: Path, words: list[str], offered: set[str]) -> None:
    (folder / "my data").mkdir()
    (folder / "my note.ipynb").touch()
    script = nbreview("completion", "bash").stdout
    listed = " ".join(f"'{word}'" for word in words)
    script += f"\nCOMP_WORDS=(nbreview {listed}) COMP_CWORD={len(words)}; _nbreview; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, cwd=folder)
    assert set(filter(None, done.stdout.split("\n"))) == offered
