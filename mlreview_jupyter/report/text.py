"""`Review` → text for people: blocks that read the same on a terminal and in a log."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.review import Review
from .places import counted
from .tally import worst_first
from .terminal import ending, finding, overview
from .terminal.group import groups
from .terminal.line import EMPTY, Line, Paper, Piece, line, plain
from .terminal.scorecard import scorecard

WORST = 3  # files whose findings are shown in full when many are reviewed
FEW = 4  # up to so many files, all findings are shown in full


def render(review: Review, width: int | None = None, unicode: bool = True, card: bool = False) -> str:
    """The text. With a width, long lines are wrapped to it; with `card`, the checklist is shown, too."""
    return "".join(plain(one) + "\n" for one in lines(review, width, unicode, card))


def summary(review: Review, width: int | None = None, unicode: bool = True) -> str:
    """What is said when the report itself goes elsewhere: a line for each file, what was not read, the decision."""
    return "".join(plain(one) + "\n" for one in brief(review, width, unicode))


def lines(review: Review, width: int | None = None, unicode: bool = True, card: bool = False) -> Iterator[Line]:
    """The text in lines whose pieces know what they are."""
    paper = Paper(width, unicode)
    many = len(review.files) > FEW
    shown = {file.file for file in (worst_first(review)[:WORST] if many else review.files)}
    yield EMPTY
    yield from overview.table(review, paper) if many else overview.head(review, paper)
    for first, *like in groups(one for one in counted(review) if one.file in shown):
        yield from finding.block(first, paper, like)
    others = [one for one in counted(review) if one.file not in shown]
    if others:
        yield line(Piece("In the other files:", "label"))
        for one in others:
            yield from finding.brief(one, paper)
        yield EMPTY
    yield from ending.not_judged(review, shown, paper)
    if card:
        yield from scorecard(review, paper)
    yield from ending.end(review, paper)


def brief(review: Review, width: int | None = None, unicode: bool = True) -> Iterator[Line]:
    """The summary in such lines."""
    paper = Paper(width, unicode)
    yield from overview.files(review, paper)
    yield from ending.unread(review, paper)
    yield from overview.notices(review, paper)
    yield from ending.decision(review, paper)
    yield from ending.tail(review, paper)
