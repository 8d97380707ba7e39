"""Facts → the scores that look held out although the rows, with their answers, were fitted on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from .balance import same_values
from .called import HELD_OUT, TRAINING
from .facts import Facts, Role, Score
from .fits import Fit
from .numbers import many
from .ops import Op
from .picks import Overlap, Rows
from .program import Place

_LABEL = re.compile(r"""(?P<quote>["'])(?P<text>.*?)(?P=quote)|^\s*(?P<name>[\w.]+)\s*=(?!=)""")


class How(str, Enum):
    """How rows that were fitted on came to be scored."""

    ALL = "all"  # the fit took all rows, the part included that was set aside
    PART = "part"  # what was set aside was fitted on by itself
    TOUCHING = "touching"  # two parts that were picked apart share rows
    BENEATH = "beneath"  # a model whose predictions are features of the scored one took them
    WORDS = "words"  # it is called a test score


@dataclass(frozen=True, slots=True)
class Tested:
    """A fit, and scores of rows that it saw."""

    how: How
    fit: Fit
    scores: tuple[Score, ...]
    place: Place
    certain: bool


def tested(facts: Facts, fits: Sequence[Fit]) -> Iterator[Tested]:
    """Every fit of a model whose rows are scored as if they were new, with how that came about."""
    judged = [fit for fit in fits if fit.event.op is Op.FIT and _knows_answers(fit)]
    if not judged:
        return
    fitted = {rows for fit in fits if (rows := fit.rows) is not None}
    by_learning = {learning.id: fit for fit in judged for learning in fit.learned}
    for fit in judged:
        found: dict[How, list[Score]] = {}
        for score in fit.training:
            how = _how(facts, fit, score, fitted)
            if how is not None:
                found.setdefault(how, []).append(score)
        for how, scores in found.items():
            place = _place(facts, fit, scores[0]) if how is How.TOUCHING else fit.learned[0].place
            sure = how is not How.WORDS and any(score.certain for score in scores)
            yield Tested(how, fit, tuple(scores), scores[0].place if how is How.WORDS else place, sure)
    remembered = _remembered(facts, by_learning)
    below: dict[int, list[Score]] = {}
    for score in facts.held_out() if remembered else ():
        for number in (score.fits - score.own) & remembered:
            if _same_answers(facts, by_learning[number], score, by_learning):
                below.setdefault(by_learning[number].event.id, []).append(score)
    for fit in judged:
        if under := below.get(fit.event.id):
            sure = fit.learned[0].certain and any(score.certain for score in under)
            yield Tested(How.BENEATH, fit, tuple(under), fit.learned[0].place, sure)


def _knows_answers(fit: Fit) -> bool:
    return "labelled" in fit.event.roles or (fit.target is not None and fit.target.rows is not None)


def _how(facts: Facts, fit: Fit, score: Score, fitted: set[Rows]) -> How | None:
    if score.rows is None or fit.rows is None or facts.book.overlap(fit.rows, score.rows) is Overlap.NO:
        return None
    if score.rows is fit.rows:
        if _set_aside(fit.rows, fitted) and not fit.held_out:
            return How.PART
    elif facts.book.inside(score.rows, fit.rows):
        if _parted(score.rows, fit.rows):
            return How.ALL
    elif not facts.book.inside(fit.rows, score.rows):
        return How.TOUCHING
    return How.WORDS if fit.held_out and _called_test(facts, score) else None


def _parted(rows: Rows, whole: Rows) -> bool:
    """Are they the second part of a split of some rows, or what such a split left?"""
    while rows is not whole and rows.by is not None:
        by = rows.by
        if by.kind == "part" and by.b == 1:
            return True
        if by.kind == "outside" or (by.kind == "at" and isinstance(by.a, Rows) and _parted(by.a, whole)):
            return True
        rows = rows.parts[0]
    return False


def _set_aside(rows: Rows, fitted: set[Rows]) -> bool:
    """Are they the second part of a split whose first part was fitted on, or the second part of such a part?"""
    by = rows.by
    if by is None or by.kind != "part" or by.b != 1 or rows.kind != "picked":
        return False
    of = rows.parts[0]
    return _set_aside(of, fitted) or any(
        other.by is not None
        and other.kind == "picked"
        and other.parts[0] is of
        and other.by.kind == "part"
        and other.by.a == by.a
        and other.by.b == 0
        for other in fitted
    )


def _remembered(facts: Facts, by_learning: Mapping[int, Fit]) -> set[int]:
    """The learnings of fits that predicted rows they saw. What a fit makes of others (out of a fold) tells nothing of their answers."""
    known = many(by_learning)
    found: set[int] = set()
    for event in facts.calls(Op.PREDICT):
        data = event.roles.get("data")
        if data is None or data.rows is None:
            continue
        for number in known & data.learned:
            rows = by_learning[number].rows
            if number not in found and rows is not None and facts.book.overlap(rows, data.rows) is Overlap.YES:
                found.add(number)
    return found


def _same_answers(facts: Facts, fit: Fit, score: Score, by_learning: Mapping[int, Fit]) -> bool:
    """Was it fitted on scored rows, to predict what is scored?"""
    if fit.rows is None or score.rows is None or facts.book.overlap(fit.rows, score.rows) is not Overlap.YES:
        return False
    own = [by_learning[number].target for number in score.own if number in by_learning]
    mine = fit.target
    return all(one is None or mine is None or same_values(mine, one) is not False for one in own)


def _place(facts: Facts, fit: Fit, score: Score) -> Place:
    """Where the scored rows were picked, else where the model was fitted."""
    rows = score.rows
    while rows is not None and rows.kind == "picked":
        if rows in facts.picked:
            return facts.picked[rows]
        rows = rows.parts[0]
    return fit.learned[0].place


def _called_test(facts: Facts, score: Score) -> bool:
    """Is it called a test score where it is computed, and never a training score?"""
    if score.role is not Role.TRAINING:
        return False
    told = [match["text"] or match["name"] or "" for match in _LABEL.finditer(facts.program.text(score.place))]
    return any(HELD_OUT.search(text) for text in told) and not any(TRAINING.search(text) for text in told)
