"""Facts → what was picked by the scores that are reported, settings read off held-out scores, and rows that are scored again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from .facts import Event, Facts, Leak, Role, Score
from .fits import Fit, fits, settings
from .ops import Learns, Op
from .program import Place
from .rows import Overlap, Rows
from .untouched import inside, results_of, tested_too, third
from .value import NOTHING

PLAIN = (bool, int, float, str, type(None))
BARE = ("max", "min")  # they may stand for the range of something else
SHOWN = (Role.HELD_OUT, Role.SELECTION)
MOST = 200  # scores that one choice is compared with


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Something was picked by these scores, and no later score is computed on other rows."""

    event: Event
    scores: tuple[Score, ...]

    @property
    def certain(self) -> bool:
        """Is every call on the way known, and is it a score that is picked, not a point of one curve?"""
        curve = len(self.scores) == 1 and not self.scores[0].repeated and self.scores[0].role is Role.HELD_OUT
        return not curve and all(score.certain for score in self.scores)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A setting that many held-out scores tell about, and a later fit that writes it down; scored on some of those rows."""

    tried: Event
    setting: str
    fit: Fit
    scores: tuple[Score, ...]


def chosen_on(facts: Facts) -> Iterator[Leak]:
    """Every choice that saw the rows which what was chosen is scored on, unless rows that it did not see are scored as well."""
    inside = Role.SELECTION  # what a fit shows of itself while it runs is not yet its result
    choices = [leak for leak in facts.leaks() if leak.learning.learns is Learns.CHOICE and leak.score.role is not inside]
    if not choices:
        return
    results = results_of(facts)
    for leak in choices:
        if not _vague(facts, leak) and not tested_too(facts, leak, results):
            yield leak


def _vague(facts: Facts, leak: Leak) -> bool:
    """Can't it be told either whether the model was fitted on the scored rows? Then that is a question to the split."""
    if leak.overlap is not Overlap.MAYBE or leak.score.rows is None:
        return False
    fitted = (facts.learnings[number].rows for number in leak.score.own)
    return any(rows is not None and facts.book.overlap(rows, leak.score.rows) is Overlap.MAYBE for rows in fitted)


def best_reported(facts: Facts) -> Iterator[Choice]:
    """Choices by held-out scores of which the best is all that there is to report."""
    ranges = {(event.roles["by"].scores, event.short) for event in facts.calls(Op.CHOOSE)}
    for event in facts.calls(Op.CHOOSE):
        if event.short in BARE and all((event.roles["by"].scores, name) in ranges for name in BARE):
            continue  # from the least to the largest
        scores = tuple(facts.scores[number] for number in sorted(event.roles["by"].scores))
        held_out = tuple(one for one in scores if one.role in SHOWN and one.rows is not None and not _in_turn(facts, one))
        if held_out and len(held_out) == len(scores) and not _scored_elsewhere(facts, event, held_out):
            choice = Choice(event, held_out)
            if choice.certain or event.short not in BARE:
                yield choice


def _in_turn(facts: Facts, score: Score) -> bool:
    """Is it the score of one fold among others, not of one that a loop left behind?"""
    return score.rows is not None and not score.repeated and inside(facts, score.rows)


def _scored_elsewhere(facts: Facts, event: Event, scores: tuple[Score, ...]) -> bool:
    """Is what was chosen, or another model of the same training rows, scored later on rows that the choice did not see?"""
    learned = event.output.learned if event.output is not None else frozenset()
    seen = dict.fromkeys(rows for score in scores if (rows := score.rows) is not None)
    roots = {root for score in scores for root in _fitted_on(facts, score)}
    for later in facts.scores[max(score.id for score in scores) + 1 :][:MOST]:
        if later.rows is None or (later.role is not Role.HELD_OUT and not third(facts, later.rows, scores)):
            continue
        met = {facts.book.overlap(rows, later.rows) for rows in seen}
        if Overlap.YES in met or (Overlap.MAYBE in met and inside(facts, later.rows)):
            continue
        if not later.learned.isdisjoint(learned) or not roots.isdisjoint(_fitted_on(facts, later)):
            return True
    return False


