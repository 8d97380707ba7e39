"""A review → the lines that come after the findings: what was not judged, the decision, and what would change it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...model.plural import plural
from ...model.review import Review
from ..inert import inert
from ..places import place
from ..tally import checks, idle, outcomes, risks, set_aside, shown, standing, unsettled
from .line import EMPTY, Line, Paper, Piece, line
from .overview import LOOKS

GAPS = 8  # places that were not judged
FOLLOWED = 6  # reasons of a decision with warnings


def not_judged(review: Review, files: Collection[str], paper: Paper) -> Iterator[Line]:
    """What could not be read or followed in the files that are shown, how much there is in the others, and rules that could not tell."""
    lost = {trouble.file for trouble in review.unread}
    told = [gap for gap in review.gaps if gap.spot.file not in lost]
    broken = [gap for gap in told if gap.kind == "syntax"]  # a cell that nobody read is named, wherever it stands
    gaps = [gap for gap in told if gap.spot.file in files and gap.kind != "syntax"]
    others = [gap for gap in told if gap.spot.file not in files and gap.kind != "syntax"]
    if broken or gaps or others:
        yield line(Piece("Not judged:", "label"))
        for gap in (*broken, *gaps[:GAPS]):
            yield from paper.wrap("", f"  {inert(gap.spot.file)}:{inert(place(gap.spot))}  {inert(gap.reason)}", "    ")
        if len(gaps) > GAPS:
            yield line(f"  and {len(gaps) - GAPS} more")
        if others:
            yield line(
                f"  {plural(len(others), 'place')} in {plural(len({gap.spot.file for gap in others}), 'other file')}: --format json lists them"
            )
        yield EMPTY
    # With warnings, the follow-ups say it.
    open_rules: dict[tuple[str, str, str], list[str]] = {}
    for rule in unsettled(review) if review.decision != "APPROVE WITH WARNINGS" else []:
        if rule.file in files and rule.file not in lost:
            open_rules.setdefault((rule.outcome, rule.file, rule.reason), []).append(rule.rule)
    for (outcome, file, reason), rules in open_rules.items():
        yield from paper.wrap(f"{outcome.capitalize()}: ", f"{inert(', '.join(rules))} on {inert(file)}: {inert(reason)}")
    if open_rules:
        yield EMPTY
    yield from unread(review, paper)


def unread(review: Review, paper: Paper) -> Iterator[Line]:
    """The files that could not be read, and why."""
    for trouble in review.unread:
        yield from paper.wrap("Cannot read ", f"{inert(trouble.file)}: {inert(trouble.reason)}")
    if review.unread:
        yield EMPTY


def end(review: Review, paper: Paper) -> Iterator[Line]:
    """The decision and all that belongs to it."""
    if review.strengths:
        clear = review.decision == "APPROVE" and not review.findings and not unsettled(review)
        yield from paper.wrap("All clear: " if clear else "In order: ", "; ".join(map(inert, review.strengths)) + ".")
    aside = ", ".join(map(inert, set_aside(review)))
    if aside:
        quiet = review.decision != "BLOCK" and all(one.suppressed_by is not None for one in review.findings)
        yield from paper.wrap("Nothing that decides; " if quiet else "Not shown: ", aside)
    if review.decision != "APPROVE WITH WARNINGS" or len(review.because) > FOLLOWED:  # else the follow-ups say it
        for one in idle(review):
            why = f"does not count: {inert(one.problem)}" if one.problem else "matches nothing and can go"
            yield from paper.wrap("Allowance: ", f"{inert(one.rule) or 'of no rule'} ({inert(standing(one))}) {why}")
    yield from decision(review, paper)
    yield line(Piece("Tests run: ", "label"), inert(checks(review)))
    if review.flip:
        *ways, then = review.flip
        yield from paper.wrap("What would flip it: ", inert(f"{', '.join(ways)} ({then})" if ways else then))
    elif review.decision == "APPROVE WITH WARNINGS":
        for reason in review.because[:FOLLOWED]:
            yield from paper.wrap("Follow up: ", inert(reason))
        if len(review.because) > FOLLOWED:
            yield line(f"  and {len(review.because) - FOLLOWED} more")
    for question in review.questions:
        yield from paper.wrap("To be settled: ", inert(question))
    yield from tail(review, paper)


def decision(review: Review, paper: Paper) -> Iterator[Line]:
    """The decision and its risks."""
    yield line(Piece("Decision: ", "label"), Piece(review.decision, LOOKS[review.decision]))
    yield from paper.wrap("Primary risks: ", inert(risks(review)))


def tail(review: Review, paper: Paper) -> Iterator[Line]:
    """How many findings, and how the rules ended."""
    yield from paper.wrap("", f"{shown(review)} {paper.dot} {outcomes(review)}")
