"""Text of a saved output → the shares that it shows: of a Series, a dict, an array, a lone number, a description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

WIDE = 200  # characters of a line that is one row of a Series
MOST = 60  # values of one column that are read
_ROW = re.compile(r"^(\S(?:.*\S)?)\s{2,}(\d+(?:\.\d+)?(?:e-?\d+)?)$")
_END = re.compile(r"^(?:Name: (?P<name>.+), )?dtype: (?:int|float|Int|Float|UInt|uint)\d+$")
_PAIRS = re.compile(r"\{([^{}]{3,600})\}")
_PAIR = re.compile(r"""\s*(?:np\.\w+\()?(['"]?)([^:,'"()]+)\1\)?\s*:\s*(?:np\.\w+\()?(\d+)\)?\s*(?:,|$)""")
_ARRAY = re.compile(
    r"(?<![\[\w(])(?:array\()?\[\s*(\d+(?:(?:\s*,\s*|\s+)\d+)+)\s*\](?!\s*[\],])|array\(\[\s*(\d+(?:\s*,\s*\d+)+)\s*\](?:, dtype=\w+)?\)\)"
)
_NUMBER = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?|\.\d+)(?:e-\d+)?\s*(%)?(?![\w])")
_LONE = re.compile(r"^(?:np\.float\d+\()?(0?\.\d+)\)?$")


class Shares(NamedTuple):
    """Shares by value, the largest first, of so many rows; `name` is that of the column where the text gives it."""

    of: tuple[tuple[str, float], ...]
    total: int | None = None
    name: str = ""


def of_counts(pairs: list[tuple[str, float]], name: str = "", whole: bool = True) -> Shares | None:
    """Counts, fractions or percentages that make up a whole."""
    total = sum(number for _, number in pairs)
    if not 2 <= len(pairs) <= MOST or total <= 0 or any(number < 0 for _, number in pairs):
        return None
    if not whole and not (0.98 < total < 1.02 or 98 < total < 102):
        return None
    ordered = sorted(pairs, key=lambda pair: -pair[1])
    return Shares(tuple((label, number / total) for label, number in ordered), round(total) if whole else None, name)


def series(text: str) -> Iterator[Shares]:
    """Every Series of counts or fractions: labels and numbers, closed by a line that tells their type."""
    rows: list[tuple[str, float]] = []
    header = ""
    for line in text.splitlines():
        line = line.rstrip()
        row, end = (_ROW.match(line), _END.match(line)) if len(line) < WIDE else (None, None)
        if row is not None:
            rows.append((row.group(1), float(row.group(2))))
            continue
        if end is not None:
            name = end.group("name") or ""
            found = of_counts(rows, header if name in ("", "count", "proportion") else name, "int" in line.lower())
            if found is not None:
                yield found
        rows, header = [], line.strip()


def mappings(text: str) -> Iterator[Shares]:
    """`Counter({0: 910, 1: 90})`, `{'no': 910, 'yes': 90}`."""
    for inside in _PAIRS.findall(text):
        pairs = [(label.strip(), float(number)) for _, label, number in _PAIR.findall(inside)]
        if len(pairs) == inside.count(":") and (found := of_counts(pairs)) is not None:
            yield found


def arrays(text: str, numbered: bool) -> Iterator[Shares]:
    """`[910  90]`, `array([910, 90])`, and the second of the pair that `unique` gives; `numbered` where its places are the values."""
    for one, other in _ARRAY.findall(text):
        pairs = [(str(at) if numbered else "", float(number)) for at, number in enumerate((one or other).replace(",", " ").split())]
        if (found := of_counts(pairs)) is not None:
            yield found


def share(text: str, lone: bool, label: str = "") -> Shares | None:
    """The one number of a text, as the share of the value with this label; `lone` where nothing else may stand there."""
    if lone:
        match = _LONE.match(text.strip())
        return _one(float(match.group(1)), label) if match else None
    numbers = _NUMBER.findall(text)
    if len(numbers) != 1:
        return None
    number, percent = float(numbers[0][0]), bool(numbers[0][1])
    if percent and 0 < number < 100:
        return _one(number / 100, label)
    return _one(number, label) if "." in numbers[0][0] and 0 < number < 1 else None


def _one(number: float, label: str) -> Shares:
    pairs = ((label, number), ("0" if label == "1" else "", 1 - number))
    return Shares(tuple(sorted(pairs, key=lambda pair: -pair[1])))


def description(text: str, name: str, frame: bool) -> Shares | None:
    """The mean of a column of zeros and ones in what `describe` shows, of a column or of a frame with a column of this name."""
    told: dict[str, float] = {}
    at = 0 if frame else 1
    for line in text.splitlines():
        words = line.split()
        if at and words and words[0] in ("mean", "min", "max") and len(words) > at:
            try:
                told.setdefault(words[0], float(words[at]))
            except ValueError:
                return None
        elif frame and name in words and words[0] not in ("count", "std"):
            told, at = {}, words.index(name) + 1
    if told.get("min") == 0 and told.get("max") == 1 and 0 < told.get("mean", 0) < 1:
        return _one(told["mean"], "1")
    return None
