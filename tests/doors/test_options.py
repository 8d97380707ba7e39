"""Options of the command: what is asked, how it is judged, shown and run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..programs import notebook, save
from .command import git, nbreview

LOST = "print(lost)"
SPLIT = "from sklearn.model_selection import train_test_split\na, b = train_test_split(list(range(9)))"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(tmp_path / "lost.ipynb", LOST)
    save(tmp_path / "split.ipynb", SPLIT)
    return tmp_path


def found(folder: Path, *words: str) -> list[tuple[str, str, str | None]]:
    done = nbreview(*words, "--format", "json", cwd=folder)
    return [(one["file"], one["rule"], one["suppressed_by"]) for one in json.loads(done.stdout)["findings"]]


def test_rules_are_chosen_and_left_out_by_name_and_area(folder: Path) -> None:
    assert {rule for _, rule, _ in found(folder, ".")} == {"run-all-fails", "split-without-seed"}
    assert {rule for _, rule, _ in found(folder, ".", "--select", "notebook")} == {"run-all-fails"}
    assert {rule for _, rule, _ in found(folder, ".", "--ignore", "run-all-fails")} == {"split-without-seed"}
    done = nbreview(".", "--ignore", "run-all-fails", cwd=folder)
    assert "ignore = run-all-fails" in done.stdout  # said in the report
    assert done.returncode == 0
    assert nbreview(".", "--select", "no-such-rule", cwd=folder).returncode == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["split.ipynb"], 0),
        (["split.ipynb", "--strict"], 1),
        (["split.ipynb", "--policy", "strict"], 1),
        (["lost.ipynb", "--policy", "advisory"], 0),
        (["lost.ipynb", "--severity", "critical"], 1),  # what is not shown decides all the same
    ],
)
def test_how_it_is_judged(folder: Path, words: list[str], code: int) -> None:
    assert nbreview(*words, cwd=folder).returncode == code


def test_the_stage_can_be_named(folder: Path) -> None:
    done = nbreview("split.ipynb", "--stage", "production", cwd=folder)
    assert "judged as production: named by" in " ".join(done.stdout.split())


def test_several_reports_of_one_review(folder: Path) -> None:
    done = nbreview(".", "--output", "r.json", "--output", "r.sarif", "--output", "executive:e.md", "--output", "r.html", cwd=folder)
    assert done.returncode == 1
    assert "Decision: BLOCK" in done.stdout
    assert "lost.ipynb" in done.stdout
    assert json.loads((folder / "r.json").read_text())["decision"] == "BLOCK"
    assert json.loads((folder / "r.sarif").read_text())["version"] == "2.1.0"
    assert (folder / "e.md").read_text().startswith("# Executive Summary") or "Executive Summary" in (folder / "e.md").read_text()
    assert "<html" in (folder / "r.html").read_text()


def test_one_form_for_the_log_and_others_for_files(folder: Path) -> None:
    done = nbreview("lost.ipynb", "--format", "github", "--output", "sarif:r.sarif", cwd=folder)
    assert "::error file=lost.ipynb," in done.stdout
    assert "runs" in json.loads((folder / "r.sarif").read_text())
    alone = nbreview("lost.ipynb", "--format", "html", "--output", "page", cwd=folder)
    assert "<html" in (folder / "page").read_text()
    assert "<html" not in alone.stdout
    assert nbreview("lost.ipynb", "--output", "page.what", cwd=folder).returncode == 2
    assert nbreview("lost.ipynb", "--output", "no/such/folder/r.html", cwd=folder).returncode == 2


def test_standard_input(folder: Path) -> None:
    text = json.dumps(notebook(LOST), indent=1)
    done = nbreview("-", "--format", "json", "--stdin-name", "work/n.ipynb", stdin=text)
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["file"] == "work/n.ipynb"
    assert "lost" in text.split("\n")[finding["physical_line"] - 1]
    script = nbreview("-", stdin="x = 1\nprint(lost)\n")
    assert script.returncode == 1
    assert "stdin.py:line 2" in script.stdout
    assert nbreview("-", stdin="{").returncode == 3
    assert nbreview("-", "split.ipynb", stdin=text, cwd=folder).stdout.count("judged as") == 2


def test_a_baseline_lets_an_old_repository_begin_today(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.mlreview]\nbaseline = 'known.json'\n")
    written = nbreview(".", "--write-baseline", cwd=folder)
    assert written.returncode == 0, written.stderr
    assert "2 findings" in written.stdout
    done = nbreview(".", cwd=folder)
    assert done.returncode == 0
    assert "APPROVE WITH WARNINGS" in done.stdout  # a blocker in the baseline is listed
    assert "in the baseline" in done.stdout
    save(folder / "lost.ipynb", "x = 1", "y = 2\n\nprint(lost)", "print(new)")  # moved, and one that is new
    later = found(folder, ".")
    assert ("lost.ipynb", "run-all-fails", "baseline") in later
    assert ("lost.ipynb", "run-all-fails", None) in later
    save(folder / "lost.ipynb", "x = 1")
    assert "1 entry matches nothing any more" in nbreview(".", cwd=folder).stdout
    (folder / "known.json").write_text("{}")
    refused = nbreview(".", cwd=folder)
    assert refused.returncode == 2
    assert "known.json" in refused.stderr


def test_since_a_revision_only_what_changed_decides(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "old")
    assert nbreview(".", "--since", "HEAD", cwd=folder).returncode == 0
    save(folder / "lost.ipynb", "x = 1", LOST)  # moved down: as it was
    assert [one for _, _, one in found(folder, ".", "--since", "HEAD")] == ["unchanged since HEAD", "unchanged since HEAD"]
    save(folder / "lost.ipynb", LOST, "print(new)")
    save(folder / "more.ipynb", LOST)
    told = found(folder, ".", "--since", "HEAD")
    assert [file for file, _, one in told if one is None] == ["lost.ipynb", "more.ipynb"]
    assert nbreview(".", "--since", "HEAD", cwd=folder).returncode == 1
    assert nbreview(".", "--since", "no-such-revision", cwd=folder).returncode == 2
    assert nbreview(".", "--since", "--upload-pack=x", cwd=folder).returncode == 2


def test_since_without_a_repository(tmp_path: Path) -> None:
    save(tmp_path / "n.ipynb", LOST)
    done = nbreview("n.ipynb", "--since", "HEAD", cwd=tmp_path)
    assert done.returncode in (2,)
    assert "git" in done.stderr


def test_settings_of_the_project_are_read_unless_isolated(folder: Path) -> None:
    (folder / ".mlreview.toml").write_text("ignore = ['run-all-fails']\nexit-zero = true\n[context]\nteam = 'two people'\n")
    done = nbreview(".", cwd=folder)
    assert done.returncode == 0
    assert "exit-zero is not obeyed" in done.stdout
    assert "two people" in done.stdout
    assert nbreview(".", "--isolated", cwd=folder).returncode == 1
    (folder / ".mlreview.toml").write_text("severity = 7\n")
    refused = nbreview(".", cwd=folder)
    assert refused.returncode == 2
    assert ".mlreview.toml: severity" in refused.stderr


def test_allowed_by_path(folder: Path) -> None:
    allow = "[[allow]]\nrule = 'run-all-fails'\npaths = ['lost.*']\nreason = 'kept as a specimen'\n"
    (folder / ".mlreview.toml").write_text(allow)
    assert ("lost.ipynb", "run-all-fails", "allowed: kept as a specimen") in found(folder, ".")
    assert nbreview(".", cwd=folder).returncode == 0
    (folder / ".mlreview.toml").write_text(allow.replace("lost.*", "elsewhere/"))
    assert "matches nothing" in nbreview(".", cwd=folder).stdout


def test_nothing_to_review_can_be_fine(tmp_path: Path) -> None:
    save(tmp_path / "prose.ipynb")
    assert nbreview(".", cwd=tmp_path).returncode == 4
    assert nbreview(".", "--allow-empty", cwd=tmp_path).returncode == 0


def test_a_fault_of_our_own_is_let_through_only_when_asked(folder: Path) -> None:
    assert "Traceback" not in nbreview("lost.ipynb", "--debug", cwd=folder).stderr


def test_colours_only_on_a_terminal(folder: Path) -> None:
    assert "\x1b" not in nbreview(".", cwd=folder, FORCE_COLOR="1").stdout


def test_a_program_that_waits_for_json_gets_it_even_where_there_is_no_review(folder: Path) -> None:
    (folder / "empty").mkdir()
    nothing = nbreview("empty", "--format", "json", cwd=folder)
    assert (nothing.returncode, json.loads(nothing.stdout)["error"].partition(" in ")[0]) == (4, "nothing to review")
    (folder / ".mlreview.toml").write_text("severity = 7\n")
    refused = nbreview(".", "--format", "json", cwd=folder)
    assert refused.returncode == 2
    assert ".mlreview.toml" in json.loads(refused.stdout)["error"]
