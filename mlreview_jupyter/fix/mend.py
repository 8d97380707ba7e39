"""What is asked of the fixer: the edits of one finding, where each of them falls, and why one is not made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..model.finding import Edit
from ..model.program import Place

Area = tuple[int | None, str]  # a cell (None: the file, or the notebook around its cells) and the part of it


class Refused(Exception):
    """An edit is not made, or a file not written; the message says why, in words for its owner."""


@dataclass(frozen=True, slots=True)
class Mend:
    """The edits of one finding: they are made together or not at all."""

    rule: str
    place: Place
    edits: tuple[Edit, ...]

    @property
    def safe(self) -> bool:
        """Does the program do the same with all of them?"""
        return all(edit.safe for edit in self.edits)


class Span(NamedTuple):
    """Where an edit falls: characters of one text, and what takes their place; None clears the outputs of the cell."""

    area: Area
    start: int
    end: int
    new: str | None
