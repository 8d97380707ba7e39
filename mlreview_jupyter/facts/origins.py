"""What columns are computed from, and which rows of it are read: each step of a program → `own` and `made` of the columns it gives."""

from __future__ import annotations

from collections.abc import Iterable
from types import EllipsisType
from typing import TYPE_CHECKING

from ..model.facts import Column, Columns, Kind, Mark, Value
from ..model.origin import ELSE, Origin, Own
from ..model.program import Place

if TYPE_CHECKING:
    from .machine import Machine

MOST = 40  # what one column was computed from, told apart


def named(columns: Columns, name: str) -> Column:
    """A column that nobody has named before: one of those that came with the data."""
    own: Own | None = (columns.of, name) if columns.of is not None else None
    return Column(frozenset((name,)), columns.rest, form=0, own=own, made={own: 0} if own is not None else {ELSE: 0})


def whole_of(value: Value) -> object:
    """What stands for all columns of a value of which nothing is known."""
    return value.columns.of if value.columns is not None else ("at", value.refs) if value.refs else None


def here(m: Machine) -> Place | None:
    """Where the statement stands that is being run."""
    return m.statement[0].place(m.statement[1]) if m.statement is not None else None


def only(value: Value) -> Column | None:
    """The column, where a value is a single one."""
    columns = value.columns
    return next(iter(columns.known.values())) if columns is not None and len(columns.known) == 1 and not columns.more else None


def computed(m: Machine, column: Column, values: Iterable[Value | Column], how: str = "", by: int = 0, mixed: bool = False) -> Column:
    """The column as it is computed of these values, `by` so many rows ahead; `mixed` where other rows than that went in."""
    values = list(values)
    how = how or ("simulated" if any(_invented(one) for one in values) else "")
    base = values[0] if values and isinstance(values[0], Column) else None
    own = Origin(here(m), how, max(by, 0), base.own if base is not None else None)
    made: dict[Own, int] = {ELSE: 0} if by or mixed else {}
    for one in values:
        if isinstance(one, Column):
            _add(made, one, by)
        elif one.columns is not None:
            for inner in one.columns.known.values():
                _add(made, inner, by)
            if one.columns.more:
                made[ELSE] = 0
        elif one.rows is not None:
            made[ELSE] = 0
    if len(made) > MOST:
        made = dict(list(made.items())[:MOST])
        made[ELSE] = 0
    ahead = max([0, *made.values()])
    made[own] = 0
    own.made = made
    return column._replace(own=own, made=made, ahead=ahead)


def _invented(value: Value | Column) -> bool:
    """Numbers that were drawn just now, without ever having been a column of anything."""
    one = value.columns.known.get("") if isinstance(value, Value) and value.columns is not None else None
    return one is not None and isinstance(one.own, Origin) and one.own.how in ("drawn", "simulated")


def _add(made: dict[Own, int], column: Column, by: int) -> None:
    if column.own is None:
        made[ELSE] = 0
    for own, ahead in column.made.items():
        if own is not ELSE and made.get(own, -MOST) < ahead + by:
            made[own] = ahead + by
        elif own is ELSE:
            made[ELSE] = 0


def unknown(m: Machine, column: Column, how: str = "") -> Column:
    """The same with values of which nothing is known."""
    own = Origin(here(m), how)
    return column._replace(own=own, made={own: 0, ELSE: 0})


def one_column(m: Machine, how: str, learned: frozenset[int], few: bool = False) -> Columns:
    """A column without a name that was made here; with `few`, of a few values only."""
    column = computed(m, Column(frozenset(), learned, form=m.book.serial()), (), how)
    if few and isinstance(column.own, Origin):
        column.own.few = True
    return Columns({"": column}, False)


