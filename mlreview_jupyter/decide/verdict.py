"""The decision. It fails closed: what could not be read or settled never ends in a bare APPROVE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..catalog.lookup import Item
from ..model.finding import Ending, Outcome
from ..model.review import Check, Decision, NotJudged, Reported, Trouble
from .stage import reached


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision, why, and what would flip it."""

    decision: Decision
    because: tuple[str, ...]
    flip: tuple[str, ...]
    questions: tuple[str, ...]


# A rule that could not tell; a cell that could not be read. An unknown call is said, and does not keep a review from approving.
OPEN = (Ending.CRASHED, Ending.UNKNOWN)
UNREAD = frozenset({"syntax", "language", "format", "budget", "depth", "empty"})


def verdict(
    findings: Sequence[Reported],
    outcomes: Sequence[Outcome],
    gaps: Sequence[NotJudged],
    unread: Sequence[Trouble],
    stages: Mapping[str, str],
    items: Mapping[str, Item],
    checks: Sequence[Check],
) -> Verdict:
    """Decide on one file or on all."""
    blocking = [one for one in findings if blocks(one, stages, items)]
    because = [f"{one.title} ({one.file})" for one in blocking] + [f"{one.file} could not be read: {one.reason}" for one in unread]
    flip, questions = _flip(blocking, unread)
    if because:
        left = [one for one in findings if one not in blocking]
        then = verdict(left, outcomes, gaps, (), stages, items, checks)
        return Verdict("BLOCK", tuple(because), (*flip, f"then: {then.decision}"), questions)
    warnings = [f"{one.title} ({one.file})" for one in findings if one.severity in ("critical", "high", "medium")]
    warnings += [f"{one.spot.file}: {one.reason}" for one in gaps if one.kind in UNREAD]
    told = [one.reason for one in gaps if one.kind in UNREAD]  # a rule that only says the same is not said again
    warnings += [
        f"{one.rule} on {one.file}: {one.ending.value}, {one.reason}"
        for one in outcomes
        if one.ending in OPEN and not any(reason in one.reason for reason in told)
    ]
    if any(reached(stage, "candidate") for stage in stages.values()):
        warnings += [f"{one.name} exists and was not run" for one in checks if one.outcome == "not run"]
    return Verdict("APPROVE WITH WARNINGS" if warnings else "APPROVE", tuple(warnings), (), questions)


def blocks(finding: Reported, stages: Mapping[str, str], items: Mapping[str, Item]) -> bool:
    """Serious and certain; or, from stage candidate on, an item that blocks and is not settled."""
    item = items.get(finding.item)
    blocker = item is not None and item.blocker
    if finding.severity == "info":
        return False
    if finding.certainty != "possible":
        return blocker or finding.severity in ("critical", "high")
    return blocker and reached(stages.get(finding.file, "explore"), "candidate")


def _flip(blocking: Sequence[Reported], unread: Sequence[Trouble]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    fixes = [one for one in blocking if one.certainty != "possible"]
    open_ones = [one for one in blocking if one.certainty == "possible"]
    flip = []
    if fixes:
        flip.append(f"the {'fix' if len(fixes) == 1 else 'fixes'} of {len(fixes)} {'finding' if len(fixes) == 1 else 'findings'}")
    questions = tuple(
        f"{one.file}:{_where(one)}: is it so that {one.title}? Something on the way is not known, or depends on which way the program took."
        for one in open_ones
    )
    if questions:
        flip.append(f"{len(questions)} {'answer' if len(questions) == 1 else 'answers'}")
    if unread:
        flip.append(f"{len(unread)} {'file that can' if len(unread) == 1 else 'files that can'} be read")
    return tuple(flip), questions


def _where(finding: Reported) -> str:
    return f"line {finding.line}" if finding.cell is None else f"cell {finding.cell}:{finding.line}"
