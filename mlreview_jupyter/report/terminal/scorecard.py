"""A review → the checklist, area by area: what is met, violated, unknown, left to ask, or not applicable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ...model.review import Review
from ..inert import inert
from .line import EMPTY, Line, Paper, Piece, line

ORDER = ("violated", "met", "ask", "unknown", "not applicable")
LOOKS = {"violated": "high", "met": "approve", "ask": "low"}


def scorecard(review: Review, paper: Paper) -> Iterator[Line]:
    """Counts and never a percentage; an item that nobody answers is unknown, not passed."""
    yield line(Piece("Scorecard", "label"))
    for area, items in groupby(review.scorecard, key=lambda item: item.area):
        mine = sorted(items, key=lambda item: ORDER.index(item.status) if item.status in ORDER else len(ORDER))
        counts = Counter(item.status for item in mine)
        told = ", ".join(f"{counts[status]} {status}" for status in ORDER if counts[status])
        yield from paper.wrap(f"  {area}", f"  {told}", "    ")
        for item in mine:
            if item.status in ("violated", "met", "ask"):
                label = f"    {item.status:9} "
                name = item.item.partition(".")[2]
                wrapped = paper.wrap(label, f"{name}: {inert(item.because)}", " " * len(label), "")
                first = next(wrapped)
                yield line(Piece(first[0].text, LOOKS[item.status]), *first[1:])
                yield from wrapped
    yield EMPTY
