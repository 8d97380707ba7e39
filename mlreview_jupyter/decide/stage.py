"""How far a file has come: explore, candidate or production. What is asked of it depends on that."""

from __future__ import annotations

from ..model.facts import Facts, Kind, Role
from ..model.ops import Op
from ..model.words import STAGES


def stage_of(facts: Facts | None) -> tuple[str, str]:
    """The stage, and the sign by which it was told."""
    if facts is None:
        return "explore", "it could not be read"
    saved = any(
        (data := event.roles.get("data")) is not None and data.kind in (Kind.TOOL, Kind.INSTANCE) for event in facts.calls(Op.WRITE)
    )
    scored = any(score.role in (Role.HELD_OUT, Role.SELECTION) for score in facts.scores)
    if saved and scored:
        return "candidate", "a model is scored on held-out rows and saved"
    if saved:
        return "candidate", "a model is saved"
    if scored:
        return "candidate", "a model is scored on held-out rows"
    return "explore", "nothing is saved, and nothing is scored on held-out rows"


def reached(stage: str, wanted: str) -> bool:
    """Does an item that begins at `wanted` apply at `stage`?"""
    return STAGES.index(stage) >= STAGES.index(wanted)
