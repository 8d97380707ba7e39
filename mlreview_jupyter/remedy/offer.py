"""A leak → the edits that mend it, tried on the program itself; none where that is not certain to be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from ..model.facts import Event, Facts, Learning, Score
from ..model.finding import Edit
from ..model.ops import Op
from .again import only_apply
from .ahead import slice_first, split_first
from .folds import in_pipeline
from .indexed import by_index
from .lines import Refusal
from .proof import holds

TRIED = 6  # ways of one learning that are tried: each costs a run over the whole program
LONG = 2_000  # lines of a program; in a longer one no edits are sought


def remedy(facts: Facts, learning: Learning, scores: Sequence[Score], splits: Sequence[Event]) -> tuple[Edit, ...]:
    """The edits after which what was learned has not seen the rows of these scores; none where they are not certain to be right."""
    program = facts.program
    if learning.place.path != program.path or sum(len(step.lines) for step in program.steps) > LONG:
        return ()
    tried: set[tuple[Edit, ...]] = set()
    for edits in _ways(facts, learning, scores, splits):
        if len(tried) == TRIED:
            break
        if not edits or edits in tried:
            continue
        tried.add(edits)
        if holds(facts, edits, learning.name):
            return edits
    return ()


def _ways(facts: Facts, learning: Learning, scores: Sequence[Score], splits: Sequence[Event]) -> Iterator[tuple[Edit, ...]]:
    places = {score.place for score in scores}
    crossed = [event for event in facts.calls(Op.CROSS_SCORE) if event.place in places]
    parted = [event for event in splits if event.op is Op.SPLIT]
    ways: list[Callable[[], Iterable[tuple[Edit, ...]]]] = []
    if any(facts.fitted_again(learning, score) for score in scores):
        ways.append(lambda: only_apply(facts, learning))
    if crossed:
        ways.append(lambda: in_pipeline(facts, learning, crossed))
    ways += [partial(split_first, facts, learning, event) for event in parted[:2]]
    ways.append(lambda: slice_first(facts, learning, scores))
    ways.append(lambda: by_index(facts, learning, scores))
    for way in ways:
        try:
            yield from way()
        except (Refusal, ValueError, RecursionError):  # Python spells out no number of 5,000 digits, and no deeper tree than its stack
            continue
