"""Which rows a value holds, as a small algebra, and whether two values share some.

Nodes are made by one `RowBook` per program, which returns the same node for the same content: equality is identity.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from .numbers import number
from .picks import By, Overlap, Rows, Way, apart, below, blind, conditions_apart, once, other_turn, picked, slices_apart, spread, upwards

__all__ = ["MANY", "By", "Overlap", "RowBook", "Rows"]

MANY = 16  # more sources than this: the question is answered "cannot tell"
FEW = 2000  # splits whose sets are kept as plain frozensets
DEEP = 20  # indexes of indexes that are looked through
LONG = 4096  # pairs of picks that are looked at for one answer
_NO_SPLITS: frozenset[int] = frozenset()


class RowBook:
    """Makes the nodes of one program and answers questions about them."""

    __slots__ = ("_asked", "_nodes", "_overlaps", "_parts", "_serial", "_steps", "_tops", "_ways", "mixed")

    def __init__(self) -> None:
        self._nodes: dict[tuple[Any, ...], Rows] = {}
        self._ways: dict[Rows, tuple[Way, ...]] = {}
        self._steps: dict[tuple[Way, By], Way] = {}
        self._overlaps: dict[tuple[int, int], Overlap] = {}
        self._parts: dict[Rows, frozenset[int]] = {}
        self._tops: dict[Rows, Way] = {}
        self._asked = 0  # questions that one question asks
        self._serial = 0
        self.mixed: dict[object, int] = {}  # splits that part rows whatever is in them: how many nodes there were before each

    @property
    def size(self) -> int:
        """How many nodes there are; the next ones have larger numbers."""
        return len(self._nodes)

    def serial(self) -> int:
        """A number that nothing else in this program has."""
        self._serial += 1
        return self._serial

    def _node(self, key: tuple[Any, ...], kind: str, parts: tuple[Rows, ...] = (), by: By | None = None, label: str = "") -> Rows:
        try:
            node = self._nodes.get(key)
        except TypeError:  # a condition over something unhashable: it equals nothing but itself
            key, node = (kind, self.serial()), None
        if node is None:
            node = self._nodes[key] = Rows(len(self._nodes) + 1, kind, parts, by, label)
        return node

    def source(self, key: object = None, label: str = "") -> Rows:
        """Rows from outside; the same key is the same rows."""
        return self._node(("source", self.serial() if key is None else key), "source", label=label)

    def pick(self, of: Rows, by: By) -> Rows:
        """Some of the rows of `of`."""
        if of.kind == "union" and by.kind == "slice":
            part = self._apart(of, by)
            if part is not None:
                return part
        return self._node(("picked", of, by), "picked", (of,), by)

    def union(self, parts: tuple[Rows, ...]) -> Rows:
        """The rows of all parts, one after the other."""
        flat: dict[Rows, None] = {}
        for part in parts:  # what has grown long is one part of what it grows into
            flat.update(dict.fromkeys(part.parts if part.kind == "union" and len(part.parts) <= MANY else (part,)))
        if len(flat) == 1:
            return next(iter(flat))
        return self._node(("union", *flat), "union", tuple(flat))

    def made(self, of: Rows, learning: int | None = None, exact: bool = False) -> Rows:
        """Rows that were made out of others: repeated (`exact`), averaged, distorted; `learning` is where that happened."""
        if of.kind == "made" and of.by is not None and (exact or not of.by.b):
            return of
        by = By("made", learning, exact)
        return self._node(("made", of, by), "made", (of,), by)

    def meet(self, a: Way, b: Way) -> Overlap:
        """Do the rows at the ends of two ways meet?"""
        return Overlap.YES if a is b else self._along(a, b) if a.root is b.root else Overlap.NO

    def _apart(self, of: Rows, by: By) -> Rows | None:
        """`both[:len(train)]` and `both[len(train):]` are what was put together; `both[len(train):n]` is some of the latter."""
        ends: list[Any] = [None]  # where each part ends, as somebody would write it
        for part in of.parts[:MANY]:
            length = ("len", part)
            ends.append(length if ends[-1] is None else ("op", "Add", ends[-1], length))
        low = 0 if by.a in (None, 0) else next((at for at, end in enumerate(ends) if end == by.a), None)
        high = len(of.parts) if by.b is None else next((at for at, end in enumerate(ends) if end == by.b), None)
        if low is None or low >= len(of.parts) or (high is None and not low):
            return None
        if high is None:
            return self.pick(self.union(of.parts[low:]), By("slice", None, ("to", by.b)))
        return self.union(of.parts[low:high]) if high > low else None

    def ways(self, rows: Rows) -> tuple[Way, ...]:
        """The way to each source below; of more than `MANY`, one more than that."""
        for node in upwards(rows, self._ways):
            if node.kind == "source":
                found: tuple[Way, ...] = (Way(node),)
            elif node.kind == "picked" and node.by is not None:
                found = tuple(self._step(way, node.by) for way in self._ways[node.parts[0]])
            else:
                found = tuple(dict.fromkeys(way for part in node.parts for way in self._ways[part]))[: MANY + 1]
            self._ways[node] = found
        return self._ways[rows]

    def _step(self, way: Way, by: By) -> Way:
        """One pick further; the same pick of the same way is the same way."""
        try:
            known = self._steps.get((way, by))
        except TypeError:  # as in `_node`
            return Way(way.root, way, by)
        if known is None:
            known = self._steps[way, by] = Way(way.root, way, by)
        return known

    def splits(self, rows: Rows) -> frozenset[int]:
        """The events that parted rows on the way to these, what a condition was made of and what an index came from included."""
        for node in upwards(rows, self._parts, inside=True):
            under = below(node, inside=True)
            found = self._parts[under[0]] if under else _NO_SPLITS
            for one in under[1:]:
                found |= self._parts[one]
            split = node.by.a if node.by is not None and node.by.kind == "part" else None
            split = split[0] if isinstance(split, tuple) else split  # a fold, in one turn of its loop
            if isinstance(split, int):
                found |= number(split) if split > FEW else frozenset((split,))
            self._parts[node] = found
        return self._parts[rows]

    def behind(self, *rows: Rows) -> set[Rows]:
        """Every node that had a part in picking these rows: orders, samples, what a condition was made of.

        Not the source that they were picked from: data that was drawn is not data that was split.
        """
        found: set[Rows] = set()
        seen: set[tuple[Rows, bool]] = set()
        stack: list[tuple[Any, bool]] = [(one, False) for one in rows]  # the second: does it pick, or is it picked from?
        while stack:
            node, picks = stack.pop()
            if isinstance(node, Rows):
                if (node, picks) not in seen:
                    seen.add((node, picks))
                    if picks or node.kind != "source":
                        found.add(node)
                    stack.extend((part, picks) for part in node.parts)
                    stack.extend((part, True) for part in node.by or ())
            elif isinstance(node, tuple):
                stack.extend((part, picks) for part in node)
        return found

    def overlap(self, a: Rows, b: Rows) -> Overlap:
        """Do the two share rows?"""
        if a is b:
            return Overlap.YES
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        known = self._overlaps.get(key)
        if known is None:
            if self._asked > DEEP:
                return Overlap.MAYBE
            self._asked += 1
            known = self._overlaps[key] = self._compare(a, b)
            self._asked -= 1
        return known

    def inside(self, a: Rows, b: Rows) -> bool:
        """Is every row of `a` certainly one of `b`?"""
        narrow, wide = self.ways(a), self.ways(b)
        if len(narrow) > MANY:
            return b in picked(a)
        return a is b or all(any(one.up(other.depth) is other for other in wide) for one in narrow)

    def parting(self, a: Rows, b: Rows) -> Iterator[By]:
        """The conditions by which the two were picked out of the same rows."""
        for one in self.ways(a)[:MANY]:
            for other in self.ways(b)[:MANY]:
                if one.root is other.root:
                    left, right = apart(one, other)
                    if left and right and left[0].kind == right[0].kind == "where":
                        yield from (left[0], right[0])

    def _compare(self, a: Rows, b: Rows) -> Overlap:
        left, right = self.ways(a), self.ways(b)
        if len(left) > MANY or len(right) > MANY:
            return self._of_many(a, b)
        answer = Overlap.NO
        for one in left:
            for other in right:
                if one.root is other.root:
                    found = self._along(one, other)
                    if found is Overlap.MAYBE and (spread(a, one, other, self.mixed) or spread(b, other, one, self.mixed)):
                        found = Overlap.YES
                    if found is Overlap.YES:
                        return found
                    if found is Overlap.MAYBE:
                        answer = found
        return answer

    def _of_many(self, a: Rows, b: Rows) -> Overlap:
        """The same for rows of many sources, where both were picked out of what was put together of those."""
        above = set(picked(b))
        common = next((node for node in picked(a) if node in above), None)
        if common is None:
            return Overlap.MAYBE
        top = self._tops.setdefault(common, Way(common))
        found = self._along(*(self._down(top, rows) for rows in (a, b)))
        return found if found is not Overlap.NO or once(common) else Overlap.MAYBE

    def _down(self, top: Way, rows: Rows) -> Way:
        way = top
        for node in reversed(list(takewhile(lambda node: node is not top.root, picked(rows)))):
            way = self._step(way, node.by) if node.by is not None else way
        return way

    def _along(self, a: Way, b: Way) -> Overlap:
        left, right = apart(a, b)
        if not left or not right:
            return Overlap.YES
        one, two = left[0], right[0]
        if one.kind == two.kind == "slice" and slices_apart(one, two):
            return Overlap.NO
        if len(left) * len(right) > LONG:
            return Overlap.MAYBE
        for x in left:
            for y in right:
                if x.kind != "slice" and y.kind != "slice" and self._apart_anywhere(a, x, b, y):
                    return Overlap.NO
        if one.kind == two.kind == "slice":
            return Overlap.YES if slices_apart(one, two) is False else Overlap.MAYBE
        if one.kind == two.kind == "at":
            return self.overlap(one.a, two.a)
        if other_turn(one, two):
            return Overlap.MAYBE
        if one.kind == two.kind == "where" and conditions_apart(one, two) is False:
            return Overlap.YES
        return Overlap.YES if blind(one) and blind(two) else Overlap.MAYBE

    def _apart_anywhere(self, a: Way, x: By, b: Way, y: By) -> bool:
        """Two picks that exclude each other wherever they stand on the way."""
        if x.kind == y.kind == "part":
            return bool(x.a == y.a and x.b != y.b)
        if x.kind == y.kind == "where":
            return conditions_apart(x, y) is True
        if x.kind == y.kind == "at":
            return self.overlap(x.a, y.a) is Overlap.NO
        for pick, way in ((x, b), (y, a)):
            if pick.kind == "outside" and any(way.up(one.depth) is one for one in self.ways(pick.a)):
                return True
        other = {"at", "outside"}
        return {x.kind, y.kind} == other and x.a is y.a
