"""The rows that models were given in, the rows of the table that each of them came from out."""

from __future__ import annotations

from types import CodeType

import numpy as np

from .events import Record, matrix
from .table import CODES, STEP, Table, coded, codes
from .watch import Watch

Origins = list[set[int]]  # for each row
_CLEAR = 0.8  # share of a row's movement that must follow the sign of one source row


class Tracer:
    """Traces the rows of one run: by their values where nothing has changed those, else by moving every source row a little."""

    def __init__(self, watch: Watch, code: CodeType, table: Table, first: Record) -> None:
        self.watch, self.code, self.table, self.first = watch, code, table, first
        self.signs = codes(len(table.frame))
        self._runs: list[Record] | None = None
        self._raw: tuple[dict[float, int], ...] = ()

    def runs(self) -> list[Record]:
        """The same program on the coded tables."""
        if self._runs is None:
            tables = [coded(self.table, self.signs[:, at]) for at in range(CODES)]
            self._runs = [self.watch.run(self.code, table, self.first, frozen=True) for table in tables]
        return self._runs

    def pair(self, fit: int, at: int) -> tuple[Origins, Origins]:
        """Those of a fit and of what its model was asked about."""
        learned, shown = self.first.fits[fit].rows, self.first.asked[at].rows
        chains = self.first.chain(learned), self.first.chain(shown)
        bases = [self.first.applied[chain[-1]].before if chain else rows for chain, rows in zip(chains, (learned, shown), strict=True)]
        found = [self._by_value(base) for base in bases]
        if all(one is not None for one in found):
            return found[0] or [], found[1] or []
        moved: list[list[np.ndarray]] = [[], []]
        for run in self.runs():
            if (len(run.fits), len(run.asked), len(run.applied)) != tuple(map(len, (self.first.fits, self.first.asked, self.first.applied))):
                return [set() for _ in learned], [set() for _ in shown]
            for side, rows in enumerate((run.fits[fit].rows, run.asked[at].rows)):
                moved[side].append(run.applied[chains[side][-1]].before if chains[side] else rows)
        one, two = bases
        if len(chains[0]) == len(chains[1]) and one.shape[1] == two.shape[1]:  # prepared alike: what moves them all is better known
            both = _by_signs(np.vstack(bases), [np.vstack([a, b]) for a, b in zip(*moved, strict=True)], self.signs)
            return both[: len(one)], both[len(one) :]
        return _by_signs(one, moved[0], self.signs), _by_signs(two, moved[1], self.signs)

    def _by_value(self, rows: np.ndarray) -> Origins | None:
        """Each row has two values or more that only one source row has."""
        if not self._raw:
            values = self.table.features
            if self.table.shape.text:
                values = np.hstack([values, matrix(self.table.frame[self.table.shape.text].to_numpy(dtype=object))])
            self._raw = tuple({value: at for at, value in enumerate(column)} for column in values.T if len(set(column)) > len(column) // 3)
        origins: Origins = []
        for row in rows:
            seen = [source for value in row for column in self._raw if (source := column.get(value)) is not None]
            best = max(set(seen), key=seen.count, default=-1)
            if seen.count(best) < min(2, len(row)):
                return None
            origins.append({best})
        return origins


def _by_signs(base: np.ndarray, moved: list[np.ndarray], signs: np.ndarray) -> Origins:
    """The source rows that each row moves with, once what moves all rows together is taken away."""
    if any(one.shape != base.shape for one in moved) or not len(base):
        return [set() for _ in base]
    base = np.nan_to_num(base)
    spread = np.where(base.std(axis=0) > 0, base.std(axis=0), 1.0)
    ways = np.stack([(np.nan_to_num(one) - base) / spread for one in moved]) / STEP  # code, row, column
    ways = _alone((base - base.mean(axis=0)) / spread, np.clip(ways, -20, 20))
    energy = (ways**2).sum(axis=(0, 2)) + 1e-12
    follows = (np.einsum("ik,krc->irc", signs, ways) ** 2).sum(axis=2) / CODES / energy  # source row, row
    enough = energy > max(0.02 * float(np.median(energy)), 1e-3)
    return [set(np.flatnonzero(follows[:, row] > _CLEAR).tolist()) if enough[row] else set() for row in range(len(base))]


def _alone(base: np.ndarray, ways: np.ndarray) -> np.ndarray:
    """What is no smooth function of all rows: a mean that moves, or an axis that turns, moves every row."""
    width = min(5, base.shape[1], len(base) // 8)
    axes = np.linalg.svd(base, full_matrices=False)[0][:, :width]
    alone = ways.copy()
    for column in range(base.shape[1]):
        known = np.column_stack([np.ones(len(base)), base[:, column], axes])
        q = np.linalg.svd(known, full_matrices=False)
        basis = q[0][:, q[1] > 1e-8 * q[1][0]]
        alone[:, :, column] -= (ways[:, :, column] @ basis) @ basis.T
    return alone
