"""A set of whole numbers that costs little where thousands of sets differ by one number each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING, cast


class Numbers:
    """In every way a frozenset of numbers from 0 on: the lowest of them, and a bit for each from there.

    A value that was learned from a thousand times has the learnings of the one before it, and one more. As frozensets,
    ten thousand of those take gigabytes; as bits, megabytes.
    """

    __slots__ = ("bits", "low")

    def __init__(self, low: int, bits: int) -> None:
        self.low, self.bits = low, bits  # the lowest bit is set: equal sets look the same

    def __or__(self, other: object) -> Numbers | set[int]:
        if not other or other is self:
            return self
        bits = _bits(other)
        if bits is None:
            return NotImplemented
        if self.low <= bits.low:
            low, both = self.low, self.bits | bits.bits << bits.low - self.low
            return self if both == self.bits else Numbers(low, both)
        return Numbers(bits.low, bits.bits | self.bits << self.low - bits.low)

    def __ror__(self, other: object) -> Numbers | set[int]:
        if isinstance(other, set):
            return {*other, *self}
        return self | other

    def __and__(self, other: object) -> frozenset[int]:
        bits = _bits(other)
        if bits is None:
            return NotImplemented
        low = max(self.low, bits.low)
        return _lowered(low, (self.bits >> low - self.low) & (bits.bits >> low - bits.low))

    __rand__ = __and__

    def __sub__(self, other: object) -> frozenset[int]:
        bits = _bits(other)
        if bits is None:
            return NotImplemented
        shift = bits.low - self.low
        return _lowered(self.low, self.bits & ~(bits.bits << shift if shift >= 0 else bits.bits >> -shift))

    def __rsub__(self, other: object) -> frozenset[int]:
        return frozenset(one for one in other if one not in self) if isinstance(other, Set) else NotImplemented

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and number >= self.low and bool(self.bits >> number - self.low & 1)

    def __iter__(self) -> Iterator[int]:
        bits, low = self.bits, self.low
        if bits.bit_count() * 8 > bits.bit_length():
            return (low + at for at, digit in enumerate(reversed(bin(bits))) if digit == "1")
        return _few(low, bits)

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __eq__(self, other: object) -> bool:
        bits = _bits(other)
        return bits is not None and bits.bits == self.bits and (bits.low == self.low or not bits.bits)

    def __hash__(self) -> int:
        return hash(frozenset(self))

    def __le__(self, other: object) -> bool:
        return not self - other

    def __ge__(self, other: object) -> bool:
        bits = _bits(other)
        return NotImplemented if bits is None else not _difference(bits, self)

    def __lt__(self, other: object) -> bool:
        return self <= other and self != other

    def __gt__(self, other: object) -> bool:
        return self >= other and self != other

    def __repr__(self) -> str:
        return f"Numbers({set(self)})"

    def union(self, *others: Iterable[int]) -> Numbers:
        out = self
        for other in others:
            out = cast(Numbers, out | frozenset(other) if not isinstance(other, Numbers) else out | other)
        return out

    def difference(self, *others: Iterable[int]) -> frozenset[int]:
        out: frozenset[int] = cast("frozenset[int]", self)
        for other in others:
            out = out - (cast("frozenset[int]", other) if isinstance(other, Numbers) else frozenset(other))
        return out

    def intersection(self, *others: Iterable[int]) -> frozenset[int]:
        out: frozenset[int] = cast("frozenset[int]", self)
        for other in others:
            out = out & (cast("frozenset[int]", other) if isinstance(other, Numbers) else frozenset(other))
        return out

    def isdisjoint(self, other: Iterable[int]) -> bool:
        return not self.intersection(other)

    def issubset(self, other: Iterable[int]) -> bool:
        return not self.difference(other)

    def issuperset(self, other: Iterable[int]) -> bool:
        return all(one in self for one in other)


Set.register(Numbers)


def number(one: int) -> frozenset[int]:
    """The set of one number."""
    return cast("frozenset[int]", Numbers(one, 1))


def many(some: Iterable[int]) -> frozenset[int]:
    """The set of these numbers, to be cut with others again and again."""
    made = _bits(frozenset(some))
    return cast("frozenset[int]", made) if made is not None and made.bits else frozenset()


def _bits(other: object) -> Numbers | None:
    if isinstance(other, Numbers):
        return other
    if not isinstance(other, set | frozenset):
        return None
    low = min(other, default=0)
    bits = 0
    for one in other:
        bits |= 1 << one - low
    return Numbers(low, bits)


def _lowered(low: int, bits: int) -> frozenset[int]:
    if not bits:
        return frozenset()
    up = (bits & -bits).bit_length() - 1
    return cast("frozenset[int]", Numbers(low + up, bits >> up))


def _difference(a: Numbers, b: Numbers) -> frozenset[int]:
    return a - b


def _few(low: int, bits: int) -> Iterator[int]:
    while bits:
        last = bits & -bits
        yield low + last.bit_length() - 1
        bits ^= last


if TYPE_CHECKING:
    _: frozenset[int] = number(0)
