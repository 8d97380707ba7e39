"""The bytes of a file and mends of it → the bytes after them: everything that no edit names stays as it was, byte for byte."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..read.source import json_encoded, python_encoded
from .mend import Area, Mend, Refused, Span
from .notebook import Notebook
from .script import Script

Kind = Literal["notebook", "script"]


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new bytes, which mends are in them, which have to wait because they overlap with one of these, and which were refused."""

    data: bytes
    made: tuple[Mend, ...]
    waiting: tuple[Mend, ...] = ()
    refused: tuple[tuple[Mend, str], ...] = ()


def splice(data: bytes, mends: Sequence[Mend], kind: Kind) -> Spliced:
    """Make these mends; of those that overlap, the first. Raises `Refused` or `Unreadable` for a file that cannot be changed."""
    file = json_encoded(data) if kind == "notebook" else python_encoded(data)
    if file.data(file.text) != data:
        raise Refused("its bytes could not be kept as they are")
    document = Notebook(file.text) if kind == "notebook" else Script(file)
    taken = _Taken()
    made, waiting, refused = [], [], []
    for mend in mends:
        try:
            spans = [document.locate(edit) for edit in mend.edits]
        except Refused as why:
            refused.append((mend, str(why)))
            continue
        fresh = [span for span in dict.fromkeys(spans) if span not in taken]
        alone = _Taken()
        if not all(alone.add(span) for span in fresh):
            refused.append((mend, "its edits overlap"))
        elif any(taken.meets(span) for span in fresh):
            waiting.append(mend)
        else:
            for span in fresh:
                taken.add(span)
            made.append(mend)
    return Spliced(file.data(document.replaced(taken.spans())), tuple(made), tuple(waiting), tuple(refused))


class _Taken:
    """Spans that do not overlap."""

    def __init__(self) -> None:
        self.by_area: dict[Area, list[Span]] = {}

    def __contains__(self, span: Span) -> bool:
        mine = self.by_area.get(span.area, [])
        at = bisect_left(mine, (span.start, span.end), key=_ends)
        return at < len(mine) and mine[at] == span

    def meets(self, span: Span) -> bool:
        """Does it share a character, or a beginning, with one that is there?"""
        mine = self.by_area.get(span.area, [])
        at = bisect_left(mine, (span.start, span.start), key=_ends)
        before = mine[at - 1] if at else None
        after = mine[at] if at < len(mine) else None
        return (before is not None and before.end > span.start) or (
            after is not None and (after.start < span.end or after.start == span.start)
        )

    def add(self, span: Span) -> bool:
        if self.meets(span):
            return False
        insort(self.by_area.setdefault(span.area, []), span, key=_ends)
        return True

    def spans(self) -> list[Span]:
        return [span for mine in self.by_area.values() for span in mine]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
