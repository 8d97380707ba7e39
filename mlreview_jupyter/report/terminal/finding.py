"""A finding → its block of lines, in the form that people and their scripts know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.review import Reported, Step
from ..inert import inert
from ..places import place
from .line import EMPTY, Line, Paper, Piece, columns, line

LONGEST = 110  # columns of a quoted line
SHOWN = 6  # places of one path


def block(one: Reported, paper: Paper) -> Iterator[Line]:
    """Everything about a finding."""
    yield line(Piece(f"[{one.severity.upper()}]", one.severity), " ", Piece(inert(one.title), "title"))
    ran = f"   In [{one.execution_count}]" if one.execution_count else ""
    yield line(Piece("File: ", "label"), f"{inert(one.file)}:{inert(place(one))}", Piece(ran, "faint"))
    yield from quote(one, paper)
    if len(one.related) > 1:
        yield from path(one.related, one.file, paper)
    yield from paper.wrap("Issue: ", inert(one.issue))
    if one.certainty == "proven" and one.evidence:
        yield from paper.wrap("Evidence: ", "; ".join(f"{inert(proof.name)}: {inert(proof.value)}" for proof in one.evidence))
    yield from paper.wrap("Fix: ", inert(one.fix))
    if one.tradeoff:
        yield from paper.wrap("Trade-off: ", inert(one.tradeoff))
    lane = "" if one.lane == "rules" else f", by {inert(one.lane)}"
    explain = f" {paper.dot} nbreview explain {inert(one.rule)}" if one.lane == "rules" else ""
    yield from paper.wrap("Rule: ", f"{inert(one.rule)} ({inert(one.certainty)}{lane}){explain}", look="faint")
    yield EMPTY


def brief(one: Reported, paper: Paper) -> Iterator[Line]:
    """The finding in one line: place, severity, title, rule."""
    where, severity = f"{inert(one.file)}:{inert(place(one))}", f"[{one.severity.upper()}]"
    rest = f" {inert(one.title)}  ({inert(one.rule)})"
    if paper.width is None or columns(f"{where}  {severity}{rest}") <= paper.width:
        yield line(where, "  ", Piece(severity, one.severity), rest)
        return
    wrapped = list(paper.wrap("", f"{severity}{rest}", "  "))
    first = wrapped[0][-1].text
    yield line(where)
    yield line("  ", Piece(severity, one.severity), first.removeprefix(severity))
    yield from (line("  ", *one_line) for one_line in wrapped[1:])


def quote(one: Reported, paper: Paper) -> Iterator[Line]:
    """The line of a finding, with a mark under the place."""
    source = one.source.replace("\t", "    ") if one.column == 0 else one.source.replace("\t", " ")
    end = one.end_column if one.end_line == one.line else len(source)
    start = one.column
    longest = LONGEST if paper.width is None else min(LONGEST, paper.width - 10)
    longest = longest * max(1, len(source)) // max(1, columns(source))
    if len(source) > longest:  # a window around the place
        before = max(4, min(20, longest - (end - start) - 2))
        begin = max(0, min(start - before, len(source) - longest))
        left = paper.cut if begin else ""
        right = paper.cut if begin + longest < len(source) else ""
        source = left + source[begin + len(left) : begin + longest - len(right)] + right
        start, end = max(start - begin, len(left)), min(end - begin, len(source) - len(right))
    left_of, marked = inert(source[:start]), inert(source[start : max(end, start + 1)])
    # The pieces only tell widths: a command that one of them breaks may come together again where two of them meet.
    yield line(Piece(f"{one.line:>6} {paper.bar} ", "gutter"), Piece(inert(source).rstrip(), "code"))
    under = paper.under * max(1, columns(marked.rstrip()))
    yield line(" " * (9 + columns(left_of)), Piece(under, f"under {one.severity}"))


def path(steps: Sequence[Step], file: str, paper: Paper) -> Iterator[Line]:
    """The places on the way, in order, with the part that each plays."""
    shown = steps[:SHOWN]
    places = [inert(place(step.spot) if step.spot.file == file else f"{step.spot.file}:{place(step.spot)}") for step in shown]
    roles = [inert(step.role) for step in shown]
    widest, role_width = max(map(columns, places)), max(map(columns, roles))
    for number, (step, role, where) in enumerate(zip(shown, roles, places, strict=True), 1):
        label = "Path:" if number == 1 else "     "
        head = f" {number}  {role}{' ' * (role_width - columns(role))}  {where}{' ' * (widest - columns(where))}  "
        text = inert(step.text)
        room = None if paper.width is None else paper.width - len(label) - columns(head)
        if room is not None and room < 12:  # no room beside the place: the text goes below it
            yield line(Piece(label, "label"), head.rstrip())
            yield line(" " * 9, Piece(paper.clip(text, (paper.width or 80) - 9), "code"))
            continue
        yield line(Piece(label, "label"), head, Piece(text if room is None else paper.clip(text, room), "code"))
    if len(steps) > len(shown):
        yield line(f"      and {len(steps) - len(shown)} more")
