"""Nodes of rows, the ways that lead to them, and whether two picks exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple

LARGE = 2000  # sources of one union that are looked at


class Overlap(Enum):
    """The answer to "do these two share rows?"."""

    NO = "no"
    YES = "yes"
    MAYBE = "cannot tell"


class By(NamedTuple):
    """How some rows were picked out of others.

    `part` (split, k), `slice` (low, high), `where` (condition, truth), `at` (the rows that an index names), `outside`
    (all but the rows that an index names), `most` (a few rows dropped), `some` (unknown). Contents are compared by
    equality.
    """

    kind: str
    a: Any = None
    b: Any = None


class Rows:
    """One node: a `source`, rows `picked` from others, a `union`, or rows `made` out of others."""

    __slots__ = ("by", "found", "id", "kind", "label", "parts")

    def __init__(self, id: int, kind: str, parts: tuple[Rows, ...] = (), by: By | None = None, label: str = "") -> None:
        self.id, self.kind, self.parts, self.by, self.label = id, kind, parts, by, label
        self.found: tuple[Rows, ...] | None = None

    def __repr__(self) -> str:
        inside = ", ".join(map(repr, self.parts))
        return f"{self.kind}#{self.id}({inside}{', ' + repr(tuple(self.by)) if self.by else ''}{self.label})"

    def roots(self) -> tuple[Rows, ...]:
        """The sources these rows came from."""
        node = self
        while len(node.parts) == 1:
            node = node.parts[0]
        if node.found is None:
            sources: dict[Rows, None] = {}
            seen: set[Rows] = set()
            stack = [node]
            while stack:
                one = stack.pop()
                if one not in seen:
                    seen.add(one)
                    stack.extend(reversed(one.parts))
                    if not one.parts:
                        sources[one] = None
            node.found = tuple(sources)
        return node.found


class Way:
    """How some rows were reached: a source, and the last of the picks that lead on from it."""

    __slots__ = ("above", "by", "depth", "root")

    def __init__(self, root: Rows, above: Way | None = None, by: By | None = None) -> None:
        self.root, self.above, self.by = root, above, by
        self.depth: int = above.depth + 1 if above is not None else 0

    def up(self, depth: int) -> Way:
        """The way, as far as it had come at this depth."""
        way = self
        while way.depth > depth and way.above is not None:
            way = way.above
        return way


def upwards(rows: Rows, known: Mapping[Rows, object], inside: bool = False) -> Iterator[Rows]:
    """These rows and what they are made of, as far as it is not known yet: each behind all that it is made of."""
    stack = [rows]
    while stack:
        node = stack[-1]
        waiting = [part for part in below(node, inside) if part not in known] if node not in known else []
        if waiting:
            stack.extend(waiting)
            continue
        stack.pop()
        if node not in known:
            yield node


def below(node: Rows, inside: bool) -> list[Rows]:
    """What a node is made of; with `inside`, also the rows that its pick speaks of."""
    found = list(node.parts)
    stack: list[object] = [node.by] if inside and node.by is not None else []
    while stack:
        part = stack.pop()
        if isinstance(part, Rows):
            found.append(part)
        elif isinstance(part, tuple):
            stack.extend(part)
    return found


def picked(rows: Rows) -> Iterator[Rows]:
    """These rows, those that they were picked from, and so on."""
    yield rows
    while rows.kind == "picked":
        rows = rows.parts[0]
        yield rows


def once(rows: Rows) -> bool:
    """Were these put together of rows none of which is there twice? False where that takes too long to tell."""
    seen: set[Rows] = set()
    stack = [rows]
    while stack:
        one = stack.pop()
        if one.kind == "union":
            stack.extend(one.parts)
            continue
        roots = one.roots()
        if len(seen) + len(roots) > LARGE or not seen.isdisjoint(roots):
            return False
        seen.update(roots)
    return True


def apart(a: Way, b: Way) -> tuple[list[By], list[By]]:
    """The picks of two ways from where they part."""
    left: list[By] = []
    right: list[By] = []
    while a is not b:
        if a.depth >= b.depth and a.by is not None and a.above is not None:
            left.append(a.by)
            a = a.above
        if b.depth > a.depth and b.by is not None and b.above is not None:
            right.append(b.by)
            b = b.above
    return left[::-1], right[::-1]


def slices_apart(one: By, two: By) -> bool | None:
    """True when two slices of the same rows cannot meet, False when they must, None when that can't be told."""
    for x, y in ((one, two), (two, one)):
        if x.b is not None and x.b == y.a:
            return True
        if isinstance(x.b, int) and isinstance(y.a, int) and (x.b < 0) == (y.a < 0):
            if x.b <= y.a:
                return True
            if isinstance(y.b, int | None) and isinstance(x.a, int | None) and not (y.b or 0) < 0:
                inside = (y.b is None or y.b > y.a) and (x.a or 0) < x.b
                if inside and (y.b is None or (x.a or 0) < y.b):
                    return False
    return None


def conditions_apart(x: By, y: By) -> bool:
    """The same condition with the other truth, or one name equal to two different constants."""
    if x.a == y.a:
        return bool(x.b != y.b)
    if x.b and y.b and isinstance(x.a, tuple) and isinstance(y.a, tuple) and len(x.a) == len(y.a) == 4:
        (op, sign, left, right), (op2, sign2, left2, right2) = x.a, y.a
        plain = not isinstance(right, tuple) and not isinstance(right2, tuple)
        return bool(op == op2 == "compare" and sign == sign2 == "==" and left == left2 and plain and right != right2)
    return False
