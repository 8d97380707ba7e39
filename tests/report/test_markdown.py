"""Markdown for a comment at a pull request, as GitHub's own parser reads it."""

from __future__ import annotations

import time

import pytest

from mlreview_jupyter.model.review import Allowance, Check, Item, NotJudged, Proof, RuleOutcome, Trouble
from mlreview_jupyter.report import markdown
from mlreview_jupyter.report.markdown import LIMIT

from .readers import github, squashed
from .reviews import file, finding, path, review, spot


def test_the_decision_comes_first_then_findings_by_severity() -> None:
    page = github(
        markdown.render(review(finding(), finding(severity="critical", title="worst"), finding(severity="medium", title="third")))
    )
    assert page.headings == ["⛔ mlreview: BLOCK", "Critical", "High", "Medium"]
    assert (
        page.text.index("Primary risks: data leakage")
        < page.text.index("worst")
        < page.text.index("StandardScaler")
        < page.text.index("third")
    )


def test_a_finding_says_where_what_how_and_at_what_price() -> None:
    text = markdown.render(review(finding(related=path())))
    shown = squashed(github(text).text)
    assert "train.ipynb cell 4:2 · In [7] · line 31 of the file · certain · learned-before-split" in shown
    assert "learned cell 4:2 X = scaler.fit_transform(X) split cell 6:1 a, b = train_test_split(X) scored cell 7:3 model.score(b)" in shown
    assert "Fix: Split first. Trade-off: A pipeline takes longer." in shown


def test_figures_are_told_where_they_were_seen() -> None:
    proof = (Proof("rows", "199 of 200 test rows"),)
    assert "Evidence: rows: 199 of 200 test rows" in github(markdown.render(review(finding(certainty="proven", evidence=proof)))).text
    assert "Evidence" not in markdown.render(review(finding(evidence=proof)))


def test_the_tail_is_folded_and_holds_every_finding() -> None:
    some = [finding(title=f"number {n}.", id=str(n), severity="medium") for n in range(30)] + [finding(title="tiny", severity="info")]
    text = markdown.render(review(*some))
    before, _, folded = text.partition("<details>")
    assert before.count("#### ") == 10
    assert "<summary>And 21 findings (20 medium, 1 info)</summary>" in text
    assert all(f"number {n}." in text for n in range(30))
    assert "tiny" in folded


def test_many_files_are_a_table_worst_first() -> None:
    files = [file(file=f"f{n}.ipynb", decision="APPROVE") for n in range(20)] + [
        file(file="a|b.ipynb"),
        file(file="gone.ipynb", form="unread"),
    ]
    text = markdown.render(review(finding(file="a|b.ipynb"), files=tuple(files)))
    page = github(text)
    assert page.tags.count("tr") == 23
    assert page.tags.count("td") == 66
    assert page.text.index("a|b.ipynb") < page.text.index("f3.ipynb")
    assert "22 files</summary>" in text
    assert "| --- |" not in markdown.render(review(finding()))


def test_nothing_that_was_not_judged_is_lost() -> None:
    told = review(
        unread=(Trouble("gone.ipynb", "no such file"),),
        outcomes=(RuleOutcome("a-rule", "train.ipynb", "unknown", "a gap of its own", 0),),
        gaps=(NotJudged("call", "unknown call f", spot()),),
        questions=("is it so?",),
        notices=("only leakage",),
        checks=(Check("pytest", "not run"),),
        context=(Proof("team", "two people"),),
        policy="strict",
        strengths=("all seeded",),
        because=("pytest exists and was not run",),
        decision="APPROVE WITH WARNINGS",
    )
    shown = squashed(github(markdown.render(told)).text)
    for words in (
        "Cannot be read: gone.ipynb: no such file",
        "a-rule on train.ipynb: unknown: a gap of its own",
        "train.ipynb cell 4:2: unknown call f",
        "To be settled: is it so?",
        "Settings: only leakage",
        "Tests run: none (available: pytest)",
        "Context: team: two people",
        "Policy: strict",
        "In order: all seeded",
        "Follow up: pytest exists and was not run",
    ):
        assert words in shown


def test_suppressed_findings_and_allowances_are_folded() -> None:
    allowances = (
        Allowance("learned-before-split", "a demonstration", "cell", "train.ipynb", 4, 1, 1, ""),
        Allowance("run-all-fails", "old", "cell", "train.ipynb", 9, 1, 0, ""),
    )
    text = markdown.render(review(finding(suppressed_by="allowed: a demonstration"), allowances=allowances, decision="APPROVE"))
    assert text.index("no findings") < text.index("Not counted: 1 finding") < text.index("allowed: a demonstration")
    assert "matches nothing and can go" in text


def test_findings_below_the_severity_asked_for_are_counted() -> None:
    text = markdown.render(review(finding(severity="low"), shown_from="high", decision="APPROVE", because=()))
    assert "StandardScaler" not in text
    assert "Not shown: 1 below severity high" in text


def test_the_scorecard_counts_by_area() -> None:
    items = (
        Item("leakage.a", "leakage", "met", "", ()),
        Item("leakage.b", "leakage", "ask", "", ()),
        Item("eval.a", "eval", "violated", "", ()),
    )
    assert "| leakage | 1 |  |  | 1 |  |" in markdown.render(review(scorecard=items))


def test_code_stands_in_a_fence_longer_than_any_in_it() -> None:
    source = 'print("````")'
    page = github(markdown.render(review(finding(source=source))))
    assert page.tags.count("pre") == 1
    assert source in page.text


@pytest.mark.parametrize("number", [100, 300, 450])
def test_a_long_report_says_less_of_each_finding_and_fits(number: int) -> None:
    some = [finding(title=f"number {n}.", id=str(n), related=path(), issue="why " * 40) for n in range(number)]
    gaps = tuple(NotJudged("call", f"unknown call {n}", spot(line=n)) for n in range(1, 2000))
    text = markdown.render(review(*some, gaps=gaps))
    assert len(text.encode()) <= LIMIT
    assert all(f"number {n}." in text for n in range(number))
    assert "more" in text
    assert "Not judged: 1999 places" in text


def test_what_fits_nowhere_is_said_and_not_cut() -> None:
    began = time.process_time()
    text = markdown.render(review(*[finding(title=f"number {n}.", id=str(n)) for n in range(2000)]))
    assert time.process_time() - began < 5
    assert text.startswith("> This report is longer than the 65,536 characters")
    assert all(f"number {n}." in text for n in range(2000))
