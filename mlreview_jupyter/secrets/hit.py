"""What a search in a text gives back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Hit(NamedTuple):
    """A secret in a text: its first character and the one after its last, what it is, and whether that is beyond doubt."""

    start: int
    end: int
    kind: str
    sure: bool = True


def settle(hits: Iterable[Hit]) -> list[Hit]:
    """Hits in order, none within another. Those that come first know best what they found."""
    kept: list[Hit] = []
    taken: dict[int, list[Hit]] = {}  # by stretches of the text, so that many hits do not all meet
    for hit in hits:
        stretches = range(hit.start >> 9, (hit.end >> 9) + 1)
        if any(one.start < hit.end and hit.start < one.end for stretch in stretches for one in taken.get(stretch, ())):
            continue
        kept.append(hit)
        for stretch in stretches:
            taken.setdefault(stretch, []).append(hit)
    return sorted(kept)