def stored(m: Machine, columns: Columns, name: str, value: Value, part: bool) -> Column:
    """A column after a value was put into it; `part` where only some of its rows are set."""
    inside = list(value.columns.known.values()) if value.columns is not None and not value.columns.more else []
    sources = frozenset[str]().union(*(one.sources for one in inside))
    if part:
        before = columns.known.get(name) or named(columns, name)
        blank = Column(sources | before.sources, value.learned | before.learned, form=m.book.serial())
        return computed(m, blank, [before, value] if value.rows is not None or inside else [before])
    form = inside[0].form if len(inside) == 1 else None
    blank = Column(sources, value.learned, form=m.book.serial() if form is None else form)
    if len(inside) == 1 and inside[0].own is not None:
        return blank._replace(ahead=inside[0].ahead, own=inside[0].own, made=inside[0].made)
    if inside:
        return computed(m, blank, [value])
    if value.kind is Kind.CONSTANT and value.rows is None and not value.learned:
        return computed(m, blank, (), "turn" if isinstance(value.symbol, tuple) and m.rounds else "constant")
    return unknown(m, blank)


def position(m: Machine, value: Value, at: int) -> Columns:
    """The column at a position."""
    columns = value.columns
    if columns is not None and not columns.more and -len(columns.known) <= at < len(columns.known):
        return Columns({"": list(columns.known.values())[at]}, False)
    whole = _in_order(value)
    own: Own | None = (whole, at) if whole is not None else None
    made = {own: 0} if own is not None else {ELSE: 0}
    return Columns({"": Column(frozenset((f"column {at}",)), value.learned, form=0, own=own, made=made)}, False)


def positions(m: Machine, value: Value, low: object, high: object) -> Columns | None:
    """The columns from one position to another: by their order, or where none has been told apart before."""
    columns, first, last = value.columns, _end(low), _end(high)
    if first is ... or last is ...:
        return None
    if columns is not None and not columns.more:
        return Columns(dict(list(columns.known.items())[first:last]), False, place=here(m))
    whole = _in_order(value)
    return Columns({}, True, frozenset(), value.learned, ("span", whole, first, last), here(m)) if whole is not None else None


def _end(symbol: object) -> int | EllipsisType | None:
    return symbol if symbol is None or (isinstance(symbol, int) and not isinstance(symbol, bool)) else ...


def _in_order(value: Value) -> object:
    """What stands for all columns in their order: the same where no column came or went between two looks, whatever was put into them."""
    columns, whole = value.columns, whole_of(value)
    if columns is None or whole is None:
        return whole
    fresh = tuple(name for name, one in columns.known.items() if one.own != (whole, name) and (whole, name) not in one.made)
    return ("of", whole, columns.without, fresh) if fresh or columns.without else whole


def look(m: Machine, columns: Columns) -> None:
    """Somebody looks at these columns: perhaps a function that is given one row, whose answer then depends on them."""
    if m.seen.looked is not None:
        m.seen.looked.append(columns)


def made_here(m: Machine, column: Column, value: Value) -> Column:
    """A column of a frame that is built of this value."""
    if column.own is not None:
        return column
    if value.rows is None and not value.items and (value.kind is Kind.CONSTANT or value.name == "blank array"):
        return computed(m, column, (), "constant")
    return unknown(m, column)


def under(m: Machine, value: Value, key: Value) -> Value:
    """A value that is put where a condition holds: it tells of what the condition looked at."""
    if not key.marks & Mark.MASK or only(key) is None:
        return value
    return value._replace(columns=Columns({"": computed(m, Column(frozenset(), value.learned, form=m.book.serial()), [key, value])}, False))


def of_each(m: Machine, sources: Iterable[Value], value: Value) -> Value:
    """What a comprehension makes of each element of some columns."""
    told = [one for one in sources if one.rows is not None and only(one) is not None]
    if not told or value.columns is not None:
        return value
    return value._replace(columns=Columns({"": computed(m, Column(frozenset(), value.learned, form=m.book.serial()), told)}, False))


def by_looking(m: Machine, columns: Columns | None, seen: list[Columns], learned: frozenset[int]) -> Columns:
    """What a function makes of one row: a column computed of those that it looked at; of all, where it looked at none by name."""
    inside = [one for told in seen for one in told.known.values()]
    sources = frozenset[str]().union(*(one.sources for one in inside))
    blank = Column(sources, learned, form=m.book.serial())
    if inside:
        return Columns({"": computed(m, blank, inside)}, False)
    known = list(columns.known.values()) if columns is not None and not columns.more else []
    return Columns({"": computed(m, blank, known) if known else unknown(m, blank)}, False)
