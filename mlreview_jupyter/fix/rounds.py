"""A file's bytes and what a review of them offers → the bytes with everything mended that can be: reviewed again until nothing is left to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..read.source import Unreadable
from .mend import Mend, Refused
from .offers import Offers
from .splice import Kind, splice

ROUNDS = 100  # a file whose fixes come to no end is left as it is
Judge = Callable[[bytes], Offers]
Wanted = Callable[[Mend], bool]


@dataclass(frozen=True, slots=True)
class Mended:
    """The new bytes, what was done, what could not be done and why, and how many more the unsafe fixes are."""

    data: bytes
    made: tuple[Mend, ...] = ()
    refused: tuple[tuple[Mend, str], ...] = ()
    unsafe: int = 0


def mend(data: bytes, kind: Kind, judge: Judge, wanted: Wanted = lambda one: True, unsafe: bool = False) -> Mended:
    """Make every fix that is wanted; those that change what the program does, only where `unsafe` says so.

    `judge` reviews bytes; what is suppressed is not fixed. Raises `Refused` or `Unreadable` for a file that cannot be changed.
    """
    rounds = _Rounds(kind, judge)
    before = judge(data)
    if before.unread:
        raise Unreadable(before.unread)
    made: list[Mend] = []
    seen = {data}
    while True:
        told = [one for one in before.mends if wanted(one)]
        mine = {one for one in told if not _elsewhere(one, before)}
        step = rounds.step(data, before, [one for one in told if one in mine and (one.safe or unsafe)])
        if step is None:
            break
        data, before, new = step
        made += new
        if data in seen:
            raise Refused("its fixes undo one another")
        if len(seen) > ROUNDS:
            raise Refused("its fixes come to no end")
        seen.add(data)
    along = ((one, f"what it changes stands in {_elsewhere(one, before)}: fix that file") for one in told if one not in mine)
    more = splice(data, [one for one in told if one in mine and not one.safe and not unsafe], kind)
    return Mended(data, tuple(made), (*rounds.refused, *along), len(more.made) + len(more.waiting))


class _Rounds:
    def __init__(self, kind: Kind, judge: Judge) -> None:
        self.kind, self.judge = kind, judge
        self.harmful: dict[Mend, str] = {}
        self.refused: tuple[tuple[Mend, str], ...] = ()

    def step(self, data: bytes, before: Offers, mends: Sequence[Mend]) -> tuple[bytes, Offers, tuple[Mend, ...]] | None:
        """As many of these as can be made at once without harm; None if that is none."""
        batch = [one for one in mends if one not in self.harmful]
        while True:
            spliced = splice(data, batch, self.kind)
            self.refused = (*spliced.refused, *((one, why) for one, why in self.harmful.items() if one in mends))
            if spliced.data == data:
                return None
            after = self.judge(spliced.data)
            harm = _harm(before, after)
            if not harm:
                return spliced.data, after, spliced.made
            if len(spliced.made) > 1:
                batch = list(spliced.made[: len(spliced.made) // 2])
            else:
                self.harmful[spliced.made[0]] = harm
                batch = [one for one in mends if one not in self.harmful]


def _elsewhere(one: Mend, told: Offers) -> str:
    """Another file than the one under review that it changes: a module that was only read along."""
    return next((edit.place.path for edit in one.edits if edit.place.path != told.file), "")


def _harm(before: Offers, after: Offers) -> str:
    """What is worse than it was: a fix never costs the file its reader."""
    if after.broken > before.broken:
        return "the cell would not be Python after it"
    return f"the file could not be read after it: {after.unread}" if after.unread else ""
