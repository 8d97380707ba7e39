"""What a program shows of its rows: that they stand in an order, or that several of them are of one entity."""

from __future__ import annotations

from dataclasses import dataclass

from .origin import Own
from .program import Place
from .rows import Rows


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """Something that was done with rows and makes sense only for such rows.

    `how`: "windows" (pieces that slide over them), "neighbours" (values of the rows before), "dates" (put in the order of dates),
    "entity" (several rows share what one entity has), "blocks" (each turn of a loop adds some, under one name), "groups" (a split
    elsewhere keeps them together), "keyed" (they are grouped by what is called like an entity). `at`: events before it.
    """

    how: str
    place: Place
    rows: Rows | None
    at: int
    name: str = ""
    own: Own | None = None  # what stands for the column that names the entity

    @property
    def ordered(self) -> bool:
        """Does it tell of an order, and not of groups?"""
        return self.how in ("windows", "neighbours", "dates")
