"""What a rule says: findings with their places and edits, and the one outcome it ends in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .program import Place


class Severity(str, Enum):
    """How much it hurts; belongs to the rule."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is worst."""
        return _SEVERITIES[self]


class Certainty(str, Enum):
    """How sure it is: that of the weakest fact used."""

    PROVEN = "proven"
    CERTAIN = "certain"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """0 is surest."""
        return _CERTAINTIES[self]


_SEVERITIES = {one: rank for rank, one in enumerate(Severity)}
_CERTAINTIES = {one: rank for rank, one in enumerate(Certainty)}


@dataclass(frozen=True, slots=True)
class Related:
    """A place on the path, and the part it plays: learned, split, scored, defined, called."""

    role: str
    place: Place
    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One checked fact behind a finding."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `expected` by `new` at a place; `safe` when the result stays the same."""

    place: Place
    expected: str
    new: str
    safe: bool
    target: str = "source"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, as a rule states it."""

    rule: str
    item: str
    severity: Severity
    certainty: Certainty
    title: str
    issue: str
    fix: str
    tradeoff: str
    place: Place
    related: tuple[Related, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    edits: tuple[Edit, ...] = ()


class Ending(str, Enum):
    """The first of these that holds is how a rule ended on a file."""

    CRASHED = "crashed"
    FOUND = "found"
    UNKNOWN = "unknown"
    ALLOWED = "allowed"
    CLEAN = "clean"
    SKIPPED = "skipped"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one rule ended on one file: why, and how many things it judged."""

    rule: str
    file: str
    ending: Ending
    reason: str = ""
    judged: int = 0
