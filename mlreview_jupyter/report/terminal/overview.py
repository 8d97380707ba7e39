"""A review → the lines that come before the findings: what was judged, as what, and what narrows it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from ...model.review import Review
from ..inert import inert
from ..places import by_file, counted, suppressed
from ..tally import findings, judged_as, told_of
from .line import EMPTY, Line, Paper, Piece, columns, line

LOOKS = {"BLOCK": "block", "APPROVE WITH WARNINGS": "warnings", "APPROVE": "approve"}
ROOM = 60  # columns of a file name in the table, where no width is given
REST = 50  # columns of what stands beside it


def head(review: Review, paper: Paper) -> Iterator[Line]:
    """A few files: each with its stage. What was said of the project, and how strict this review is."""
    start = len(review.files)
    for file in review.files:
        if file.form != "unread":
            yield from paper.wrap(inert(file.file), f"  judged as {inert(judged_as(file))}")
        else:
            start -= 1
    said = list(_said(review, paper))
    yield from said
    if start or said:
        yield EMPTY
    yield from notices(review, paper)


def table(review: Review, paper: Paper) -> Iterator[Line]:
    """Many files: a line each."""
    yield from paper.wrap("Judged as: ", inert(review.judged_as))
    yield from _said(review, paper)
    yield EMPTY
    yield from notices(review, paper)
    yield from files(review, paper)
    yield EMPTY


def files(review: Review, paper: Paper) -> Iterator[Line]:
    """Each file: its decision, and how many findings of which severity."""
    by = dict(by_file(counted(review)))
    aside = Counter(one.file for one in suppressed(review))
    names = {file.file: inert(file.file) for file in review.files}
    room = ROOM if paper.width is None else paper.width - REST
    widest = max((columns(name) for name in names.values() if columns(name) <= room), default=2)
    for file in review.files:
        told = told_of(file, by.get(file.file, []), findings)
        if aside[file.file]:
            told += f", {aside[file.file]} suppressed"
        name, decision = names[file.file], Piece(file.decision, LOOKS[file.decision])
        if paper.width is not None and columns(name) > widest:  # it gets a line of its own, so that the columns stay in line
            yield line(name)
            name = ""
        begin = (name, " " * max(0, widest - columns(name)), "  ", decision)
        if room <= 0:  # on a narrow page nothing stands beside the decision
            yield line(*begin)
            yield from paper.wrap("", f"    {told}", "    ")
            continue
        told, *more = [told] if paper.width is None else textwrap.wrap(told, paper.width - widest - 25) or [""]
        yield line(*begin, " " * (21 - len(file.decision)), f"  {told}")
        yield from (line(" " * (widest + 25), rest) for rest in more)


def notices(review: Review, paper: Paper) -> Iterator[Line]:
    """Settings that narrow what is told, and settings that were not obeyed."""
    for notice in review.notices:
        yield from paper.wrap("Settings: ", inert(notice))
    if review.notices:
        yield EMPTY


def _said(review: Review, paper: Paper) -> Iterator[Line]:
    if review.context:
        yield from paper.wrap("Context: ", "; ".join(f"{inert(one.name)}: {inert(one.value)}" for one in review.context))
    if review.policy != "standard":
        yield from paper.wrap("Policy: ", inert(review.policy))
