"""`Review` → Markdown for those who decide: a summary of two or three sentences, issues by priority, strengths, questions.

The headings and their order are fixed; an empty section says so in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..model.plural import plural
from ..model.review import Reported, Review, Spot
from ..rules import find_rules
from .inert import code, markdown, prose
from .places import counted, place, suppressed
from .reasons import flip, other_reasons
from .tally import checks, findings, idle, left_out, outcomes, standing, unsettled

STEPS = 6  # places of one path
LISTED = 10  # entries of a list that is not of findings
HEADINGS = (
    "Executive Summary",
    "Critical Issues",
    "High Priority Recommendations",
    "Medium Priority Recommendations",
    "Strengths",
    "Questions for Clarification",
)


def render(review: Review) -> str:
    """The six sections."""
    parts = (
        _summary(review),
        _critical(review),
        _issues(review, "high", "No finding of high severity."),
        _medium(review),
        _strengths(review),
        _questions(review),
    )
    lines = [line for heading, part in zip(HEADINGS, parts, strict=True) for line in (f"## {heading}", "", *part, "")]
    return "\n".join(lines).rstrip() + "\n"


def _summary(review: Review) -> Iterator[str]:
    """Facts only: what was decided about what, what is at stake, what would change it."""
    files = f" ({code(review.files[0].file)})" if len(review.files) == 1 else ""
    unread = f", of which {len(review.unread)} cannot be read" if review.unread else ""
    first = f"The decision is **{review.decision}** for {plural(len(review.files), 'file')}{files}{unread}, judged as {markdown(review.judged_as)}."
    some = counted(review)
    if some:
        worst = some[0]
        risks = (
            f"{markdown(' and '.join(review.risks))} {'is' if len(review.risks) == 1 else 'are'} at stake"
            if review.risks
            else "No risk is named"
        )
        second = (
            f"{findings(some)}: {risks}; the worst is “{markdown(worst.title)}” in {code(worst.file)}, {markdown(place(worst))} "
            f"({worst.severity}, {worst.certainty})."
        )
    elif review.unread:
        second = f"What could not be read could not be judged: {code(review.unread[0].file)}: {markdown(review.unread[0].reason)}."
    else:
        second = f"No finding is shown; {outcomes(review)}."
    third = f" What would flip it: {markdown(flip(review))}." if review.flip else ""
    yield f"{first} {second}{third}"


def _critical(review: Review) -> Iterator[str]:
    for trouble in review.unread:
        yield f"**{code(trouble.file)} cannot be read**"
        yield ""
        yield f"- **What:** {markdown(trouble.reason)}"
        yield "- **Why it matters:** nothing in this file was judged, so nothing in it is approved."
        yield "- **How to fix:** save it again as a notebook or script that can be read, or leave it out of the review by name."
        yield "- **Trade-off:** what is left out stays unjudged."
        yield ""
    others = other_reasons(review) if review.decision == "BLOCK" else []
    for reason in others:
        yield f"- Also blocking: {markdown(reason)}"
    if others:
        yield ""
    yield from _issues(review, "critical", "" if review.unread or others else "No finding of critical severity.")


def _issues(review: Review, severity: str, none: str) -> Iterator[str]:
    mine = [one for one in counted(review) if one.severity == severity]
    for one in mine:
        yield from _entry(one)
    if not mine and none:
        yield none
        yield ""


def _medium(review: Review) -> Iterator[str]:
    yield from _issues(review, "medium", "No finding of medium severity.")
    small = [one for one in counted(review) if one.severity in ("low", "info")]
    if small:
        yield "Smaller things:"
        yield ""
        yield from (f"- {one.severity}: {markdown(one.title)}, {_standing(one)}. {markdown(one.fix)}" for one in small)
        yield ""
    if review.decision == "APPROVE WITH WARNINGS":
        others = other_reasons(review)
        if others:
            yield "To follow up:"
            yield ""
            yield from (f"- {markdown(reason)}" for reason in others)
            yield ""


def _entry(one: Reported) -> Iterator[str]:
    manual = next((rule for rule in find_rules() if rule.id == one.rule), None)
    yield f"**{markdown(one.title) or one.severity}**"
    yield ""
    line = f", {code(one.source)}" if one.source.strip() else ""
    yield f"- **What:** {_standing(one)}{line} ({one.certainty}). {markdown(one.issue)}{_path(one)}"
    yield f"- **Why it matters:** {prose(manual.why) if manual is not None else markdown(one.issue)}"
    yield f"- **How to fix:** {markdown(one.fix)}"
    tradeoff = markdown(one.tradeoff) or (prose(manual.tradeoff) if manual is not None else "none is known.")
    yield f"- **Trade-off:** {tradeoff}"
    yield ""


def _path(one: Reported) -> str:
    """The parts that were played, in order, each with its places."""
    if len(one.related) < 2:
        return ""
    parts = []
    for role, steps in groupby(one.related[:STEPS], key=lambda step: step.role):
        places = [markdown(place(step.spot)) if step.spot.file == one.file else _standing(step.spot) for step in steps]
        parts.append(f"{markdown(role)} {', '.join(places)}")
    more = f" and {len(one.related) - STEPS} more" if len(one.related) > STEPS else ""
    return f" Path: {' → '.join(parts)}{more}."


def _strengths(review: Review) -> Iterator[str]:
    if review.strengths:
        yield from (f"- {markdown(strength)}" for strength in review.strengths)
    else:
        yield "Nothing could be told to be in order: what was judged has findings, or there was nothing of the kind to judge."
    yield ""
    yield f"Tests run: {markdown(checks(review))}. {outcomes(review)}."


def _questions(review: Review) -> Iterator[str]:
    asked = [f"{markdown(question)}" for question in review.questions]
    asked += [f"Is it still right that “{markdown(one.title)}” in {_standing(one)} is {_aside(one)}?" for one in suppressed(review)]
    for one in idle(review):
        why = f"does not count: {markdown(one.problem)}" if one.problem else "matches nothing"
        asked.append(f"The allowance of {code(one.rule) or 'no rule'} ({markdown(standing(one))}) {why}. Can it go?")
    if asked:
        yield from (f"- {question}" for question in asked)
    else:
        yield "No question came up."
    yield ""
    confirm = [item.because for item in review.scorecard if item.status == "ask"]
    yield from _list("For the author to confirm, since no file shows it:", [markdown(text) for text in confirm])
    unseen = [f"{code(one.file)}, {code(one.rule)}: {one.outcome}, {markdown(one.reason)}" for one in unsettled(review)]
    unseen += [f"{code(gap.spot.file)} {markdown(f'{place(gap.spot)}: {gap.reason}')}" for gap in review.gaps]
    yield from _list("What could not be judged:", unseen)
    narrowed = [*review.notices, *left_out(review), *([f"policy: {review.policy}"] if review.policy != "standard" else [])]
    narrowed += [f"{one.name}: {one.value}" for one in review.context]
    yield from _list("What this review goes by:", [markdown(text) for text in narrowed])


def _list(title: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    yield title
    yield ""
    yield from (f"- {line}" for line in lines[:LISTED])
    if len(lines) > LISTED:
        yield f"- and {len(lines) - LISTED} more"
    yield ""


def _standing(one: Reported | Spot) -> str:
    return f"{code(one.file)} {markdown(place(one))}"


def _aside(one: Reported) -> str:
    return "in the baseline" if one.suppressed_by == "baseline" else markdown(one.suppressed_by or "")
