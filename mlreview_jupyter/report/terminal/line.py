"""Words → lines that fit a width, in pieces that know what they are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from ..inert import inert


class Piece(NamedTuple):
    """A stretch of one line, and what it is: a severity, `under` a severity, a decision, `label`, `code`, `faint`, or nothing of note."""

    text: str
    look: str = ""


Line = tuple[Piece, ...]
EMPTY: Line = ()


def line(*pieces: Piece | str) -> Line:
    """One line of these pieces."""
    return tuple(Piece(one) if isinstance(one, str) else one for one in pieces)


def plain(one: Line) -> str:
    """The line without its looks."""
    return "".join(piece.text for piece in one)


def columns(text: str) -> int:
    """How wide a text stands on a terminal: East Asian characters take two columns, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


class Paper:
    """What is written on: its width, where it has one, and whether it knows more than ASCII."""

    def __init__(self, width: int | None, unicode: bool) -> None:
        self.width = width
        self.bar, self.under, self.dot, self.cut = ("│", "─", "·", "…") if unicode else ("|", "^", "-", "...")

    def within(self, indent: int) -> Paper:
        """The same with so many columns less, for lines that are moved to the right."""
        return Paper(self.width if self.width is None else max(1, self.width - indent), self.cut == "…")

    def wrap(self, label: str, text: str, indent: str = "  ", look: str = "") -> Iterator[Line]:
        """A labelled text over as many lines as it takes."""
        whole = label + text
        lines = [whole]
        if self.width is not None and columns(whole) > self.width:
            lines = textwrap.wrap(whole, self.width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [whole]
        head = label if lines[0].startswith(label) else ""
        if head:
            yield line(Piece(head, "label"), Piece(lines[0][len(head) :], look))
        else:
            yield line(Piece(lines[0], look))
        for rest in lines[1:]:
            yield line(Piece(inert(rest), look))  # what stood within a line may now begin one, and be a command there

    def clip(self, text: str, width: int) -> str:
        """The text, cut with a mark where it is wider."""
        if columns(text) <= width:
            return text
        kept = text[: max(0, width - len(self.cut))]
        while kept and columns(kept) > width - len(self.cut):
            kept = kept[:-1]
        return kept + self.cut
