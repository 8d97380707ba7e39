"""Facts → what was learned from a whole training part whose folds are scored, beside a test part that it never saw."""

from __future__ import annotations

from .facts import Facts, Leak, Role
from .ops import Learns, Op
from .rows import Overlap, Rows
from .untouched import inside

TELLING = frozenset({Learns.SELECTION, Learns.ENCODING})  # they tell folds apart by their answers, far more than a scaler does


def in_folds_only(facts: Facts, leak: Leak) -> bool:
    """Did it learn after a split, from one of its parts, and are the scored rows no more than folds of that part?"""
    rows, scored = leak.learning.rows, leak.score.rows
    if rows is None or scored is None or not inside(facts, scored):
        return False
    return _split_off(facts, rows) and facts.book.inside(scored, rows)


def tested_beside(facts: Facts, leak: Leak) -> bool:
    """Is what it prepared scored on the other part, too? Then that is the result, and the folds only compare."""
    rows = leak.learning.rows
    return leak.learning.learns not in TELLING and any(
        score.role is Role.HELD_OUT
        and score.rows is not None
        and rows is not None
        and leak.learning.id in score.learned
        and facts.book.overlap(rows, score.rows) is Overlap.NO
        for score in facts.scores
    )


def _split_off(facts: Facts, rows: Rows) -> bool:
    """Are they one part of a split, or some rows of one?"""
    while rows.kind == "picked" and rows.by is not None:
        split = rows.by.a if rows.by.kind == "part" else None
        if isinstance(split, int) and facts.events[split].op is Op.SPLIT:
            return True
        rows = rows.parts[0]
    return False
