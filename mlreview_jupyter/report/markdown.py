"""`Review` → Markdown for a comment at a pull request: the decision, then the findings worst first, then what was not judged.

It stays below what GitHub takes in one comment for as long as every finding has at least its line in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.plural import plural
from ..model.review import Reported, Review
from .inert import code, fence, markdown
from .places import by_file, counted, place, suppressed
from .reasons import flip, other_reasons
from .tally import (
    SEVERITIES,
    checks,
    findings,
    idle,
    judged_as,
    left_out,
    outcomes,
    risks,
    severities,
    shown,
    standing,
    told_of,
    unsettled,
    worst_first,
)

LIMIT = 65_536  # characters of a comment on GitHub
ICONS = {"BLOCK": "⛔", "APPROVE WITH WARNINGS": "⚠️", "APPROVE": "✅"}
STATUSES = ("met", "violated", "unknown", "ask", "not applicable")
FOLLOWED = 8  # reasons of the decision
FEW = 12  # files whose table is not folded
STEPS = 6  # places of one path
LONGEST = 160  # characters of a quoted line on a path


@dataclass(frozen=True, slots=True)
class _Detail:
    """How much is told: findings in full, entries of each list, and whether a finding's line says how to mend it."""

    full: int
    listed: int
    fixes: bool


_DETAILS = (_Detail(10, 200, True), _Detail(4, 25, True), _Detail(4, 25, False), _Detail(0, 5, False))


def render(review: Review) -> str:
    """The comment, as detailed as there is room for."""
    text = ""
    for detail in _DETAILS:
        text = _text(review, detail)
        if len(text.encode()) <= LIMIT:
            return text
    said = f"This report is longer than the {LIMIT:,} characters that GitHub takes in one comment: no finding was left out to shorten it."
    return f"> {said}\n\n{text}"


def _text(review: Review, detail: _Detail) -> str:
    return "\n".join(_lines(review, detail)).rstrip() + "\n"


def _lines(review: Review, detail: _Detail) -> Iterator[str]:
    yield f"## {ICONS[review.decision]} mlreview: {review.decision}"
    yield ""
    yield from _summary(review)
    yield ""
    if len(review.files) > 1:
        yield from _files(review)
    yield from _findings(review, detail)
    yield from _open(review, detail)
    yield from _aside(review, detail)
    yield from _scorecard(review)
    yield f"{outcomes(review)} · {markdown(review.tool)}"


def _summary(review: Review) -> Iterator[str]:
    yield f"- **{shown(review)}** in {plural(len(review.files), 'file')}"
    yield f"- **Primary risks:** {markdown(risks(review))}"
    yield f"- **Judged as:** {markdown(judged_as(review.files[0]) if len(review.files) == 1 else review.judged_as)}"
    if review.context:
        yield f"- **Context:** {markdown('; '.join(f'{one.name}: {one.value}' for one in review.context))}"
    if review.policy != "standard":
        yield f"- **Policy:** {markdown(review.policy)}"
    yield from (f"- **Settings:** {markdown(notice)}" for notice in review.notices)
    yield f"- **Tests run:** {markdown(checks(review))}"
    if review.flip:
        yield f"- **What would flip it:** {markdown(flip(review))}"
    yield from (f"- **Cannot be read:** {code(one.file)}: {markdown(one.reason)}" for one in review.unread)
    yield from (f"- **To be settled:** {markdown(question)}" for question in review.questions)
    others = other_reasons(review)
    label = "Also blocking" if review.decision == "BLOCK" else "Follow up"
    yield from (f"- **{label}:** {markdown(reason)}" for reason in others[:FOLLOWED])
    if len(others) > FOLLOWED:
        yield f"- and {plural(len(others) - FOLLOWED, 'more reason')}, among what was not judged"
    if review.strengths:
        yield f"- **In order:** {markdown('; '.join(review.strengths))}"


def _files(review: Review) -> Iterator[str]:
    by = dict(by_file(counted(review)))
    many = len(review.files) > FEW
    if many:
        yield from _unfold(plural(len(review.files), "file"))
    yield "| File | Decision | Findings |"
    yield "| --- | --- | --- |"
    for file in worst_first(review):
        told = told_of(file, by.get(file.file, []), severities) or "none"
        yield f"| {markdown(file.file)} | {file.decision} | {told} |"
    yield ""
    if many:
        yield from _fold()


def _findings(review: Review, detail: _Detail) -> Iterator[str]:
    some = counted(review)
    full = [one for one in some if one.severity not in ("low", "info")][: detail.full]
    for severity in SEVERITIES:
        mine = [one for one in full if one.severity == severity]
        if mine:
            yield f"### {severity.capitalize()}"
            yield ""
        for one in mine:
            yield from _finding(one)
    rest = [one for one in some if one not in full]
    if rest:
        yield from _unfold(f"{'And ' if full else ''}{findings(rest)}")
        for one in rest:
            yield _brief(one, detail.fixes)
        yield ""
        yield from _fold()


