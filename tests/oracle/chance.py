"""Splits and draws that a second run of the same program takes again, whatever became of the values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .events import Made

if TYPE_CHECKING:
    from .watch import Watch


def hold(watch: Watch) -> None:
    """Make the splitters and samplers of the libraries repeat themselves."""
    from imblearn.over_sampling import SMOTE, RandomOverSampler
    from imblearn.under_sampling import RandomUnderSampler
    from sklearn.model_selection import TimeSeriesSplit
    from sklearn.model_selection._split import BaseShuffleSplit, _BaseKFold

    for splitter in (BaseShuffleSplit, _BaseKFold, TimeSeriesSplit):
        watch.put(splitter, "split", lambda real: _split(watch, real))
    for sampler in (RandomOverSampler, RandomUnderSampler):
        watch.put(sampler, "fit_resample", lambda real: _draw(watch, real))
    watch.put(SMOTE, "fit_resample", lambda real: _mix(watch, real))


def _split(watch: Watch, real: Any) -> Any:
    def wrapped(self: Any, X: Any, y: Any = None, groups: Any = None) -> Any:
        number = len(watch.record.splits)
        rows = X.shape[0] if hasattr(X, "shape") else len(X)
        known = watch.first.splits[number] if watch.first and number < len(watch.first.splits) else []
        if not known or max(int(side.max()) for pair in known for side in pair) >= rows:
            known = list(real(self, X, y, groups))
        watch.record.splits.append(known)
        return iter(known)

    return wrapped


def _known(watch: Watch, rows: int) -> Any:
    """The draw that the first run made here, if it was from as many rows."""
    number = len(watch.record.drawn)
    if watch.first is None or number >= len(watch.first.drawn) or watch.first.drawn[number][0] != rows:
        return None
    return watch.first.drawn[number][1]


def _taken(data: Any, rows: np.ndarray) -> Any:
    return data.iloc[rows].reset_index(drop=True) if hasattr(data, "iloc") else np.asarray(data)[rows]


def _draw(watch: Watch, real: Any) -> Any:
    def wrapped(self: Any, X: Any, y: Any, **named: Any) -> Any:
        chosen = _known(watch, len(y))
        if chosen is None:
            real(self, X, y, **named)
            chosen = self.sample_indices_
        watch.record.drawn.append((len(y), chosen))
        return _taken(X, chosen), _taken(y, chosen)

    return wrapped


def _mix(watch: Watch, _: Any) -> Any:
    """Each new row of the rare class lies between one of its rows and a near one."""

    def wrapped(self: Any, X: Any, y: Any, **named: Any) -> Any:
        values, labels = np.asarray(X, dtype=float), np.asarray(y)
        mixed = _known(watch, len(labels))
        if mixed is None:
            rng = np.random.default_rng(0)
            classes, counts = np.unique(labels, return_counts=True)
            rare = np.flatnonzero(labels == classes[counts.argmin()])
            one = rng.choice(rare, size=int(counts.max() - counts.min()))
            near = [rare[np.argsort(np.linalg.norm(values[rare] - values[at], axis=1))[rng.integers(1, 4)]] for at in one]
            mixed = (one, np.array(near, dtype=int), rng.random((len(one), 1)))
        watch.record.drawn.append((len(labels), mixed))
        one, near, share = mixed
        whole = np.vstack([values, values[one] + share * (values[near] - values[one])])
        told = np.concatenate([labels, labels[one]])
        parents = [(at,) for at in range(len(values))] + list(zip(one.tolist(), near.tolist(), strict=True))
        watch.record.made.append(Made(values, whole, parents=parents))
        if hasattr(X, "columns"):
            import pandas as pd

            return pd.DataFrame(whole, columns=X.columns), pd.Series(told, name=getattr(y, "name", None))
        return whole, told

    return wrapped
