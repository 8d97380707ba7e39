"""The rows that models were given in, the rows of the table that each of them came from out."""

from __future__ import annotations

from types import CodeType

import numpy as np

from .events import Record, matrix
from .table import CODES, STEP, Table, coded, codes
from .watch import Watch

Origins = list[set[int]]  # for each row
_CLEAR = 0.8  # share of the movement of a value that must follow the sign of one source row


class Tracer:
    """Traces the rows of one run: by their values where nothing has changed those, else by moving every source row a little."""

    def __init__(self, watch: Watch, code: CodeType, table: Table, first: Record) -> None:
        self.watch, self.code, self.table, self.first = watch, code, table, first
        self.signs = codes(len(table.frame))
        self._runs: list[Record] | None = None
        self._raw: tuple[dict[float, int], ...] = ()
        self._sides: dict[tuple[int, str], Origins | None] = {}

    def runs(self) -> list[Record]:
        """The same program on the coded tables."""
        if self._runs is None:
            tables = [coded(self.table, self.signs[:, at]) for at in range(CODES)]
            self._runs = [self.watch.run(self.code, table, self.first, frozen=True) for table in tables]
        return self._runs

    def pair(self, fit: int, at: int) -> tuple[Origins, Origins]:
        """Those of a fit and of what its model was asked about."""
        learned, shown = self.first.fits[fit].rows, self.first.asked[at].rows
        one, two = (self._known(rows, len(self.first.made)) for rows in (learned, shown))
        if one is not None and two is not None:
            return one, two
        if not all(self._same_course(run) for run in self.runs()):
            return one or [set() for _ in learned], two or [set() for _ in shown]
        moved = [np.vstack([run.fits[fit].rows, run.asked[at].rows]) for run in self.runs()]
        both = _by_signs(np.vstack([learned, shown]), moved, self.signs)  # prepared alike: what moves them all is better known
        return one or both[: len(learned)], two or both[len(learned) :]

    def of(self, number: int, side: str) -> Origins | None:
        """Those of the rows that a transformer was fitted on (`learned`) or that it was given (`before`)."""
        rows: np.ndarray | None = getattr(self.first.made[number], side)
        if rows is None:
            return None
        if (number, side) not in self._sides:
            known = self._known(rows, number)
            if known is None and all(self._same_course(run) for run in self.runs()):
                known = _by_signs(rows, [getattr(run.made[number], side) for run in self.runs()], self.signs)
            self._sides[number, side] = known
        return self._sides[number, side]

    def _same_course(self, run: Record) -> bool:
        lengths = [[len(part) for part in (one.fits, one.asked, one.made)] for one in (run, self.first)]
        return lengths[0] == lengths[1]

    def _known(self, rows: np.ndarray, before: int) -> Origins | None:
        """By their values, or by those of what transformers and samplers made them of; None if nothing is known of that."""
        for number in reversed(range(before)):
            made = self.first.made[number]
            places = made.places(rows)
            if places is not None:
                below = self._known(made.before, number)
                if below is None and all(self._same_course(run) for run in self.runs()):
                    below = _by_signs(made.before, [run.made[number].before for run in self.runs()], self.signs)
                return None if below is None else [set().union(*(below[at] for at in place)) for place in places]
        return self._by_value(rows)

    def _by_value(self, rows: np.ndarray) -> Origins | None:
        """Each row has two values or more that only one source row has."""
        if not self._raw:
            values = self.table.features
            if self.table.shape.text:
                values = np.hstack([values, matrix(self.table.frame[self.table.shape.text].to_numpy(dtype=object))])
            columns = [column.tolist() for column in values.T]
            self._raw = tuple({value: at for at, value in enumerate(column) if column.count(value) == 1} for column in columns)
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
    energy = (ways**2).sum(axis=0) + 1e-12  # row, column
    alive = energy > max(0.02 * float(np.median(energy.sum(axis=1))) / energy.shape[1], 1e-3)
    for edge in (base.min(axis=0), base.max(axis=0)):  # where values were cut off, they all follow the row that was the last
        alive &= ~((base == edge) & ((base == edge).sum(axis=0) > 2))
    follows = np.einsum("ik,krc->irc", signs, ways) ** 2 / CODES / energy  # source row, row, column
    votes = ((follows > _CLEAR) & alive).sum(axis=2)
    origins: Origins = []
    for row in range(len(base)):
        best = int(votes[:, row].argmax())
        most = votes[best, row]
        clear = most >= min(2, base.shape[1]) and (votes[:, row] == most).sum() == 1
        origins.append({best} if clear else set())
    return origins


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
