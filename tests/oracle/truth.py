"""A program and its table in, the truth about its scores out: found by changing rows and looking at what the models get."""

from __future__ import annotations

from dataclasses import dataclass
from types import CodeType

import numpy as np

from .events import Record
from .origins import Origins, Tracer
from .table import Table, coded, codes, retold, shaken
from .watch import Watch

PAIRS = 2  # scores of one program that are put to the test, each with the fit behind it
_TRACED = 0.5  # share of the rows that must be traced to their source
_SURE = 0.8  # share that must be, to say that no row is on both sides
_FEW = 1  # evaluated rows that are too few to change one and look at the others


@dataclass(frozen=True, slots=True)
class Truth:
    """Whether a score is spoiled in this way; None where rows cannot tell."""

    preprocess: bool | None
    overlap: bool | None
    scores: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A score and the fit behind it, the rows of both, and those that were only scored."""

    at: int
    fit: int
    shown: Origins
    learned: Origins
    apart: frozenset[int]

    @property
    def traced(self) -> float:
        """The share of the rows of which the source is known, on the side where it is less."""
        return min(sum(map(bool, side)) / len(side) for side in (self.shown, self.learned))


def truth(watch: Watch, code: CodeType, table: Table) -> Truth:
    """Run it as it is, then with the evaluated rows changed."""
    first = watch.run(code, table)
    judged = [at for at, one in enumerate(first.asked) if one.judged]
    if not judged:
        return Truth(False, False, 0, "no score")
    tracer = Tracer(watch, code, table, first)
    training = False
    tests: list[_Pair] = []
    searched: list[_Pair] = []
    for at in judged:
        fit = first.asked[at].fit
        learned, shown = tracer.pair(fit, at)
        if min(np.mean([bool(one) for one in part]) for part in (shown, learned)) < _TRACED:
            return Truth(None, None, len(judged), "rows that cannot be traced")
        scored, known = set().union(*shown), set().union(*learned)
        if scored == known:
            training = True
        else:
            pair = _Pair(at, fit, shown, learned, frozenset(scored - known))
            (searched if first.asked[at].search else tests).append(pair)
    if training and not tests and not searched:
        return Truth(None, True, len(judged), "only training scores")
    if not tests:  # the folds of the search are all there is
        tests, searched = searched, []
    overlap: bool | None = any(_meet(pair) for pair in tests)
    if not overlap and (any(_meet(pair) for pair in searched) or min((pair.traced for pair in tests), default=1) < _SURE):
        overlap = None
    return _statistics(tracer, tests, searched, overlap, len(judged))


def _statistics(tracer: Tracer, tests: list[_Pair], searched: list[_Pair], overlap: bool | None, scores: int) -> Truth:
    """What was learned from rows that were scored and not fitted on."""
    tests = [pair for pair in tests if len(pair.apart) > _FEW]
    if overlap and not all(all(pair.learned) for pair in tests):
        return Truth(None, overlap, scores, "copies that cannot all be traced")
    for pair in [*tests[: PAIRS - 1], *tests[PAIRS - 1 :][-1:]]:
        why = _changed(tracer, pair)
        if why:
            return Truth(True, overlap, scores, why)
    if not tests and overlap:
        return Truth(None, overlap, scores, "all evaluated rows were fitted on")
    if not tests:
        return Truth(None, overlap, scores, "too few rows")
    for pair in searched[:1]:
        if len(pair.apart) > _FEW and _changed(tracer, pair):
            return Truth(None, overlap, scores, "only the folds of a search")
    return Truth(False, overlap, scores)


def _meet(pair: _Pair) -> bool:
    """Are more than a few of the scored rows, or what they were made of, among those that were fitted on?"""
    known = set().union(*pair.learned)
    return sum(bool(one & known) for one in pair.shown) > len(pair.shown) // 10


def _changed(tracer: Tracer, pair: _Pair) -> str:
    """How the evaluated rows reach what the model was trained on, or each other; empty if they do not."""
    watch, code, table, first = tracer.watch, tracer.code, tracer.table, tracer.first
    rows = sorted(pair.apart)
    one, two = rows[::2], rows[1::2]
    tests = [
        ("features", shaken(table, one, pair.at, 6), set(two)),
        ("other features", shaken(table, two, pair.at, 12), set(one)),
        ("all features", shaken(table, rows, pair.at + 1, 40), set()),
        ("targets", retold(table, one), set()),
    ]
    for name, other, still in tests:
        try:
            run = watch.run(code, other, first)
        except Exception:  # changed data may be refused
            continue
        if len(run.fits) <= pair.fit or len(run.asked) <= pair.at:
            return f"{name}: another course"
        before, after = first.fits[pair.fit].rows, run.fits[pair.fit].rows
        if before.shape != after.shape:
            if name != "targets":
                return f"{name}: training data of another shape"
            continue
        new = _differ(before, after)
        new &= np.array([bool(one) for one in pair.learned])  # a row that could not be traced may be a changed one itself
        if new.any() and (name != "targets" or not _others(watch, code, other, run, pair, new)):
            return f"{name}: {int(new.sum())} of {len(new)} training rows change"
        if name != "targets" and _prepared_by_others(tracer, run, pair, still):
            return f"{name}: what a transformer learned from changes"
        before, after = first.asked[pair.at].rows, run.asked[pair.at].rows
        if still and before.shape == after.shape and not new.any():
            beside = np.array([bool(origin) and origin <= still for origin in pair.shown])
            if (_differ(before, after) & beside).any():
                return f"{name}: evaluated rows change each other"
    return ""


def _prepared_by_others(tracer: Tracer, run: Record, pair: _Pair, still: set[int]) -> bool:
    """Did a transformer that was fitted on none of the evaluated rows learn from other values, or prepare other values of unchanged ones?

    What came of it may not be in what the model sees: its column was left out, or was scaled once more.
    """
    for number, (before, after) in enumerate(zip(tracer.first.made, run.made, strict=False)):
        if before.learned is None or after.learned is None or before.learned.shape != after.learned.shape:
            continue
        origins = tracer.of(number, "learned") or []
        traced = [one for one in origins if one]
        astray = sum(not one.isdisjoint(pair.apart) for one in traced)
        if len(traced) <= _TRACED * len(before.learned) or astray > len(traced) // 50:
            continue
        changed = _differ(before.learned, after.learned)
        if any(one and one.isdisjoint(pair.apart) for one, new in zip(origins, changed, strict=True) if new):
            return True
        if before.before.shape == after.before.shape and (changed := _differ(before.before, after.before)).any():
            given = tracer.of(number, "before") or [set() for _ in changed]
            if any(one and one <= still for one, new in zip(given, changed, strict=True) if new):
                return True
    return False


def _others(watch: Watch, code: CodeType, table: Table, run: Record, pair: _Pair, changed: np.ndarray) -> bool:
    """With these targets, are it other rows that are fitted on?"""
    signs = codes(len(table.frame))
    before = run.fits[pair.fit].rows
    spread = np.where(np.nanstd(before, axis=0) > 0, np.nanstd(before, axis=0), 1.0)
    steps = []
    for at in range(3):
        again = watch.run(code, coded(table, signs[:, at]), run, frozen=True)
        if len(again.fits) <= pair.fit or again.fits[pair.fit].rows.shape != before.shape:
            return True
        steps.append(np.nan_to_num((again.fits[pair.fit].rows - before) / spread))
    same = [
        np.sign((steps[0][row] * steps[at][row]).sum()) == signs[min(origin), 0] * signs[min(origin), at]
        for row, origin in enumerate(pair.learned)
        for at in (1, 2)
        if len(origin) == 1 and changed[row]
    ]
    return bool(np.mean(same) < 0.8) if same else True


def _differ(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    same: np.ndarray = np.isclose(before, after, rtol=1e-9, atol=1e-12, equal_nan=True)
    return ~same.all(axis=1)
