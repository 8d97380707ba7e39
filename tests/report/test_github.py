"""GitHub's annotations: what the runner makes of them."""

from __future__ import annotations

from mlreview_jupyter.model.review import Check, NotJudged, RuleOutcome, Trouble
from mlreview_jupyter.report import github

from .readers import Command, commands
from .reviews import file, finding, review, spot


def test_the_decision_comes_first_and_the_worst_next() -> None:
    told = commands(github.render(review(finding(), finding(severity="medium"), finding(severity="low"), finding(severity="info"))))
    assert [one.name for one in told] == ["notice", "error", "warning", "notice", "notice"]
    assert told[0].properties == {"title": "mlreview: BLOCK"}
    assert "What would flip it: the fixes of 1 finding (then: APPROVE)" in told[0].message


def test_an_annotation_stands_at_the_line_on_disk_and_names_the_cell() -> None:
    told = commands(github.render(review(finding(end_line=5), files=(file(path="nb/train.ipynb"),))))
    assert told[1] == Command(
        "error",
        {"file": "nb/train.ipynb", "line": "31", "endLine": "31", "title": "[HIGH] StandardScaler learned from the rows that are scored"},
        "cell 4:2 (In [7]): The score is computed on rows that the scaler has seen.\nFix: Split first.\nRule: learned-before-split (certain)",
    )
    (script,) = [
        one for one in commands(github.render(review(finding(cell=None, execution_count=None, end_line=5)))) if one.name == "error"
    ]
    assert script.properties["endLine"] == "34"
    (unplaced,) = [one for one in commands(github.render(review(finding(physical_line=None)))) if one.name == "error"]
    assert "line" not in unplaced.properties


def test_what_is_quoted_stays_what_it_is() -> None:
    title = "100% a,b=c::d\r\n::error::x %0A ##[group]"
    (told,) = [one for one in commands(github.render(review(finding(title=title, issue=title)))) if one.name == "error"]
    assert told.properties["title"] == "[HIGH] 100% a,b=c::d\\u{d}\\u{a}::error::x %0A # #[group]"
    assert "100% a,b=c::d\\u{d}\\u{a}::error::x %0A # #[group]" in told.message


def test_unread_files_open_rules_gaps_and_settings_are_said() -> None:
    gaps = tuple(NotJudged("call", f"unknown call {number}", spot(line=number)) for number in range(1, 14))
    outcomes = (RuleOutcome("a-rule", "train.ipynb", "crashed", "KeyError", 0), RuleOutcome("b-rule", "train.ipynb", "unknown", "a gap", 0))
    told = commands(
        github.render(review(unread=(Trouble("gone.ipynb", "no such file"),), outcomes=outcomes, gaps=gaps, notices=("only leakage",)))
    )
    assert [(one.name, one.properties["title"]) for one in told[1:]] == [
        ("error", "Not reviewed"),
        ("warning", "a-rule: crashed"),
        ("notice", "b-rule: unknown"),
        ("notice", "Not judged: 13 places"),
        ("notice", "Settings"),
    ]
    assert told[4].message.split("\n")[0] == "cell 4:1: unknown call 1"
    assert told[4].message.endswith("and 3 more")


def test_the_end_of_the_log_reads_without_the_annotations() -> None:
    text = github.render(review(finding(), finding(suppressed_by="baseline"), checks=(Check("pytest", "not run"),)))
    end = [line for line in text.split("\n") if line and not line.startswith("::")]
    assert end[:3] == ["Decision: BLOCK", "Primary risks: data leakage", "Tests run: none (available: pytest)"]
    assert end[-1].startswith("1 finding (1 high) (not shown: 1 in the baseline);")


def test_a_text_that_nobody_would_read_is_cut() -> None:
    text = github.render(review(finding(issue="x" * 100_000)))
    assert len(text) < 10_000
    assert "xxx…" in text
