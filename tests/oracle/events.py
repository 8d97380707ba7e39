"""What a running program handed to its models, as it was then."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(slots=True)
class Fitted:
    """One fit of a model: the rows it got, and what it was afterwards."""

    rows: np.ndarray
    state: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Asked:
    """A model was asked about rows; `judged` once the answer was compared with something."""

    rows: np.ndarray
    fit: int
    judged: bool
    search: bool


@dataclass(slots=True)
class Applied:
    """A transformer made `after` of `before`, row by row, by what it had learned from `learned` (nothing, if it learns nothing)."""

    learned: np.ndarray | None
    before: np.ndarray
    after: np.ndarray


@dataclass(slots=True)
class Record:
    """All of one run, in order; `splits` and `drawn` are the choices of chance in it."""

    fits: list[Fitted] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    splits: list[list[tuple[np.ndarray, np.ndarray]]] = field(default_factory=list)
    drawn: list[Any] = field(default_factory=list)
    applied: list[Applied] = field(default_factory=list)
    mixes: bool = False

    def chain(self, rows: np.ndarray) -> list[int]:
        """The transformers that these rows went through, the last one first."""
        found: list[int] = []
        at = len(self.applied)
        while at > 0:
            at -= 1
            after = self.applied[at].after
            if after.shape == rows.shape and np.array_equal(after, rows, equal_nan=True):
                found.append(at)
                rows = self.applied[at].before
        return found


class Predicted(np.ndarray):
    """Predictions that tell when they are compared with other data."""

    asked: Asked | None = None

    def __array_finalize__(self, source: Any) -> None:
        self.asked = getattr(source, "asked", None)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **named: Any) -> Any:
        if sum(np.ndim(one) > 0 for one in inputs) > 1:
            for one in inputs:
                judge(one)
        named["out"] = tuple(np.asarray(one) for one in named["out"]) if named.get("out") else None
        plain = [np.asarray(one) if isinstance(one, Predicted) else one for one in inputs]
        result = getattr(ufunc, method)(*plain, **{key: value for key, value in named.items() if value is not None})
        return remember(result, self.asked) if isinstance(result, np.ndarray) else result


def remember(values: Any, asked: Asked | None) -> Any:
    """These are the answers."""
    if not isinstance(values, np.ndarray):
        return values
    told = values.view(Predicted)
    told.asked = asked
    return told


def judge(value: Any) -> None:
    """If these are predictions, somebody has looked whether they are right."""
    if isinstance(value, Predicted) and value.asked is not None:
        value.asked.judged = True


def matrix(data: Any) -> np.ndarray:
    """Any features as an array of floats of its own; of texts, what tells them apart."""
    if hasattr(data, "toarray"):
        data = data.toarray()
    values = np.asarray(data)
    if values.ndim == 1 and len(values) and isinstance(values[0], str):
        return np.array([[text.count("hello"), len(text), sum(map(ord, text))] for text in values], dtype=float)
    found = np.array(values, dtype=float)
    return found.reshape(len(found), -1)
