"""Nodes of rows, the ways that lead to them, and whether two picks exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple

from .spans import apart as spans_apart

BLIND = frozenset({"part", "drawn", "most", "distinct", "slice"})  # picks that know nothing of each other
TURNS = ("a group", "another group")  # what stands for the key of a group in the first and in every later turn of a loop over all of them
CONTENT = frozenset({"where", "most", "distinct"})  # picks by what the rows hold
DRAWN = frozenset({"part", "drawn", "most"})  # picks by chance; `most` is a new order
NESTED = 8  # operations within operations in the end of a slice
CONTEXT = 10  # a part that is this many times longer than what it shares with the next one
LARGE = 2000  # sources of one union that are looked at


class Overlap(Enum):
    """The answer to "do these two share rows?"."""

    NO = "no"
    YES = "yes"
    MAYBE = "cannot tell"


class By(NamedTuple):
    """How some rows were picked out of others.

    `part` (split, k), `slice` (low, high), `where` (condition, truth), `at` (the rows that an index names), `outside`
    (all but the rows that an index names), `most` (a few rows dropped), `distinct` (each of equal rows once), `drawn`
    (at random), `some` (unknown). Contents are compared by equality. How rows were `made`: (learning, repeated as they
    were).
    """

    kind: str
    a: Any = None
    b: Any = None

    @property
    def split(self) -> Any:
        """Of a `part`, the number of its split; that of a fold is the same in every turn of its loop."""
        return self.a[0] if isinstance(self.a, tuple) else self.a


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


def by_chance(by: By) -> bool:
    """An index that was drawn, or a condition on numbers that were: it knows as little of the rows as a split does."""
    index = by.a if by.kind == "at" else None
    while isinstance(index, Rows) and index.by is not None and index.kind == "picked":
        if index.by.kind in DRAWN:
            return True
        (index,) = index.parts
    test = by.a if by.kind == "where" else None
    while isinstance(test, tuple) and len(test) == 2 and test[0] == "not":
        test = test[1]
    if not isinstance(test, tuple) or len(test) != 4 or test[0] != "compare":
        return False
    return any(isinstance(side, tuple) and side[:1] == ("drawn",) for side in test[2:])


def blind(by: By) -> bool:
    """Did this pick know nothing of what the rows hold?"""
    return by.kind in BLIND or by_chance(by)


def spread(rows: Rows, one: Way, two: Way, mixed: Mapping[object, int]) -> bool:
    """Rows that a condition picked before a split that knows nothing of it, or groups in turn: some of them are in every part."""
    left, right = apart(one, two)
    if not left or not right or right[0].kind != "part" or any(by.kind not in CONTENT for by in left):
        return False
    split = right[0].split
    if any(by.kind == "where" and isinstance(by.a, tuple) and by.a[-1] in TURNS for by in left):
        return split in mixed  # each row is in one of the groups
    return rows.id <= mixed.get(split, 0) and any(by.kind == "where" for by in left) and all(by.kind in BLIND for by in right)


def other_turn(one: By, two: By) -> bool:
    """Folds of one split, in different turns of its loop: of some splitters they share rows, of others not."""
    if not one.kind == two.kind == "part" or not isinstance(one.a, tuple) or not isinstance(two.a, tuple):
        return False
    return bool(one.a != two.a and one.a[:1] == two.a[:1])


def slices_apart(one: By, two: By) -> bool | None:
    """True when two slices of the same rows cannot meet, False when they must, None when that can't be told."""
    for x, y in ((one, two), (two, one)):
        if x.b is not None and x.b == y.a:
            return True
        end, begin = _end(x.b), _end(y.a)
        if end is not None and begin is not None and end.of == begin.of and (end.share, end.more) <= (begin.share, begin.more):
            return True
    low, other = _begins(one), _begins(two)
    high, last = _end(one.b), _end(two.b)
    if low is None or other is None or (one.b is not None and high is None) or (two.b is not None and last is None):
        return None
    if not (_before(low, last) and _before(other, high) and _before(low, high) and _before(other, last)):
        return None
    begin = other if _before(low, other) else low
    end = high if last is None or (high is not None and _before(high, last)) else last
    return None if end is not None and _reaches_back(begin, end, high is None or last is None) else False


def _reaches_back(begin: _End, end: _End, to_the_end: bool) -> bool:
    """Does one begin a few rows before the other ends, as for the windows of its first rows? Then what it is asked about may begin later."""
    if (begin.of, begin.share) != (end.of, end.share):
        return False
    shared = end.more - begin.more
    if begin.of == -1:
        return shared * 2 < -begin.more
    return begin.of is not None or (to_the_end and shared * CONTEXT <= end.more)


class _End(NamedTuple):
    """A place among so many rows: a share of them and some more. `of` is None where it is a plain number, -1 where that is counted from the end."""

    of: Any
    share: float
    more: float


def _begins(by: By) -> _End | None:
    return _End(None, 0, 0) if by.a is None else _end(by.a)


def _before(a: _End, b: _End | None) -> bool:
    """Is it certainly before the other, or that the end of all rows?"""
    if b is None:
        return True
    if a.of is None and a.more == 0:
        return b.share > 0 or b.more > 0 or b.of == -1
    return a.of == b.of and (a.share, a.more) < (b.share, b.more)


def _end(symbol: Any, deep: int = 0) -> _End | None:
    """`300`, `-100`, `int(0.8 * len(rows)) + 1`."""
    if isinstance(symbol, int | float) and not isinstance(symbol, bool):
        return _End(-1 if symbol < 0 else None, 0, symbol)
    if not isinstance(symbol, tuple) or deep > NESTED:
        return None
    if len(symbol) == 2 and symbol[0] == "len":
        return _End(symbol[1], 1, 0)
    if len(symbol) == 2 and symbol[0] == "neg":
        far = _end(symbol[1], deep + 1)
        return _End(far.of, round(1 - far.share, 9), -far.more) if far is not None and far.of not in (None, -1) else None
    if len(symbol) == 2 and symbol[0] in ("int", "round", "float"):
        return _end(symbol[1], deep + 1)
    if len(symbol) != 4 or symbol[0] != "op":
        return None
    left, right = _end(symbol[2], deep + 1), _end(symbol[3], deep + 1)
    return _worked_out(symbol[1], left, right) if left is not None and right is not None else None


def _worked_out(op: str, left: _End, right: _End) -> _End | None:
    plain = right.of in (None, -1)
    if op == "Mult" and not plain:
        left, right, plain = right, left, left.of in (None, -1)
    if not plain:
        return None
    number = right.more
    if op in ("Add", "Sub"):
        return _End(left.of, left.share, left.more + (number if op == "Add" else -number))
    if op == "Mult" or (op in ("Div", "FloorDiv") and number):
        factor = number if op == "Mult" else 1 / number
        return _End(left.of, left.share * factor, left.more * factor)
    return None


def conditions_apart(x: By, y: By) -> bool | None:
    """True where two conditions exclude each other, False where they ask for the same values of one column, None where that can't be told."""
    if x.a == y.a:
        return True if x.b != y.b else None
    if x.b and y.b and isinstance(x.a, tuple) and isinstance(y.a, tuple) and len(x.a) == len(y.a) == 4:
        (op, sign, left, right), (op2, sign2, left2, right2) = x.a, y.a
        plain = not isinstance(right, tuple) and not isinstance(right2, tuple)
        if op == op2 == "compare" and sign == sign2 == "==" and left == left2 and plain and right != right2:
            return True
    return spans_apart(x.a, bool(x.b), y.a, bool(y.b))
