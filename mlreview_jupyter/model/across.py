"""What came from another program by a file: where it was written, where it is read, what had been learned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .program import Place, Program

# Whose program asks, and the path that it reads → the programs that may have written what lies there.
Others = Callable[[str, str], Sequence[Program]]


@dataclass(frozen=True, slots=True)
class Handover:
    """One file that another program writes and this one reads; `learned` are the learnings that came with it.

    `elsewhere`: the reader is itself another program, from which something came.
    """

    file: str
    written: Place
    read: Place
    learned: frozenset[int]
    elsewhere: bool = False
