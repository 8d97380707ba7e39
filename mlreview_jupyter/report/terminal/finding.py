"""A finding, and those that are read with it → a block of lines, in the form that people and their scripts know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.review import Reported, Step
from ..inert import inert
from ..places import place
from .line import EMPTY, Line, Paper, Piece, columns, line

LONGEST = 110  # columns of a quoted line
SHOWN = 6  # places of one path
NARROW = 60  # columns below which a title, too, is parted


def block(one: Reported, paper: Paper, others: Sequence[Reported] = ()) -> Iterator[Line]:
    """Everything about a finding, and the places of others that come from the same act."""
    title = inert(one.title)
    if paper.width is not None and paper.width < NARROW:
        yield from _headed(one, f" {title}", "title", paper)
    else:
        yield line(Piece(f"[{one.severity.upper()}]", one.severity), " ", Piece(title, "title"))
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
    if others:
        yield from also(one, others, paper)
    lane = "" if one.lane == "rules" else f", by {inert(one.lane)}"
    explain = f" {paper.dot} nbreview explain {inert(one.rule)}" if one.lane == "rules" else ""
    yield from paper.wrap("Rule: ", f"{inert(one.rule)} ({inert(one.certainty)}{lane}){explain}", look="faint")
    yield EMPTY


def also(first: Reported, others: Sequence[Reported], paper: Paper) -> Iterator[Line]:
    """Where else it is so: the place of each, with its title, or with its line where the title is the same."""
    places = [inert(place(one)) for one in others]
    widest = max(map(columns, places))
    for number, (one, where) in enumerate(zip(others, places, strict=True)):
        label = "     " if number else "Also:"
        same = one.title == first.title
        head, text = f" {where}{' ' * (widest - columns(where))}", inert(one.source.strip() if same else one.title)
        if paper.width is None or columns(f"{label}{head}  {text}") <= paper.width:
            yield line(Piece(label, "label"), f"{head}  ", Piece(text, "code" if same else ""))
            continue
        yield line(Piece(label, "label"), head.rstrip())
        indent = " " * 7
        yield from [line(indent, Piece(paper.clip(text, paper.width - 7), "code"))] if same else paper.wrap("", indent + text, indent)


def brief(one: Reported, paper: Paper) -> Iterator[Line]:
    """The finding in one line: place, severity, title, rule."""
    where, severity = f"{inert(one.file)}:{inert(place(one))}", f"[{one.severity.upper()}]"
    rest = f" {inert(one.title)}  ({inert(one.rule)})"
    if paper.width is None or columns(f"{where}  {severity}{rest}") <= paper.width:
        yield line(where, "  ", Piece(severity, one.severity), rest)
        return
    yield line(where)
    yield from (line("  ", *part) for part in _headed(one, rest, "", paper.within(2)))


def _headed(one: Reported, rest: str, look: str, paper: Paper) -> Iterator[Line]:
    """What follows a severity, over as many lines as it takes."""
    severity = f"[{one.severity.upper()}]"
    wrapped = paper.wrap("", f"{severity}{rest}", "  ", look)
    yield line(Piece(severity, one.severity), Piece(next(wrapped)[-1].text.removeprefix(severity), look))
    yield from wrapped


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
