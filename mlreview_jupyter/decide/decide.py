"""Examined files and what the user chose → the review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..catalog.lookup import Item, checklist
from ..model.examined import Examined
from ..model.finding import Certainty, Severity
from ..model.plural import Count
from ..model.review import SCHEMA, Check, File, Lane, Proof, Reported, Review, RuleOutcome, Trouble
from ..model.settings import Settings
from ..model.words import NOWHERE, STAGES
from .baseline import Entry
from .scorecard import scorecard
from .suppress import Matches, Suppressor
from .verdict import Verdict, verdict


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule is, as far as deciding needs to know: its item and area, and what it says when it is content."""

    id: str
    item: str
    area: str
    strength: str


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds the files: settings, the project's checks and place, earlier findings, what changed."""

    settings: Settings = field(default_factory=Settings)
    checks: tuple[Check, ...] = ()
    base: str = ""
    tool: str = "mlreview"
    matches: Matches = lambda patterns, path: False
    baseline: Mapping[str, Entry] = field(default_factory=dict)
    changed: Callable[[Reported, str], bool] | None = None  # a finding, and the file whose review it is of
    since: str = ""


def decide(examined: Sequence[Examined], rules: Sequence[Asked], around: Around) -> Review:
    """What all of it amounts to."""
    settings, items = around.settings, {item.id: item for item in checklist()}
    suppressor = Suppressor(settings, around.matches, around.baseline, around.changed, around.since)
    areas = {rule.id: rule.area for rule in rules}
    told = [_staged(suppressor.apply(one, areas), settings, around.matches) for one in examined]
    told = [suppressor.with_lent(one) for one in told]
    asked = [rule for rule in rules if settings.runs(rule.id, rule.area)]
    stages = {one.file.file: one.file.stage for one in told}
    findings = _ordered([finding for one in told for finding in one.findings])
    counted = [one for one in findings if one.suppressed_by is None]
    unread = [Trouble(one.file.file, one.trouble) for one in told if one.trouble]
    outcomes = [outcome for one in told for outcome in one.outcomes]
    gaps = [gap for one in told for gap in one.gaps]
    allowances = tuple(allowance for one in told for allowance in one.allowances) + suppressor.of_settings()
    whole = verdict(findings, outcomes, gaps, unread, stages, items, around.checks, settings.policy, allowances)
    by_item: dict[str, list[str]] = {}
    for rule in asked:
        by_item.setdefault(rule.item, []).append(rule.id)
    return Review(
        schema=SCHEMA,
        tool=around.tool,
        base=around.base,
        judged_as=_judged_as([one.file for one in told]),
        context=tuple(Proof(name, value) for name, value in settings.context),
        policy=settings.policy,
        decision=whole.decision,
        because=whole.because,
        flip=whole.flip,
        risks=_risks(counted, unread, items),
        findings=tuple(findings),
        outcomes=tuple(outcomes),
        scorecard=scorecard(checklist(), by_item, outcomes, counted, stages, _declared(settings)),
        strengths=_strengths(outcomes, {rule.id: rule.strength for rule in asked}, {gap.spot.file for gap in gaps if gap.kind == "syntax"}),
        questions=whole.questions,
        checks=around.checks,
        gaps=tuple(gaps),
        unread=tuple(unread),
        inventory=_inventory(told),
        lanes=(Lane("rules", "ran"),),
        allowances=allowances,
        notices=(*settings.notices, *suppressor.gone()),
        shown_from=settings.severity,
        files=tuple(replace(one.file, decision=_alone(one, items, around).decision) for one in told),
    )


def _declared(settings: Settings) -> dict[str, str]:
    """What the configuration answers of the checklist."""
    told = ", ".join(f"{name}: {value}" for name, value in settings.context)
    return {"change.context": f"declared: {told}"} if told else {}


def _alone(one: Examined, items: Mapping[str, Item], around: Around) -> Verdict:
    """The verdict on one file."""
    unread = [Trouble(one.file.file, one.trouble)] if one.trouble else []
    stage = {one.file.file: one.file.stage}
    return verdict(one.findings, one.outcomes, one.gaps, unread, stage, items, around.checks, around.settings.policy, one.allowances)


def _staged(one: Examined, settings: Settings, matches: Matches) -> Examined:
    """The file at the stage that somebody named for it."""
    named = settings.stage
    because = "named by --stage or the configuration"
    for pattern, stage in settings.stages if not named else ():
        if matches((pattern,), one.file.path):
            named, because = stage, f"the configuration says so of {pattern}"
    return replace(one, file=replace(one.file, stage=named, stage_because=because)) if named and not one.trouble else one


def _ordered(findings: list[Reported]) -> list[Reported]:
    """Worst first, surest first, then by place."""
    return sorted(
        findings,
        key=lambda one: (
            Severity(one.severity).rank,
            Certainty(one.certainty).rank,
            one.file,
            -1 if one.cell is None else one.cell,
            one.part,
            one.line,
            one.column,
        ),
    )


def _risks(findings: Sequence[Reported], unread: Sequence[Trouble], items: Mapping[str, Item]) -> tuple[str, ...]:
    risks = [item.risk if (item := items.get(one.item)) else "other" for one in findings if one.severity != "info"]
    return tuple(dict.fromkeys([*risks, *(["other"] if any(one.reason not in NOWHERE for one in unread) else [])]))


def _judged_as(files: Sequence[File]) -> str:
    """The stage and the kind of work, and by which sign."""
    if not files:
        return "nothing"
    if len(files) == 1:
        (file,) = files
        work = "; ".join(f"{one.name} ({one.value})" for one in file.work)
        return f"{file.stage}: {file.stage_because}" + (f"; {work}" if work else "")
    counted = Counter(file.stage for file in files)
    kinds = Counter(one.name for file in files for one in file.work)
    stages = ", ".join(f"{counted[stage]} {stage}" for stage in STAGES if counted[stage])
    return stages + (f"; {', '.join(f'{name} in {number}' for name, number in kinds.most_common(4))}" if kinds else "")


def _strengths(outcomes: Sequence[RuleOutcome], strengths: Mapping[str, str], broken: Collection[str]) -> tuple[str, ...]:
    """What was looked at and is as it should be, everywhere in this review; nothing of the sort is said of a file with unread cells."""
    counts: Counter[str] = Counter()
    spoiled = set()
    for outcome in outcomes:
        if outcome.outcome == "clean" and outcome.file not in broken:
            counts[outcome.rule] += outcome.judged
        elif outcome.outcome != "not applicable":
            spoiled.add(outcome.rule)
    return tuple(
        strengths[rule].format(n=Count(count))
        for rule, count in sorted(counts.items())
        if count and rule not in spoiled and strengths.get(rule)
    )


def _inventory(examined: Sequence[Examined]) -> tuple[Proof, ...]:
    forms = Counter(one.file.form for one in examined if one.file.form != "unread")
    counted = [Proof(form, str(number)) for form, number in sorted(forms.items())]
    modules = {module for one in examined for module in one.modules}
    if modules:
        counted.append(Proof("local modules read along", str(len(modules))))
    return (*counted, *dict.fromkeys(work for one in examined for work in one.file.work)) if len(examined) == 1 else tuple(counted)
