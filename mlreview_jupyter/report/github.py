"""`Review` → GitHub's workflow commands: the decision, an annotation for each finding at its line on disk, and a plain end for the log.

Of one step, GitHub shows the first ten errors, ten warnings and ten notices: so the decision comes first, then the worst. The log
holds them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.plural import plural
from ..model.review import Reported, Review, Spot
from .inert import annotation, annotation_value, inert
from .places import counted, place, uri
from .reasons import flip, other_reasons
from .tally import checks, findings, left_out, outcomes, risks, unsettled

LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "notice", "info": "notice"}
LONGEST = 2000  # characters of one text; beyond, an annotation is not read any more
GAPS = 10  # places that were not judged, of one file


def render(review: Review) -> str:
    """One command a line."""
    return "".join(line + "\n" for line in _lines(review))


def _lines(review: Review) -> Iterator[str]:
    end = list(_decision(review))
    yield _command("notice", {"title": f"mlreview: {review.decision}"}, *end)
    for trouble in review.unread:
        yield _command("error", {"file": uri(review, trouble.file), "title": "Not reviewed"}, f"Cannot be read: {trouble.reason}")
    for one in counted(review):
        yield _finding(review, one)
    for rule in unsettled(review):
        where = {"file": uri(review, rule.file), "title": f"{rule.rule}: {rule.outcome}"}
        yield _command("warning" if rule.outcome == "crashed" else "notice", where, rule.reason)
    by_file: dict[str, list[str]] = {}
    for gap in review.gaps:
        by_file.setdefault(gap.spot.file, []).append(f"{place(gap.spot)}: {gap.reason}")
    for file, gaps in by_file.items():
        more = [f"and {len(gaps) - GAPS} more"] if len(gaps) > GAPS else []
        yield _command("notice", {"file": uri(review, file), "title": f"Not judged: {plural(len(gaps), 'place')}"}, *gaps[:GAPS], *more)
    for notice in review.notices:
        yield _command("notice", {"title": "Settings"}, notice)
    yield f"Decision: {review.decision}"
    yield from (inert(line) for line in end)


def _finding(review: Review, one: Reported) -> str:
    where = {"file": uri(review, one.file)}
    if one.physical_line is not None:
        # Only in a script do the lines of a place lie one below the other on disk.
        last = one.physical_line + (one.end_line - one.line if one.cell is None and not one.part else 0)
        where |= {"line": str(one.physical_line), "endLine": str(max(last, one.physical_line))}
    where["title"] = f"[{one.severity.upper()}] {one.title}"
    return _command(
        LEVELS[one.severity],
        where,
        f"{_standing(one)}: {one.issue}",
        f"Fix: {one.fix}",
        f"Rule: {one.rule} ({one.certainty})",
    )


def _standing(one: Reported | Spot) -> str:
    """The cell comes first: the line of the file says little to those who never see it."""
    return place(one) + (f" (In [{one.execution_count}])" if one.execution_count else "")


def _decision(review: Review) -> Iterator[str]:
    yield f"Primary risks: {risks(review)}"
    yield f"Tests run: {checks(review)}"
    if review.flip:
        yield f"What would flip it: {flip(review)}"
    for question in review.questions:
        yield f"To be settled: {question}"
    label = "Also blocking" if review.decision == "BLOCK" else "Follow up"
    yield from (f"{label}: {reason}" for reason in other_reasons(review))
    aside = ", ".join(left_out(review))
    yield f"{findings(counted(review))}{f' (not shown: {aside})' if aside else ''}; {outcomes(review)}"


def _command(level: str, where: dict[str, str], *lines: str) -> str:
    properties = ",".join(f"{name}={annotation_value(_cut(value))}" for name, value in where.items())
    return f"::{level} {properties}::{annotation(*(_cut(line) for line in lines))}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
