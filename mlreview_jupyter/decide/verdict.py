"""The decision. It fails closed: what could not be read or settled never ends in a bare APPROVE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..catalog.lookup import Item
from ..model.plural import plural
from ..model.program import where
from ..model.review import Allowance, Check, Decision, NotJudged, Reported, RuleOutcome, Trouble
from ..model.words import NOWHERE
from .stage import reached


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision, why, and what would flip it."""

    decision: Decision
    because: tuple[str, ...]
    flip: tuple[str, ...]
    questions: tuple[str, ...]


# A rule that could not tell; a cell that could not be read. An unknown call is said, and does not keep a review from approving.
OPEN = ("crashed", "unknown")
UNREAD = frozenset({"syntax", "language", "format", "budget", "depth", "empty"})


def verdict(
    findings: Sequence[Reported],
    outcomes: Sequence[RuleOutcome],
    gaps: Sequence[NotJudged],
    unread: Sequence[Trouble],
    stages: Mapping[str, str],
    items: Mapping[str, Item],
    checks: Sequence[Check],
    policy: str = "standard",
    allowances: Sequence[Allowance] = (),
) -> Verdict:
    """Decide on one file or on all. What is suppressed never blocks; a blocker that was allowed is a warning."""
    counted = [one for one in findings if one.suppressed_by is None]
    blocking = [one for one in counted if blocks(one, stages, items, policy)]
    because = [f"{one.title} ({one.file})" for one in blocking] + [f"{one.file} could not be read: {one.reason}" for one in unread]
    flip, questions = _flip(blocking, unread)
    if because:
        gone = set(map(id, blocking))
        left = [one for one in findings if id(one) not in gone]
        then = verdict(left, outcomes, gaps, (), stages, items, checks, policy, allowances)
        after = f"then: {then.decision}" if not unread else f"then: {'its review decides' if len(unread) == 1 else 'their reviews decide'}"
        return Verdict("BLOCK", tuple(because), (*flip, after), questions)
    warnings = [f"{one.title} ({one.file})" for one in counted if one.severity in ("critical", "high", "medium")]
    warnings += [
        f"{one.title} ({one.file}) is {'in the baseline' if one.suppressed_by == 'baseline' else one.suppressed_by}"
        for one in findings
        if one.suppressed_by is not None and not one.suppressed_by.startswith("unchanged") and blocks(one, stages, items, policy)
    ]
    warnings += [
        f"{_stands(one)}: the allowance of {one.rule or 'nothing'} {'does not count: ' + one.problem if one.problem else 'matches nothing'}"
        for one in allowances
        if one.problem or not one.used
    ]
    warnings += [
        f"{one.spot.file}:{where(one.spot.cell, one.spot.line, one.spot.part)}: {one.reason}" for one in gaps if one.kind in UNREAD
    ]
    told = [one.reason for one in gaps if one.kind in UNREAD]  # a rule that only says the same is not said again
    warnings += [
        f"{one.rule} on {one.file}: {one.outcome}, {one.reason}"
        for one in outcomes
        if one.outcome in OPEN and not any(reason in one.reason for reason in told)
    ]
    if any(reached(stage, "candidate") for stage in stages.values()):
        warnings += [f"{one.name} exists and was not run" for one in checks if one.outcome == "not run"]
    return Verdict("APPROVE WITH WARNINGS" if warnings else "APPROVE", tuple(warnings), (), questions)


def _stands(one: Allowance) -> str:
    """Where somebody finds it."""
    if one.line is None:
        return one.file if one.cell is None else f"{one.file}:cell {one.cell}"
    return f"{one.file}:{where(one.cell, one.line)}"


def blocks(finding: Reported, stages: Mapping[str, str], items: Mapping[str, Item], policy: str = "standard") -> bool:
    """Serious and certain; or, from stage candidate on, an item that blocks and is not settled.

    A strict policy takes medium findings and open questions of an exploration for serious, too; a lenient one only what is
    critical or a blocker, and certain; under an advisory one no finding blocks.
    """
    item = items.get(finding.item)
    blocker = item is not None and item.blocker
    if finding.severity == "info" or policy == "advisory":
        return False
    if finding.certainty == "possible":
        early = policy == "strict"
        return blocker and policy != "lenient" and (early or reached(stages.get(finding.file, "explore"), "candidate"))
    return blocker or finding.severity in SERIOUS[policy]


SERIOUS = {"strict": ("critical", "high", "medium"), "standard": ("critical", "high"), "lenient": ("critical",)}


def _flip(blocking: Sequence[Reported], unread: Sequence[Trouble]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    fixes = [one for one in blocking if one.certainty != "possible"]
    open_ones = [one for one in blocking if one.certainty == "possible"]
    flip = []
    if fixes:
        flip.append(f"the {'fix' if len(fixes) == 1 else 'fixes'} of {plural(len(fixes), 'finding')}")
    questions = tuple(
        f"{one.file}:{where(one.cell, one.line, one.part)}: {one.title}: is it so? Something on the way is not known, or depends on which way the program took."
        for one in open_ones
    )
    if questions:
        flip.append(plural(len(questions), "answer"))
    nowhere = sum(one.reason in NOWHERE for one in unread)
    if nowhere:
        flip.append("1 path that exists" if nowhere == 1 else f"{nowhere} paths that exist")
    if len(unread) > nowhere:
        flip.append(f"{plural(len(unread) - nowhere, 'file')} that can be read")
    return tuple(flip), questions
