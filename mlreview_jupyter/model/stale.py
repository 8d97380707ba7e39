"""An output that the source above it cannot have produced."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .program import Place


class Proof(str, Enum):
    """By what it is told that the source is not the one that ran."""

    EMPTY = "empty"  # there is no source
    COMMENTS = "comments"  # there are only comments
    UNDISPLAYED = "undisplayed"  # a result, under a last statement that displays none
    RESULT = "result"  # a constant is displayed as another one
    COUNT = "count"  # the result carries the number of another run
    TRACEBACK = "traceback"  # the error quotes a line that is not there
    PRINTED = "printed"  # what is printed for certain is not in the output
    SILENT = "silent"  # something is shown, and nothing there shows anything
    UNCOUNTED = "uncounted"  # the cell has not run in the session in which the cells around it did


@dataclass(frozen=True, slots=True)
class StaleOutput:
    """`place` stands in the source, `output` in what is shown under it. `shown` and `source` are quoted where the proof rests on them."""

    proof: Proof
    place: Place
    output: Place
    shown: str = ""
    source: str = ""
    certain: bool = True
