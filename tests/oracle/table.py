"""The data that a generated program reads: a table, and the same table with some of its rows changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

CODES = 12  # tables in which every row is moved a little, each by a sign of its own
STEP = 1e-4
WORDS = "cheap offer meeting invoice lunch prize report winner budget friday click agenda".split()


@dataclass(frozen=True, slots=True)
class Shape:
    """What the table holds beside its numbers."""

    rows: int
    numbers: tuple[str, ...]
    category: str = ""
    text: str = ""
    group: str = ""
    target: str = "label"
    classes: bool = True
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns; every change gives a new table."""

    shape: Shape
    frame: pd.DataFrame

    @property
    def features(self) -> np.ndarray:
        """The numbers alone."""
        return self.frame[list(self.shape.numbers)].to_numpy(copy=True)

    @property
    def target(self) -> np.ndarray:
        """What is to be predicted."""
        return self.frame[self.shape.target].to_numpy(copy=True)


def made(shape: Shape, seed: int) -> Table:
    """A table of this shape: numbers of several scales, the last one nearly a copy of the first."""
    rng = np.random.default_rng(seed)
    rows = shape.rows
    values = rng.gamma(6.0, 1.0, size=(rows, len(shape.numbers))) + 2
    signal = values[:, 0] - values[:, 1] + rng.normal(scale=2, size=rows)
    values[:, -1] = values[:, 0] * 1.01 + rng.normal(scale=0.1, size=rows)
    values *= 10.0 ** rng.integers(0, 3, size=len(shape.numbers))
    frame = pd.DataFrame(values, columns=list(shape.numbers))
    if shape.missing:
        for name in shape.numbers[:3]:
            frame.loc[rng.permutation(rows)[: rows // 6], name] = np.nan
    if shape.category:
        frame[shape.category] = rng.choice(["north", "south", "east", "west"], size=rows)
    if shape.text:
        frame[shape.text] = [" ".join(["hello", "hello", *rng.choice(WORDS, size=6)]) for _ in range(rows)]
    if shape.group:
        frame[shape.group] = np.arange(rows) // 4
    frame[shape.target] = (signal > np.quantile(signal, 0.65)).astype(int) if shape.classes else np.round(signal * 10 + 200, 3)
    return Table(shape, frame)


def codes(rows: int) -> np.ndarray:
    """A sign for each row and each coded table; two rows, or one and the other's mirror, never nearly agree."""
    rng = np.random.default_rng(7)
    found: list[np.ndarray] = []
    while len(found) < rows:
        one = rng.choice([-1.0, 1.0], size=CODES)
        if all(abs(float(one @ other)) <= CODES // 2 for other in found):
            found.append(one)
    return np.array(found)


def coded(table: Table, signs: np.ndarray) -> Table:
    """Each row moved by a hair, in the direction of its sign."""
    frame = table.frame.copy()
    names = list(table.shape.numbers)
    spread = frame[names].std()
    ways = np.where(np.arange(len(names)) % 2, -1.0, 1.0)
    frame[names] = frame[names] + np.outer(signs * STEP, ways * spread.to_numpy())
    if table.shape.text:
        frame[table.shape.text] = [
            "hello " + text if sign > 0 else text.replace("hello ", "", 1)
            for text, sign in zip(frame[table.shape.text], signs, strict=True)
        ]
    return replace(table, frame=frame)


def shaken(table: Table, rows: list[int], seed: int, far: float) -> Table:
    """The features of these rows become quite others: what told much of the target tells little, and the other way round.

    Holes stay where they are, signs stay positive, and no category is new.
    """
    rng = np.random.default_rng(seed)
    frame = table.frame.copy()
    target = frame[table.shape.target].to_numpy(dtype=float)
    sides = np.where(target > np.median(target), 1.0, 0.0) if not table.shape.classes else target
    names = list(table.shape.numbers)
    tells = [abs(np.corrcoef(np.nan_to_num(frame[name]), target)[0, 1]) for name in names]
    weak = set(np.argsort(tells)[: len(names) // 2])
    for at, name in enumerate(names):
        spread = float(frame[name].std())
        column = frame[name].to_numpy(copy=True)
        here = sides[rows] * far if at in weak else rng.uniform(0, far, size=len(rows))
        column[rows] = column[rows] + spread * (1 + here + rng.uniform(0, 1, size=len(rows)))
        frame[name] = column
    if table.shape.category:
        values = frame[table.shape.category].to_numpy(dtype=object)
        values[rows] = np.where(rng.random(len(rows)) < 0.7, "west", values[rows])
        frame[table.shape.category] = values
    if table.shape.text:
        texts = frame[table.shape.text].to_numpy(dtype=object)
        texts[rows] = [f"{texts[row]} unheard{number % 3} unheard{number % 3}" for number, row in enumerate(rows)]
        frame[table.shape.text] = texts
    return replace(table, frame=frame)


def retold(table: Table, rows: list[int]) -> Table:
    """These rows have another target."""
    frame = table.frame.copy()
    target = frame[table.shape.target].to_numpy(copy=True)
    target[rows] = 1 - target[rows] if table.shape.classes else target[rows] + 3 * target.std()
    frame[table.shape.target] = target
    return replace(table, frame=frame)
