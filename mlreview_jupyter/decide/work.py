"""What kind of work a file does, and by which sign: the first thing that is fitted for each kind."""

from __future__ import annotations

from ..catalog.lookup import work
from ..model.facts import Facts
from ..model.ops import Learns
from ..model.review import Proof


def work_of(facts: Facts | None) -> tuple[Proof, ...]:
    """The kinds, each with its sign."""
    found: dict[str, str] = {}
    for learning in facts.learnings if facts is not None else ():
        if learning.learns in (Learns.FIT, Learns.CLUSTERS) and learning.name:
            kind = work(learning.name)
            if kind:
                found.setdefault(kind, f"{learning.short} is fitted in {learning.place.words()}")
    return tuple(Proof(kind, sign) for kind, sign in found.items())
