"""A graph of stops → where each stands: layer below layer, so that every flow goes down and few of them cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

SWEEPS = 4
BEND = 10  # room that a flow takes on its way past a layer


class Layers:
    """`middle` and `layer` of each stop, and for each flow the points that it passes, as (x, layer)."""

    def __init__(self, count: int, flows: Sequence[tuple[int, int]], width: int, gap: int) -> None:
        self.layer = _layers(count, flows)
        rows: list[list[int]] = [[] for _ in range(max(self.layer, default=-1) + 1)]
        for stop, at in enumerate(self.layer):
            rows[at].append(stop)
        self._next = count
        self._ways: dict[tuple[int, int], list[int]] = {}
        above: dict[int, list[int]] = {}
        below: dict[int, list[int]] = {}
        for source, target in flows:
            chain = [source, *self._bends(rows, self.layer[source] + 1, self.layer[target]), target]
            self._ways[source, target] = chain
            for one, other in pairwise(chain):
                above.setdefault(other, []).append(one)
                below.setdefault(one, []).append(other)
        for sweep in range(SWEEPS):
            down = sweep % 2 == 0
            for row in rows if down else reversed(rows):
                _settle(row, rows, above if down else below)
        room = {stop: width if stop < count else BEND for row in rows for stop in row}
        self.width = max((sum(room[stop] + gap for stop in row) for row in rows), default=0)
        self._middle: dict[int, int] = {}
        for row in rows:
            x = (self.width - sum(room[stop] + gap for stop in row)) // 2
            for stop in row:
                self._middle[stop] = x + (room[stop] + gap) // 2
                x += room[stop] + gap
        self.depth = len(rows)
        self.middle = [self._middle[stop] for stop in range(count)]

    def way(self, source: int, target: int) -> list[int]:
        """The x of each layer that a flow passes, from its source to its target."""
        return [self._middle[stop] for stop in self._ways[source, target]]

    def _bends(self, rows: list[list[int]], first: int, last: int) -> list[int]:
        bends = []
        for at in range(first, last):
            rows[at].append(self._next)
            bends.append(self._next)
            self._next += 1
        return bends


def _layers(count: int, flows: Sequence[tuple[int, int]]) -> list[int]:
    """The longest way to each stop. Flows go from earlier to later numbers, but for the few that close a circle: those count nothing."""
    layer = [0] * count
    for target in range(count):
        layer[target] = max((layer[source] + 1 for source, end in flows if end == target and source < target), default=0)
    return layer


def _settle(row: list[int], rows: Sequence[Sequence[int]], beside: Mapping[int, Sequence[int]]) -> None:
    """Each stop goes where the middle of its neighbours is."""
    at = {stop: number / max(len(other), 1) for other in rows for number, stop in enumerate(other)}
    wish = {stop: sum(at[one] for one in near) / len(near) if (near := beside.get(stop)) else at[stop] for stop in row}
    row.sort(key=wish.__getitem__)
