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


@dataclass(slots=True, eq=False)
class Made:
    """A transformer or sampler made `after` of `before`: each row of one, or of the two that are its parents.

    `learned` is what it had been fitted on, if it learns anything.
    """

    before: np.ndarray
    after: np.ndarray
    learned: np.ndarray | None = None
    parents: list[tuple[int, ...]] | None = None

    def places(self, rows: np.ndarray) -> list[tuple[int, ...]] | None:
        """The places in `before` of what became these rows, if they came from here."""
        if rows.shape[1] != self.after.shape[1]:
            return None
        parents = self.parents or [(at,) for at in range(len(self.before))]
        if rows.shape == self.after.shape and np.array_equal(rows, self.after, equal_nan=True):
            return parents
        known = {row.tobytes(): at for at, row in enumerate(self.after)}
        if len(known) < len(self.after) and self.parents is None:
            return None  # rows that are alike, as bins are
        found = [known.get(row.tobytes()) for row in rows]
        return None if None in found else [parents[at or 0] for at in found]


@dataclass(slots=True)
class Record:
    """All of one run, in order; `splits` and `drawn` are the choices of chance in it."""

    fits: list[Fitted] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    splits: list[list[tuple[np.ndarray, np.ndarray]]] = field(default_factory=list)
    drawn: list[Any] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)


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
        return np.array(
            [
                [
                    text.count("hello"),
                    len(text),
                    sum(map(ord, text)),
                    *(sum(at**power * ord(sign) for at, sign in enumerate(text)) for power in (1, 2)),
                ]
                for text in values
            ],
            dtype=float,
        )
    found = np.array(values, dtype=float)
    return found.reshape(len(found), -1)
