"""GitLab's code quality report."""

from __future__ import annotations

from mlreview_jupyter.model.review import NotJudged, RuleOutcome, Trouble
from mlreview_jupyter.report import gitlab

from .readers import strict
from .reviews import file, finding, review, spot


def test_a_finding_is_an_issue_at_its_line() -> None:
    (told,) = strict(gitlab.render(review(finding(), files=(file(path="nb/train.ipynb"),))))
    assert told == {
        "type": "issue",
        "description": "StandardScaler learned from the rows that are scored (cell 4:2, certain). The score is computed on rows that the scaler "
        "has seen. Fix: Split first.",
        "check_name": "learned-before-split",
        "fingerprint": "0123456789abcdef",
        "severity": "critical",
        "location": {"path": "nb/train.ipynb", "lines": {"begin": 31}},
    }


def test_severities_are_gitlabs() -> None:
    some = [finding(severity=severity, physical_line=None) for severity in ("critical", "high", "medium", "low", "info")]
    told = strict(gitlab.render(review(*some)))
    assert [one["severity"] for one in told] == ["blocker", "critical", "major", "minor", "info"]
    assert {one["location"]["lines"]["begin"] for one in told} == {1}


def test_what_is_suppressed_or_filtered_is_left_out() -> None:
    assert strict(gitlab.render(review(finding(suppressed_by="baseline"), finding(severity="low"), shown_from="medium"))) == []


def test_files_that_were_not_read_or_not_judged_in_full_are_issues() -> None:
    outcomes = (RuleOutcome("a-rule", "train.ipynb", "unknown", "a gap", 0),)
    gaps = (NotJudged("call", "unknown call f", spot()), NotJudged("call", "unknown call g", spot(file="other.py", cell=None)))
    told = strict(gitlab.render(review(unread=(Trouble("gone.ipynb", "no such file"),), outcomes=outcomes, gaps=gaps)))
    assert [(one["check_name"], one["severity"], one["location"]["path"]) for one in told] == [
        ("not-read", "blocker", "gone.ipynb"),
        ("not-judged", "info", "train.ipynb"),
        ("not-judged", "info", "other.py"),
    ]
    assert "a-rule (unknown: a gap); cell 4:2 (unknown call f)" in told[1]["description"]
    assert len({one["fingerprint"] for one in told}) == 3
