"""Numbers and names → the words that people read: `1 cell`, `2 fixes`, `a, b and 3 more`."""

from __future__ import annotations

from collections.abc import Sequence

_HISSING = ("s", "x", "z", "ch", "sh")


def plural(number: int, noun: str) -> str:
    """`1 finding`, `2 findings`, `2 fixes`, `2 entries`."""
    return f"{number} {noun if number == 1 else several(noun)}"


def several(noun: str) -> str:
    """The noun for more than one, or for none."""
    if noun.endswith(_HISSING):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"


def listed(names: Sequence[str], most: int = 5, between: str = ", ") -> str:
    """The first of these names, and how many there are beyond."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return between.join(names[:most]) + more


class Count(int):
    """A number that a template may name with its noun: `{n:cell}` is `1 cell` or `2 cells`, `{n}` the number alone."""

    def __format__(self, noun: str) -> str:
        return plural(int(self), noun) if noun else str(int(self))
