"""What a run knows of other programs: how to ask for them, what they have written, and what of the record is theirs."""

from __future__ import annotations

from ..model.across import Handover, Others
from ..model.facts import Value
from ..model.program import Place, Program
from .scope import Scope

POOL = 200_000  # nodes that all other programs together may have looked at


class Shelf:
    """What a program has written, and its names, for what nobody in it has called."""

    __slots__ = ("files", "modules", "program", "scope", "written")

    def __init__(self, program: Program) -> None:
        self.program = program
        self.files: dict[str, Value] = {}
        self.written: dict[str, Place] = {}
        self.scope = Scope("module")
        self.modules: dict[str, Value] = {}


class Beyond:
    """The state of it, for one reader."""

    __slots__ = ("depth", "handovers", "left", "others", "reader", "scores", "shelves", "walked")

    def __init__(self, reader: Program, others: Others | None) -> None:
        self.reader, self.others = reader, others
        self.shelves: dict[str, Shelf | None] = {}  # None: its program is being walked
        self.walked: list[Program] = []
        self.handovers: list[Handover] = []
        self.scores: set[int] = set()  # those that are not the reader's
        self.left = POOL
        self.depth = 0  # other programs around us
