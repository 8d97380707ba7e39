"""How many duplicate rows a notebook shows that there are."""

from __future__ import annotations

from dataclasses import dataclass

from .picks import Rows
from .program import Place


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Under the call at `place` stands that these rows hold so many that are there more than once."""

    place: Place
    rows: Rows
    number: int