def _finding(one: Reported) -> Iterator[str]:
    yield f"#### {markdown(one.title) or one.severity}"
    yield ""
    disk = [f"line {one.physical_line} of the file"] if one.physical_line is not None and one.cell is not None else []
    ran = [f"In \\[{one.execution_count}]"] if one.execution_count else []
    lane = [] if one.lane == "rules" else [f"by {markdown(one.lane)}"]
    yield " · ".join([f"{code(one.file)} **{markdown(place(one))}**", *ran, *disk, one.certainty, *lane, code(one.rule)])
    yield ""
    yield markdown(one.issue) or "No more is known of it."
    yield ""
    if len(one.related) > 1:
        for number, step in enumerate(one.related[:STEPS], 1):
            where = "" if step.spot.file == one.file else f"{code(step.spot.file)} "
            text = step.text if len(step.text) <= LONGEST else step.text[:LONGEST] + "…"
            yield f"{number}. **{markdown(step.role) or 'step'}** {where}{markdown(place(step.spot))} {code(text)}".rstrip()
        if len(one.related) > STEPS:
            yield f"{STEPS + 1}. and {plural(len(one.related) - STEPS, 'more place')}"
        yield ""
    elif one.source.strip():
        yield fence(one.source.strip(), "python")
        yield ""
    if one.certainty == "proven" and one.evidence:
        yield f"- **Evidence:** {markdown('; '.join(f'{proof.name}: {proof.value}' for proof in one.evidence))}"
    yield f"- **Fix:** {markdown(one.fix)}"
    if one.tradeoff:
        yield f"- **Trade-off:** {markdown(one.tradeoff)}"
    yield ""


def _brief(one: Reported, fix: bool) -> str:
    mend = f" Fix: {markdown(one.fix)}" if fix else ""
    return f"- **{one.severity.upper()}** {markdown(one.title)} ({code(one.file)} {markdown(place(one))}, {one.certainty}, {code(one.rule)}).{mend}"


def _open(review: Review, detail: _Detail) -> Iterator[str]:
    lines = [f"{code(one.rule)} on {code(one.file)}: {one.outcome}: {markdown(one.reason)}" for one in unsettled(review)]
    lines += [f"{code(one.spot.file)} {markdown(f'{place(one.spot)}: {one.reason}')}" for one in review.gaps]
    if lines:
        yield from _list(f"Not judged: {plural(len(lines), 'place')}", lines, detail.listed)


def _aside(review: Review, detail: _Detail) -> Iterator[str]:
    unshown = ", ".join(left_out(review))
    some = suppressed(review)
    if some:
        lines = [f"{_brief(one, False)[2:]} {markdown(one.suppressed_by or '')}" for one in some]
        yield from _list(f"Not counted: {plural(len(some), 'finding')}", lines, len(lines))
    elif unshown:
        yield f"Not shown: {markdown(unshown)}."
        yield ""
    used = [
        f"{code(one.rule)} ({markdown(standing(one))}): {markdown(one.reason)} (used {plural(one.used, 'time')})"
        for one in review.allowances
        if one not in idle(review)
    ]
    for one in idle(review):
        why = f"does not count: {markdown(one.problem)}" if one.problem else "matches nothing and can go"
        used.append(f"{code(one.rule) or 'no rule'} ({markdown(standing(one))}) {why}")
    if used:
        yield from _list(f"Allowances: {len(used)}, {plural(len(idle(review)), 'idle one')}", used, detail.listed)


def _scorecard(review: Review) -> Iterator[str]:
    areas: dict[str, Counter[str]] = {}
    for item in review.scorecard:
        areas.setdefault(item.area, Counter())[item.status] += 1
    if not areas:
        return
    yield from _unfold("Scorecard")
    yield f"| Area | {' | '.join(STATUSES)} |"
    yield "| --- |" + " --- |" * len(STATUSES)
    for area, by in areas.items():
        yield f"| {markdown(area)} | {' | '.join(str(by[status] or '') for status in STATUSES)} |"
    yield ""
    yield from _fold()


def _list(title: str, lines: Iterable[str], most: int) -> Iterator[str]:
    """A folded list, cut with a count where it is longer than there is room for."""
    lines = list(lines)
    yield from _unfold(title)
    yield from (f"- {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"- and {len(lines) - most} more"
    yield ""
    yield from _fold()


def _unfold(title: str) -> Iterator[str]:
    """The title is ours: inside of HTML, Markdown's escapes would not hold."""
    yield f"<details><summary>{title}</summary>"
    yield ""


def _fold() -> Iterator[str]:
    yield "</details>"
    yield ""