def _fitted_on(facts: Facts, score: Score) -> Iterator[Rows]:
    for number in score.fits:
        rows = facts.learnings[number].rows
        if rows is not None:
            yield from rows.roots()


def read_off(facts: Facts) -> Iterator[Reading]:
    """Settings that were tried in a loop or a search on rows that a later model, with a setting written down, is scored on."""
    known = fits(facts)
    tried: dict[tuple[object, ...], list[Fit]] = defaultdict(list)
    for fit in known:
        if fit.validates or fit.event.repeated or fit.event.op is Op.CROSS_SCORE:
            tried[fit.event.place, fit.classes].append(fit)
    told: set[tuple[Place, str]] = set()  # a trial and a setting are told once, however many later fits hold it
    for fit in known:
        if fit.event.repeated or fit.event.op is not Op.FIT or fit.validates:
            continue
        held_out = tuple(score for score in fit.scores if score.role is Role.HELD_OUT)
        for (_, classes), group in tried.items() if held_out else ():
            first = group[0]
            if first.event.id >= fit.event.id or not isinstance(classes, frozenset) or not fit.classes <= classes or not fit.classes:
                continue
            setting = _setting(group, fit)
            if (first.event.place, setting) in told:
                continue
            met = tuple(score for score in held_out if _meets(facts, group, score)) if setting else ()
            if met and not any(_unseen(facts, met, score) for score in held_out):
                told.add((first.event.place, setting))
                yield Reading(first.event, setting, fit, met)


def _unseen(facts: Facts, met: tuple[Score, ...], score: Score) -> bool:
    """Is this a score on none of the rows that the trial saw?"""
    rows = score.rows
    return rows is not None and all(one.rows is not None and facts.book.overlap(one.rows, rows) is Overlap.NO for one in met)


def _setting(group: list[Fit], later: Fit) -> str:
    """The setting that was tried with several values, and that the later fit holds as a literal."""
    written = {name: value.symbol for name, value in settings(later.model) if value.symbol is not None and isinstance(value.symbol, PLAIN)}
    if group[0].validates:  # a search names them itself
        return next((name for name in written if name not in NEUTRAL), "")
    for name in (name for name in written if name not in NEUTRAL):
        values = [tuple(value.symbol for key, value in settings(fit.model) if key == name) for fit in group]
        if any(values) and (
            len(set(values)) > 1 or any(one is NOTHING or (len(group) == 1 and not isinstance(one, PLAIN)) for one in values[0])
        ):
            return name
    return ""


NEUTRAL = frozenset(
    """
    random_state seed n_jobs verbose class_weight probability max_iter oob_score warm_start silent nthread
    objective eval_metric use_label_encoder verbosity multi_class dual cv scoring
    """.split()
)


def _meets(facts: Facts, group: list[Fit], score: Score) -> bool:
    """Did the trial see the scored rows: as a whole, or by its own scores?"""
    if score.rows is None:
        return False
    inside = [fit for fit in group if fit.validates or fit.event.op is Op.CROSS_SCORE]
    seen = [fit.event.roles["data"].rows for fit in inside]
    seen += [one.rows for fit in group if fit not in inside for one in fit.scores if one.role is Role.HELD_OUT and one.id < score.id]
    return any(rows is not None and facts.book.overlap(rows, score.rows) is Overlap.YES for rows in seen)


def scored_again(facts: Facts) -> dict[Rows, list[Score]]:
    """Held-out rows by the models that they judged, each once; folds inside a cross-validation are not held out for good."""
    found: dict[Rows, dict[frozenset[int], Score]] = defaultdict(dict)
    for score in facts.scores:
        if score.role is Role.HELD_OUT and score.rows is not None and not inside(facts, score.rows):
            found[score.rows].setdefault(score.own, score)
    return {rows: list(models.values()) for rows, models in found.items()}
