"""A review → the lines that come after the findings: what was not judged, the decision, and what would change it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...model.review import Review
from ..inert import inert
from ..places import counted, place
from ..tally import checks, findings, idle, left_out, outcomes, plural, standing, unsettled
from .line import EMPTY, Line, Paper, Piece, line
from .overview import LOOKS

GAPS = 8  # places that were not judged
FOLLOWED = 6  # reasons of a decision with warnings


def not_judged(review: Review, shown: Collection[str], paper: Paper) -> Iterator[Line]:
    """What could not be read or followed in the files that are shown, how much there is in the others, and rules that could not tell."""
    gaps = [gap for gap in review.gaps if gap.spot.file in shown]
    others = [gap for gap in review.gaps if gap.spot.file not in shown]
    if gaps or others:
        yield line(Piece("Not judged:", "label"))
        for gap in gaps[:GAPS]:
            yield from paper.wrap("", f"  {inert(gap.spot.file)}:{inert(place(gap.spot))}  {inert(gap.reason)}", "    ")
        if len(gaps) > GAPS:
            yield line(f"  and {len(gaps) - GAPS} more")
        if others:
            yield line(
                f"  {plural(len(others), 'place')} in {plural(len({gap.spot.file for gap in others}), 'other file')}: --format json lists them"
            )
        yield EMPTY
    # With warnings, the follow-ups say it.
    open_rules = [one for one in unsettled(review) if one.file in shown] if review.decision != "APPROVE WITH WARNINGS" else []
    for rule in open_rules:
        yield from paper.wrap(f"{rule.outcome.capitalize()}: ", f"{inert(rule.rule)} on {inert(rule.file)}: {inert(rule.reason)}")
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
        clear = not any(one.suppressed_by is None for one in review.findings) and not unsettled(review)
        yield from paper.wrap("All clear: " if clear else "In order: ", "; ".join(map(inert, review.strengths)) + ".")
    if left_out(review):
        yield from paper.wrap("Not shown: ", ", ".join(map(inert, left_out(review))))
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
    yield from paper.wrap("Primary risks: ", inert(", ".join(review.risks)) or "none found")


def tail(review: Review, paper: Paper) -> Iterator[Line]:
    """How many findings, and how the rules ended."""
    yield from paper.wrap("", f"{findings(counted(review))} {paper.dot} {outcomes(review)}")
