"""Findings → the edits that mend them; those of a leak are tried on the program itself before they are offered."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.facts import Event, Facts, Learning, Score
from ..model.finding import Edit
from .keyword import add_keyword

MENDED = 12  # findings of one program that come with edits: each is tried on the whole program

__all__ = ["add_keyword", "mended"]


def mended(facts: Facts, learning: Learning, scores: Iterable[Score], splits: Iterable[Event]) -> tuple[Edit, ...]:
    """The edits after which these scores do not rest on what was learned from their own rows; none where that is not certain to go well."""
    from .offer import remedy

    left = facts.answers.setdefault("mends left", MENDED)
    if not isinstance(left, int) or left <= 0:
        return ()
    facts.answers["mends left"] = left - 1
    return remedy(facts, learning, tuple(scores), tuple(splits))
