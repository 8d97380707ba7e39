"""The way of the data through one program, small enough to draw: data, splits, what was learned, what was scored."""

from __future__ import annotations

from dataclasses import dataclass

from .spot import Spot


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stop:
    """Something on the way. `kind`: data, learned, split, fitted, scored, chosen; data that nobody can place has no `spot`."""

    kind: str
    label: str
    spot: Spot | None
    leaking: bool = False  # it is on the path of a finding


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Flow:
    """What came out of the stop with the number `source` went into that with the number `target`."""

    source: int
    target: int
    leaking: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lineage:
    """Stops in the order in which the program comes to them, and flows between them; `more` stops were left out."""

    stops: tuple[Stop, ...] = ()
    flows: tuple[Flow, ...] = ()
    more: int = 0


EMPTY = Lineage()
