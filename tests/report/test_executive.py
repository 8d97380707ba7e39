"""Markdown for those who decide: six sections, nothing lost."""

from __future__ import annotations

import pytest

from mlreview_jupyter.model.review import Allowance, Item, NotJudged, Review, RuleOutcome, Trouble
from mlreview_jupyter.report import executive
from mlreview_jupyter.report.executive import HEADINGS

from .readers import github, squashed
from .reviews import finding, path, review, spot

WANTED = [
    "Executive Summary",
    "Critical Issues",
    "High Priority Recommendations",
    "Medium Priority Recommendations",
    "Strengths",
    "Questions for Clarification",
]


def sections(told: Review) -> dict[str, str]:
    """What stands under each heading."""
    text = executive.render(told)
    parts = {}
    for part in text.split("## ")[1:]:
        heading, _, body = part.partition("\n")
        parts[heading] = body
    return parts


@pytest.mark.parametrize("told", [review(), review(finding()), review(finding(severity="critical"), unread=(Trouble("x.ipynb", "empty"),))])
def test_the_headings_are_these_and_none_is_empty(told: Review) -> None:
    assert github(executive.render(told)).headings == WANTED == list(HEADINGS)
    assert all(body.strip() for body in sections(told).values())


@pytest.mark.parametrize(
    ("severity", "section"),
    [("critical", WANTED[1]), ("high", WANTED[2]), ("medium", WANTED[3]), ("low", WANTED[3]), ("info", WANTED[3])],
)
def test_every_finding_stands_in_its_section(severity: str, section: str) -> None:
    parts = sections(review(finding(severity=severity)))
    assert [heading for heading in WANTED[1:] if "StandardScaler learned" in parts[heading]] == [section]


def test_an_entry_says_what_why_how_and_at_what_price() -> None:
    part = sections(review(finding(related=path())))["High Priority Recommendations"]
    shown = squashed(github(part).text)
    assert "What: train.ipynb cell 4:2, X = scaler.fit_transform(X) (certain). The score is computed" in shown
    assert "Path: learned cell 4:2 → split cell 6:1 → scored cell 7:3." in shown
    assert "Why it matters: the score is computed on rows that have already shaped the features." in shown  # the manual's words
    assert "How to fix: Split first." in shown
    assert "Trade-off: A pipeline takes longer." in shown


def test_a_finding_of_another_lane_has_its_own_reason() -> None:
    shown = github(sections(review(finding(rule="unit", lane="claude", tradeoff="")))["High Priority Recommendations"]).text
    assert "Why it matters: The score is computed on rows that the scaler has seen." in shown
    assert "Trade-off: none is known." in shown


def test_the_summary_says_the_decision_the_stake_and_the_way_out() -> None:
    told = review(finding(), finding(severity="medium", title="no seed"), risks=("data leakage", "irreproducible training"))
    shown = squashed(github(sections(told)["Executive Summary"]).text)
    assert shown == (
        "The decision is BLOCK for 1 file (train.ipynb), judged as candidate: a model is scored. 2 findings (1 high, 1 medium): data leakage "
        "and irreproducible training are at stake; the worst is “StandardScaler learned from the rows that are scored” in train.ipynb, cell 4:2 "
        "(high, certain). What would flip it: the fixes of 1 finding (then: APPROVE)."
    )


def test_what_blocks_without_a_finding_is_critical() -> None:
    told = review(decision="BLOCK", because=("pytest failed",), unread=(Trouble("gone.ipynb", "no such file"),))
    shown = github(sections(told)["Critical Issues"]).text
    assert "gone.ipynb cannot be read" in shown
    assert "Also blocking: pytest failed" in shown
    assert shown.count("Trade-off:") == 1


def test_questions_hold_all_that_is_open() -> None:
    told = review(
        finding(suppressed_by="baseline"),
        decision="APPROVE WITH WARNINGS",
        questions=("is it so?",),
        allowances=(Allowance("run-all-fails", "", "cell", "train.ipynb", 9, 1, 0, "it gives no reason"),),
        scorecard=(Item("framing.decision", "framing", "ask", "Work starts from a decision.", ()),),
        outcomes=(RuleOutcome("a-rule", "train.ipynb", "unknown", "a gap", 0),),
        gaps=tuple(NotJudged("call", f"unknown call {n}", spot(line=n)) for n in range(1, 15)),
        notices=("only leakage",),
        policy="strict",
    )
    shown = squashed(github(sections(told)["Questions for Clarification"]).text)
    for words in (
        "is it so?",
        "“StandardScaler learned from the rows that are scored” in train.ipynb cell 4:2 is in the baseline?",
        "does not count: it gives no reason. Can it go?",
        "Work starts from a decision.",
        "a-rule: unknown, a gap",
        "cell 4:1: unknown call 1",
        "and 5 more",
        "only leakage",
        "policy: strict",
    ):
        assert words in shown
