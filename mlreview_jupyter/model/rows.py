"""Which rows a value holds, as a small algebra, and whether two values share some.

Nodes are made by one `RowBook` per program, which returns the same node for the same content: equality is identity.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

MANY = 16  # more atoms than this in one union: the question is answered "cannot tell"


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

    __slots__ = ("by", "id", "kind", "label", "parts")

    def __init__(self, id: int, kind: str, parts: tuple[Rows, ...] = (), by: By | None = None, label: str = "") -> None:
        self.id, self.kind, self.parts, self.by, self.label = id, kind, parts, by, label

    def __repr__(self) -> str:
        inside = ", ".join(map(repr, self.parts))
        return f"{self.kind}#{self.id}({inside}{', ' + repr(tuple(self.by)) if self.by else ''}{self.label})"

    def roots(self) -> tuple[Rows, ...]:
        """The sources these rows came from."""
        if self.kind == "source":
            return (self,)
        found: dict[Rows, None] = {}
        for part in self.parts:
            found.update(dict.fromkeys(part.roots()))
        return tuple(found)


Atom = tuple[Rows, tuple[By, ...]]


class RowBook:
    """Makes the nodes of one program and answers questions about them."""

    __slots__ = ("_atoms", "_behind", "_nodes", "_overlaps", "_serial")

    def __init__(self) -> None:
        self._nodes: dict[tuple[Any, ...], Rows] = {}
        self._atoms: dict[Rows, tuple[Atom, ...]] = {}
        self._overlaps: dict[tuple[int, int], Overlap] = {}
        self._behind: dict[Rows, set[Rows]] = {}
        self._serial = 0

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
        for part in parts:
            flat.update(dict.fromkeys(part.parts if part.kind == "union" else (part,)))
        if len(flat) == 1:
            return next(iter(flat))
        return self._node(("union", *flat), "union", tuple(flat))

    def made(self, of: Rows) -> Rows:
        """Rows that were made out of others: repeated, averaged, distorted."""
        return of if of.kind == "made" else self._node(("made", of), "made", (of,))

    def _apart(self, of: Rows, by: By) -> Rows | None:
        """`both[:len(train)]` and `both[len(train):]` are what was put together."""
        first = ("len", of.parts[0])
        if by.a in (None, 0) and by.b == first:
            return of.parts[0]
        if by.a == first and by.b is None:
            return self.union(of.parts[1:])
        return None

    def atoms(self, rows: Rows) -> tuple[Atom, ...]:
        """Each source below, with the picks on the way."""
        known = self._atoms.get(rows)
        if known is None:
            if rows.kind == "source":
                known = ((rows, ()),)
            elif rows.kind == "picked" and rows.by is not None:
                known = tuple((root, (*path, rows.by)) for root, path in self.atoms(rows.parts[0]))
            else:
                known = tuple(dict.fromkeys(atom for part in rows.parts for atom in self.atoms(part)))
            self._atoms[rows] = known
        return known

    def behind(self, rows: Rows) -> set[Rows]:
        """Every node that had a part in picking these rows: orders, samples, what a condition was made of.

        Not the source that they were picked from: data that was drawn is not data that was split.
        """
        if rows in self._behind:
            return self._behind[rows]
        found: set[Rows] = set()
        seen: set[tuple[Rows, bool]] = set()
        stack: list[tuple[Any, bool]] = [(rows, False)]  # the second: does it pick, or is it picked from?
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
        self._behind[rows] = found
        return found

    def overlap(self, a: Rows, b: Rows) -> Overlap:
        """Do the two share rows?"""
        if a is b:
            return Overlap.YES
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        known = self._overlaps.get(key)
        if known is None:
            known = self._overlaps[key] = self._compare(a, b)
        return known

    def _compare(self, a: Rows, b: Rows) -> Overlap:
        left, right = self.atoms(a), self.atoms(b)
        if len(left) > MANY or len(right) > MANY:
            return Overlap.MAYBE
        answer = Overlap.NO
        for root, path in left:
            for other, way in right:
                if root is other:
                    one = self._along(root, path, way)
                    if one is Overlap.YES:
                        return one
                    if one is Overlap.MAYBE:
                        answer = one
        return answer

    def _along(self, root: Rows, a: tuple[By, ...], b: tuple[By, ...]) -> Overlap:
        same = 0
        while same < len(a) and same < len(b) and a[same] == b[same]:
            same += 1
        if same == len(a) or same == len(b):
            return Overlap.YES
        one, two = a[same], b[same]
        if one.kind == two.kind == "slice":
            apart = slices_apart(one, two)
            if apart is not None and apart:
                return Overlap.NO
        for x in a[same:]:
            for y in b[same:]:
                if x.kind != "slice" and y.kind != "slice" and self._apart_anywhere(root, a, x, b, y):
                    return Overlap.NO
        if one.kind == two.kind == "slice":
            return Overlap.YES if slices_apart(one, two) is False else Overlap.MAYBE
        drawn = {"part", "most", "slice"}
        return Overlap.YES if one.kind in drawn and two.kind in drawn else Overlap.MAYBE

    def _apart_anywhere(self, root: Rows, a: tuple[By, ...], x: By, b: tuple[By, ...], y: By) -> bool:
        """Two picks that exclude each other wherever they stand on the way."""
        if x.kind == y.kind == "part":
            return bool(x.a == y.a and x.b != y.b)
        if x.kind == y.kind == "where":
            return conditions_apart(x, y)
        if x.kind == y.kind == "at":
            return self.overlap(x.a, y.a) is Overlap.NO
        for pick, way in ((x, b), (y, a)):
            if pick.kind == "outside":
                for source, path in self.atoms(pick.a):
                    if source is root and way[: len(path)] == path:
                        return True
        other = {"at", "outside"}
        return {x.kind, y.kind} == other and x.a is y.a


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
