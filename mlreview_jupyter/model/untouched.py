"""Facts → whether what was chosen is also scored on rows that no choice saw."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .called import TEST, VALID
from .facts import Facts, Leak, Role, Score
from .ops import Learns, Op
from .program import Place
from .rows import Overlap, Rows

MOST = 200  # scores that one choice is compared with
_KEYWORD = re.compile(r"\b\w+\s*=(?!=)")


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """Scores by the choices that what they judge rests on, by the models that they judge, and what was chosen by them."""

    by_choice: Mapping[int, Sequence[Score]]
    by_fit: Mapping[int, Sequence[Score]]
    chosen_by: Mapping[int, frozenset[int]]
    every: Sequence[Score]


def results_of(facts: Facts) -> Results:
    """Of the scores that may be a result: no training scores, and none of folds."""
    choices = {learning.id for learning in facts.learnings if learning.learns is Learns.CHOICE}
    by_choice: dict[int, list[Score]] = defaultdict(list)
    by_fit: dict[int, list[Score]] = defaultdict(list)
    every: list[Score] = []
    for score in facts.scores:
        if score.rows is None or score.role in (Role.TRAINING, Role.SELECTION) or inside(facts, score.rows):
            continue
        every.append(score)
        for number in score.learned & choices:
            by_choice[number].append(score)
        for number in score.own:
            by_fit[number].append(score)
    chosen_by: dict[int, frozenset[int]] = {}
    for event in facts.calls(Op.CHOOSE):
        for number in event.roles["by"].scores if event.output is not None else ():
            chosen_by[number] = chosen_by.get(number, frozenset()) | (event.output.learned if event.output is not None else frozenset())
    return Results(by_choice, by_fit, chosen_by, every)


def tested_too(facts: Facts, leak: Leak, results: Results) -> bool:
    """Is the chosen one, the same model, or what was chosen by this very score, also scored on rows that no choice saw?"""
    seen = leak.learning.rows
    if seen is None or leak.score.rows is None:
        return False
    ways = [results.by_choice.get(leak.learning.id, ())]
    ways += [results.by_fit.get(number, ()) for number in leak.score.own]
    ways += [results.by_choice.get(number, ()) for number in results.chosen_by.get(leak.score.id, ())]
    ways.append([other for other in results.every[-MOST:] if other.id > leak.score.id and _alike(facts, other, leak.score)])
    for other in dict.fromkeys(one for way in ways for one in way[:MOST]):
        if other.rows is None or not (other.role is Role.HELD_OUT or third(facts, other.rows, (leak.score,))):
            continue
        if facts.book.overlap(seen, other.rows) is Overlap.NO and not _chosen(facts, other, results) and not _swapped(facts, leak, other):
            return True
    return False


def _alike(facts: Facts, score: Score, other: Score) -> bool:
    """Are these of models of one class, which learned from rows of the same sources? One may be the other, fitted once more."""
    fits, others = ([facts.learnings[number] for number in one.own] for one in (score, other))
    if not {one.name for one in fits} & {one.name for one in others}:
        return False
    sources, same = ({root for one in every if one.rows is not None for root in one.rows.roots()} for every in (fits, others))
    return not sources.isdisjoint(same)


def _chosen(facts: Facts, score: Score, results: Results) -> bool:
    """Did any choice on its way see the rows of this score?"""
    choices = (facts.learnings[number].rows for number in score.learned if number in results.by_choice)
    return any(rows is not None and score.rows is not None and facts.book.overlap(rows, score.rows) is Overlap.YES for rows in choices)


def _swapped(facts: Facts, leak: Leak, other: Score) -> bool:
    """Is it the test part that the choice saw, and the other one a validation part? Then the test score is the result.

    Their names tell, where they are called so; else, that the other one was parted once more out of the training part.
    """
    seen = f"{_words(facts, leak.learning.place)} {_words(facts, leak.score.place)}"
    test, valid = TEST.search(seen), VALID.search(seen)
    if valid and not test:
        return False
    inner = _on_its_other_side(leak.learning.rows, other.rows)
    told = _words(facts, other.place)
    if test and not valid:
        return inner or bool(VALID.search(told) and not TEST.search(told))
    return inner and leak.score.place != other.place


def _words(facts: Facts, place: Place) -> str:
    """The source there, but for the names of arguments: `validation_data=` may be given anything."""
    return _KEYWORD.sub(" ", facts.program.text(place))


def _on_its_other_side(seen: Rows | None, rows: Rows | None) -> bool:
    """Were these rows parted once more, out of the first part of the split whose second part was seen?"""
    by = seen.by if seen is not None and seen.kind == "picked" else None
    if seen is None or rows is None or by is None or by.kind != "part" or by.b != 1:
        return False
    parted = False
    while rows.kind == "picked" and rows.by is not None:
        if rows.by.kind == "part" and rows.by.a == by.a:
            return parted and rows.by.b == 0 and rows.parts[0] is seen.parts[0]
        parted = parted or rows.by.kind == "part"
        (rows,) = rows.parts
    return False


def third(facts: Facts, rows: Rows, scores: tuple[Score, ...]) -> bool:
    """Are these none of the rows that the candidates were fitted on? A part of its own, even where the last fit takes it in."""
    fitted = (facts.learnings[number].rows for score in scores for number in score.own)
    return all(one is not None and facts.book.overlap(one, rows) is Overlap.NO for one in fitted)


def inside(facts: Facts, rows: Rows) -> bool:
    """Are they the rows that a cross-validation or a search left out of one of its folds?"""
    if rows.by is not None and rows.by.kind == "at" and isinstance(rows.by.a, Rows):
        return inside(facts, rows.by.a)
    split = rows.by.a if rows.by is not None and rows.by.kind == "part" else None
    if isinstance(split, tuple):
        return True
    return isinstance(split, int) and facts.events[split].op is not Op.SPLIT
