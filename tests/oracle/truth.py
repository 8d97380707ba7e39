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
_TRACED, _TRACED_MIXED = 0.5, 0.3  # share of the rows that must be traced to their source; where rows were mixed of two
_FEW = 3


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


def truth(watch: Watch, code: CodeType, table: Table) -> Truth:
    """Run it as it is, then with the evaluated rows changed."""
    first = watch.run(code, table)
    judged = [at for at, one in enumerate(first.asked) if one.judged]
    if not judged:
        return Truth(False, False, 0, "no score")
    tracer = Tracer(watch, code, table, first)
    enough = _TRACED_MIXED if first.mixes else _TRACED
    overlap, training = False, False
    tests: list[_Pair] = []
    searched: list[_Pair] = []
    for at in judged:
        fit = first.asked[at].fit
        learned, shown = tracer.pair(fit, at)
        if min(np.mean([bool(one) for one in part]) for part in (shown, learned)) < enough:
            return Truth(None, None, len(judged), "rows that cannot be traced")
        scored, known = set().union(*shown), set().union(*learned)
        if scored == known:
            training = True
            continue
        pair = _Pair(at, fit, shown, learned, frozenset(scored - known))
        if first.asked[at].search:
            searched.append(pair)
            continue
        overlap = overlap or sum(bool(one & known) for one in shown) > len(shown) // 10
        if len(pair.apart) > _FEW:
            tests.append(pair)
    if training and not tests and not overlap and not searched:
        return Truth(None, True, len(judged), "only training scores")
    for pair in [*tests[: PAIRS - 1], *tests[PAIRS - 1 :][-1:]]:
        why = _changed(watch, code, table, first, pair)
        if why:
            return Truth(True, overlap, len(judged), why)
    if not tests and overlap:
        return Truth(None, overlap, len(judged), "all evaluated rows were fitted on")
    for pair in searched[:1]:
        if len(pair.apart) > _FEW and _changed(watch, code, table, first, pair):
            return Truth(None, overlap, len(judged), "only the folds of a search")
    return Truth(False, overlap, len(judged))


def _changed(watch: Watch, code: CodeType, table: Table, first: Record, pair: _Pair) -> str:
    """How the evaluated rows reach what the model was trained on, or each other; empty if they do not."""
    rows = sorted(pair.apart)
    moved, still = rows[::2], set(rows[1::2])
    tests = [
        ("features", shaken(table, moved, pair.at, 6)),
        ("all features", shaken(table, rows, pair.at + 1, 40)),
        ("targets", retold(table, moved)),
    ]
    for name, other in tests:
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
        if first.mixes:  # a row that was mixed of two may have one of them among the changed
            new &= np.array([bool(one) for one in pair.learned])
        limit = _FEW if first.mixes else 0
        if new.sum() > limit and (name != "targets" or not _others(watch, code, other, run, pair)):
            return f"{name}: {int(new.sum())} of {len(new)} training rows change"
        if name != "targets" and _prepared_by(first, before) != _prepared_by(run, after):
            return f"{name}: what a transformer learned from changes"
        before, after = first.asked[pair.at].rows, run.asked[pair.at].rows
        if name == "features" and before.shape == after.shape and new.sum() == 0:
            beside = np.array([bool(one) and one <= still for one in pair.shown])
            if (_differ(before, after) & beside).any():
                return f"{name}: evaluated rows change each other"
    return ""


def _prepared_by(record: Record, rows: np.ndarray) -> list[bytes]:
    """What the transformers on the way to these rows had learned from."""
    learned = [record.applied[at].learned for at in record.chain(rows)]
    return [one.tobytes() for one in learned if one is not None]


def _others(watch: Watch, code: CodeType, table: Table, run: Record, pair: _Pair) -> bool:
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
        if len(origin) == 1
    ]
    return bool(np.mean(same) < 0.9) if same else True


def _differ(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    same: np.ndarray = np.isclose(before, after, rtol=1e-9, atol=1e-12, equal_nan=True)
    return ~same.all(axis=1)
