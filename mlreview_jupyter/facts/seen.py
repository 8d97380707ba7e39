"""What a run sees of columns and of the order of rows, kept for the facts: signs, and what a function looks at."""

from __future__ import annotations

from ..model.origin import Own
from ..model.sign import Sign
from ..model.value import Columns


class Seen:
    """Collected while a program is run."""

    __slots__ = ("dates", "drawn", "gathered", "looked", "signs", "told")

    def __init__(self) -> None:
        self.looked: list[Columns] | None = None  # the columns that a function given one row has looked at
        self.signs: dict[tuple[object, ...], Sign] = {}
        self.gathered: set[Own] = set()  # columns by which values were fetched for each row: several rows got the same ones
        self.told: frozenset[int] = frozenset()  # what was learned to answer the conditions around us, where columns are chosen by that
        self.dates: set[Own] = set()  # columns that hold dates
        self.drawn: dict[tuple[object, ...], int] = {}  # the first of the splits that part the same rows in the same way
