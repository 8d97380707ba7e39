"""Judged files → the review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..catalog.lookup import checklist
from ..model.finding import Certainty, Ending, Severity
from ..model.judged import Judged
from ..model.ops import Op
from ..model.review import SCHEMA, Check, File, Lane, NotJudged, Proof, Ran, Reported, Review, RuleOutcome, Trouble
from .report_finding import Locate, report, spot
from .scorecard import scorecard
from .stage import STAGES, stage_of
from .verdict import verdict

GAP_ORDER = ("syntax", "language", "format", "budget", "depth", "empty", "names", "call")


def decide(
    judged: Sequence[Judged],
    by_item: Mapping[str, Sequence[str]],
    strengths: Mapping[str, str],
    checks: Sequence[Check],
    locate: Locate,
    tool: str,
) -> Review:
    """What all of it amounts to. `by_item` names the rules of each item, `strengths` what a rule says when it is content."""
    items = {item.id: item for item in checklist()}
    stages = {one.file: stage_of(one.facts) for one in judged}
    plain = {file: stage for file, (stage, _) in stages.items()}
    seen: Counter[str] = Counter()
    reported = {
        one.file: _ordered([report(finding, one.program, locate, seen) for finding in one.findings if one.program is not None])
        for one in judged
    }
    findings = _ordered([one for found in reported.values() for one in found])
    unread = [Trouble(one.file, one.trouble) for one in judged if one.trouble]
    outcomes = [outcome for one in judged for outcome in one.outcomes]
    gaps = {one.file: _gaps(one, locate) for one in judged}
    whole = verdict(findings, outcomes, [gap for file in gaps.values() for gap in file], unread, plain, items, checks)
    return Review(
        schema=SCHEMA,
        tool=tool,
        judged_as=_judged_as(stages),
        decision=whole.decision,
        because=whole.because,
        flip=whole.flip,
        risks=_risks(findings, unread, items),
        findings=tuple(findings),
        outcomes=tuple(RuleOutcome(one.rule, one.file, one.ending.value, one.reason, one.judged) for one in outcomes),
        scorecard=scorecard(checklist(), by_item, outcomes, findings, plain),
        strengths=_strengths(judged, strengths),
        questions=whole.questions,
        checks=tuple(checks),
        gaps=tuple(gap for file in gaps.values() for gap in file),
        unread=tuple(unread),
        inventory=_inventory(judged),
        lanes=(Lane("rules", "ran"),),
        files=tuple(
            _file(
                one,
                stages[one.file],
                verdict(
                    reported[one.file],
                    one.outcomes,
                    gaps[one.file],
                    [Trouble(one.file, one.trouble)] if one.trouble else [],
                    {one.file: plain[one.file]},
                    items,
                    checks,
                ).decision,
            )
            for one in judged
        ),
    )


def _ordered(findings: list[Reported]) -> list[Reported]:
    """Worst first, surest first, then by place."""
    return sorted(
        findings,
        key=lambda one: (
            Severity(one.severity).rank,
            Certainty(one.certainty).rank,
            one.file,
            -1 if one.cell is None else one.cell,
            one.line,
            one.column,
        ),
    )


def _gaps(one: Judged, locate: Locate) -> list[NotJudged]:
    gaps = one.facts.gaps if one.facts is not None else one.program.gaps if one.program is not None else ()
    ordered = sorted(gaps, key=lambda gap: (GAP_ORDER.index(gap.kind) if gap.kind in GAP_ORDER else len(GAP_ORDER), gap.place.order))
    return [NotJudged(gap.kind, gap.reason, spot(gap.place, locate)) for gap in ordered]


def _risks(findings: Sequence[Reported], unread: Sequence[Trouble], items: Mapping[str, object]) -> tuple[str, ...]:
    risks = [getattr(items.get(one.item), "risk", "other") for one in findings if one.severity != "info"]
    return tuple(dict.fromkeys([*risks, *(["other"] if unread else [])]))


def _judged_as(stages: Mapping[str, tuple[str, str]]) -> str:
    if not stages:
        return "nothing"
    if len(stages) == 1:
        ((stage, because),) = stages.values()
        return f"{stage}: {because}"
    counted = Counter(stage for stage, _ in stages.values())
    return ", ".join(f"{counted[stage]} {stage}" for stage in STAGES if counted[stage])


def _strengths(judged: Sequence[Judged], strengths: Mapping[str, str]) -> tuple[str, ...]:
    """What was looked at and is as it should be, everywhere in this review."""
    counts: Counter[str] = Counter()
    spoiled = set()
    for outcome in (outcome for one in judged for outcome in one.outcomes):
        if outcome.ending is Ending.CLEAN:
            counts[outcome.rule] += outcome.judged
        elif outcome.ending is not Ending.NOT_APPLICABLE:
            spoiled.add(outcome.rule)
    return tuple(
        strengths[rule].format(n=count) for rule, count in sorted(counts.items()) if count and rule not in spoiled and strengths.get(rule)
    )


def _inventory(judged: Sequence[Judged]) -> tuple[Proof, ...]:
    forms = Counter(one.program.form.value for one in judged if one.program is not None)
    counted = [Proof(form, str(number)) for form, number in sorted(forms.items())]
    modules = {module.path for one in judged if one.program is not None for module in one.program.modules.values()}
    return (*counted, Proof("local modules read along", str(len(modules)))) if modules else tuple(counted)


def _file(one: Judged, stage: tuple[str, str], decision: str) -> File:
    cells = one.program.cells if one.program is not None else ()
    languages = {step.cell.index: step.language for step in one.program.steps} if one.program is not None else {}
    facts = one.facts
    counted = {"fits": (Op.LEARN, Op.FIT), "splits": (Op.SPLIT, Op.CROSS_SCORE), "scores": (Op.SCORE, Op.CROSS_SCORE)}
    judged = (
        tuple(Proof(name, str(len({event.place for event in facts.calls(*ops)}))) for name, ops in counted.items())
        if facts is not None
        else ()
    )
    return File(
        one.file,
        one.program.form.value if one.program is not None else "unread",
        stage[0],
        stage[1],
        decision,  # type: ignore[arg-type]
        tuple(Ran(cell.index, cell.kind, cell.execution_count, languages.get(cell.index, "")) for cell in cells),
        judged,
    )
