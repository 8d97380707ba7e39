"""Two conditions on rows → whether the values that they ask for can be the same: `year <= 2017` and `year >= 2018` cannot."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

DEEP = 8  # conditions within conditions
_DATE = re.compile(r"\d{4}(-\d\d){0,2}( .*|T.*)?$")


class Span(NamedTuple):
    """Values from `low` to `high`; None is no end. `open`: the end itself is none of them."""

    low: Any = None
    high: Any = None
    open_low: bool = False
    open_high: bool = False

    def meet(self, other: Span) -> Span:
        """The values that are in both."""
        low = max((self.low, self.open_low), (other.low, other.open_low)) if None not in (self.low, other.low) else None
        high = min((self.high, not self.open_high), (other.high, not other.open_high)) if None not in (self.high, other.high) else None
        low = low or ((self.low, self.open_low) if self.low is not None else (other.low, other.open_low))
        high = high or ((self.high, not self.open_high) if self.high is not None else (other.high, not other.open_high))
        return Span(low[0], high[0], bool(low[1]), high[0] is not None and not high[1])

    @property
    def empty(self) -> bool:
        """Is there no value in it?"""
        if self.low is None or self.high is None:
            return False
        return bool(self.low > self.high or (self.low == self.high and (self.open_low or self.open_high)))

    @property
    def roomy(self) -> bool:
        """Does it surely hold a value? Between the years 2017 and 2018, ends left out, there is none."""
        if self.low is None or self.high is None:
            return True
        low, high = _steps(self.low), _steps(self.high)
        if low is None or high is None:
            return not self.empty
        return high - self.open_high >= low + self.open_low


def _steps(end: Any) -> int | None:
    """A whole number, or a day, as one of many that follow each other."""
    if isinstance(end, int):
        return end
    if not isinstance(end, str):
        return None
    day = re.sub(r"[ T]00:00(:00(\.0*)?)?$", "", end)
    try:
        return date.fromisoformat(day + "-01-01"[len(day) - 10 :] if len(day) < 10 else day).toordinal()
    except ValueError:
        return None


def apart(a: object, a_true: bool, b: object, b_true: bool) -> bool | None:
    """True where no row can meet both conditions, False where they ask for the same values of one column, None where that is not told."""
    left, right = spans(a, a_true), spans(b, b_true)
    if left is None or right is None:
        return None
    try:
        if any(left[key].meet(right[key]).empty for key in left.keys() & right.keys()):
            return True
    except TypeError:  # a text and a number
        return None
    if left.keys() != right.keys() or len(left) != 1 or None in left:
        return None
    (key,) = left
    return False if left[key].meet(right[key]).roomy else None


def spans(symbol: object, truth: bool, deep: int = 0) -> dict[object, Span] | None:
    """What a condition asks of each column; under None, that it asks something else, too."""
    if not isinstance(symbol, tuple) or deep > DEEP:
        return None
    if len(symbol) == 2 and symbol[0] == "not":
        return spans(symbol[1], not truth, deep + 1)
    if len(symbol) == 4 and symbol[0] == "op" and symbol[1] == ("BitAnd" if truth else "BitOr"):
        return _both(spans(symbol[2], truth, deep + 1), spans(symbol[3], truth, deep + 1))
    if len(symbol) == 4 and symbol[0] == "between" and truth:
        low, high = _plain(symbol[2]), _plain(symbol[3])
        return {symbol[1]: Span(low, high)} if low is not None and high is not None else None
    if len(symbol) == 4 and symbol[0] == "compare":
        return _compared(symbol[1], symbol[2], symbol[3], truth)
    return None


def _compared(sign: object, left: object, right: object, truth: bool) -> dict[object, Span] | None:
    value = _plain(right)
    if value is None and (value := _plain(left)) is not None:  # `2018 <= year`
        left, sign = right, {"<": ">", ">": "<"}.get(str(sign), sign)
    if value is None or not isinstance(left, tuple):
        return None
    if sign == "==" and truth:
        return {left: Span(value, value)}
    if sign == "<":
        return {left: Span(high=value, open_high=True) if truth else Span(low=value)}
    if sign == ">":
        return {left: Span(low=value, open_low=True) if truth else Span(high=value)}
    return None


def _both(a: dict[object, Span] | None, b: dict[object, Span] | None) -> dict[object, Span] | None:
    if a is None or b is None:
        known = a if a is not None else b
        return {**known, None: Span()} if known is not None else None
    both = dict(a)
    for key, span in b.items():
        try:
            both[key] = both[key].meet(span) if key in both else span
        except TypeError:
            return None
    return both


def _plain(symbol: object) -> Any:
    """A number, or a date as a text; that of `Timestamp("2018-01-01")`, too."""
    if isinstance(symbol, tuple) and len(symbol) == 3 and symbol[0] == "call" and str(symbol[1]).endswith(("Timestamp", "to_datetime")):
        symbol = symbol[2]
    if isinstance(symbol, int | float) and not isinstance(symbol, bool) and symbol == symbol:
        return symbol
    return symbol if isinstance(symbol, str) and _DATE.match(symbol) else None
