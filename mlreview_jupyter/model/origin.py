"""What stands for the values of a column: a name in a whole, or the computing that they came of."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from types import MappingProxyType
from typing import Final, Union

from .program import Place

# `(whole, name)` is a column that came with the data.
Own = Union["Origin", tuple[Hashable, str | int]]
NOT_MADE: Final[Mapping[Own, int]] = MappingProxyType({})


class Origin:
    """One computing of a column, and how it was done; compared by identity.

    `ahead`: how many rows later the latest is that it read by itself. `of` stands for the column that a running value runs over.
    """

    __slots__ = ("ahead", "few", "how", "kept", "made", "names", "of", "place")

    def __init__(self, place: Place | None = None, how: str = "", ahead: int = 0, of: Own | None = None) -> None:
        self.place, self.how, self.ahead, self.of = place, how, ahead, of
        self.few = False  # it has a few values only: those of a category, not of entities
        self.names = frozenset[str]()  # of a whole: the columns that were taken apart into one for each of their values
        self.kept: object = None  # of a whole: that whose columns are all in it, some of them taken apart
        self.made: Mapping[Own, int] = NOT_MADE  # what it was computed from

    def __repr__(self) -> str:
        return f"Origin({self.how or 'computed'}, {self.ahead}, line {self.place.line if self.place is not None else '?'})"


# Something that nobody knows went in, or other rows.
ELSE: Final[Own] = Origin(how="else")
LATER: Final = 1_000_000  # rows ahead, where no number is known
ANY_TEXT: Final = frozenset(("",))  # columns that are taken apart, where nobody names them: those that hold texts
