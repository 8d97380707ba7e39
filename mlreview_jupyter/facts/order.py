"""Methods that keep rows: those that look at neighbours, and those that put rows in the order of dates → signs of an order."""

from __future__ import annotations

import re

from ..model.facts import Column, Mark, Value
from ..model.origin import Origin
from ..model.rows import Rows
from .arguments import Arguments
from .frames import columns_of, texts
from .machine import Machine
from .origins import named, only
from .signs import sign

NEIGHBOURS = frozenset({"shift", "diff", "pct_change", "rolling", "ewm"})
SORTS = frozenset({"sort_values", "sort_index", "sort", "asfreq", "set_index"})
# `order_date`, `Date`, `ts`; of what may also be a duration, only the whole name or its last word: not `years_experience`, not `time_on_site`.
DATES = re.compile(
    r"(^|[_\W])(date|datetime|timestamp|ds|dt)s?($|[_\W])|(Date|Time|timestamp|Timestamp)$|^(date(?!d)|datetime|time_?stamp)"
    r"|(^|[_\W])(day|month|year|time)$"
)


def kept_in_order(m: Machine, last: str, owner: Value, args: Arguments) -> int:
    """A method that keeps rows: does it look at neighbours, or put them in the order of dates? The mark that it leaves."""
    if last in NEIGHBOURS and args.down_the_rows():
        sign(m, "neighbours", owner.rows, last)
        return Mark.LAGGED
    if last in SORTS and _by_dates(m, last, owner, args):
        sign(m, "dates", owner.rows, last)
        return Mark.DATED | Mark.SORTED
    return Mark.SORTED if last in ("sort_values", "sort_index", "sort") else 0


def _by_dates(m: Machine, last: str, owner: Value, args: Arguments) -> bool:
    if last in ("asfreq", "sort_index"):  # what an index of dates was made of has been seen where it was made
        return last == "asfreq"
    given = args.get((0, "by", "keys"))
    names = texts(given) if given is not None else None
    if names is None:
        return given is not None and (column := only(given)) is not None and is_date(m, column)
    columns = columns_of(owner)
    first = names[0]
    return is_date(m, columns.known.get(first) or named(columns, first)) or (last != "set_index" and DATES.search(first) is not None)


def is_date(m: Machine, column: Column) -> bool:
    """Was it made of dates?"""
    return any(own in m.seen.dates or (isinstance(own, Origin) and own.how == "date") for own in column.made)


def parsed(m: Machine, rows: Rows, args: Arguments) -> int:
    """`read_csv(parse_dates=["day"], index_col="day")`: columns of dates, and an index of them. The mark that it leaves."""
    given = args.get(("parse_dates",))
    if given is None or given.symbol is False:
        return 0
    names = texts(given) or []
    m.seen.dates.update((rows.id, name) for name in names)
    index = args.get(("index_col",))
    # A number among names tells nothing: it is mostly a column of running numbers, and the dates are another.
    if index is not None and (not names or not {index.symbol, *(texts(index) or ())}.isdisjoint(names)):
        sign(m, "dates", rows, "index_col")
        return Mark.DATED
    return 0


def indexed(m: Machine, rows: Rows | None, index: Value | None) -> int:
    """`DataFrame(values, index=pd.date_range(...))`: rows that stand in the order of their dates. The mark that it leaves."""
    column = only(index) if index is not None else None
    if column is None or not is_date(m, column):
        return 0
    sign(m, "dates", rows, "index")
    return Mark.DATED
