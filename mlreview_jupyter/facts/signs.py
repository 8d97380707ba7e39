"""What is done with rows that makes sense only for rows in an order, or for several of one entity → signs of it."""

from __future__ import annotations

import ast
import re

from ..model.facts import Column, Columns, Kind, Mark, Value
from ..model.origin import Origin, Own
from ..model.rows import By, Rows
from ..model.sign import Sign
from .arguments import Arguments
from .machine import Machine
from .names import name_value
from .origins import here, named, one_column, only, unknown

STEP = "step"  # under this a number of a `range` keeps by how much it goes on
MANY = 10  # entities; fewer are categories
# Names of those of whom several rows may be, and of whom new ones come: what has its own rows, and what is one of many only as a number.
ENTITIES = re.compile(
    r"(.*_)?((patient|subject|participant|person|speaker|actor|singer|writer|rider|student|pupil|donor|respondent|user|customer|pid|uid)"
    r"(_?(id|ids|no|nr|num|number|code|name|key|uuid))?"
    r"|(unit|session|recording|video|device|cell|battery|slide|scan|study|case|family|author|clip|account|member|player|machine|vehicle|engine"
    r"|driver|household|client|animal|mouse|rat)_?(id|no|nr|num|number|uuid))"
)


def sign(m: Machine, how: str, rows: Rows | None, name: str = "", own: Own | None = None) -> None:
    """Remember what is shown of these rows; once for each sort."""
    place = here(m)
    if rows is not None and place is not None and (how, rows) not in m.seen.signs:
        m.seen.signs[how, rows] = Sign(how, place, rows, len(m.events), name, own)


def sliced(m: Machine, data: Value, node: ast.Slice, low: object, high: object) -> None:
    """`series[i : i + width]` in a loop: windows, unless the loop goes on by whole pieces."""
    if not m.rounds or low is None or high is None or data.rows is None:
        return
    shared = _unknowns(low) & _unknowns(high)
    if not shared or low == high or _chunks(m, node, low, high):
        return
    place = here(m)
    if place is not None and ("windows", data.rows) not in m.seen.signs:
        rows = m.book.pick(data.rows, By("slice", low, high))
        m.seen.signs["windows", data.rows] = Sign("windows", place, rows, len(m.events))


def _unknowns(symbol: object) -> frozenset[object]:
    """The unknown numbers in an expression."""
    if not isinstance(symbol, tuple):
        return frozenset()
    if len(symbol) == 2 and symbol[0] == "value":
        return frozenset((symbol[1],))
    return frozenset[object]().union(*(_unknowns(part) for part in symbol))


def _chunks(m: Machine, node: ast.Slice, low: object, high: object) -> bool:
    """Is an end taken from a loop that goes on by more than one, and by no less than what is taken at a time?"""
    wide = high[3] if isinstance(high, tuple) and high[:3] == ("op", "Add", low) else None
    for end in (node.lower, node.upper):
        for part in ast.walk(end) if end is not None else ():
            if isinstance(part, ast.Name) and (value := name_value(m, part.id)) is not None and value.marks & Mark.CHUNK:
                step = (value.attributes or {}).get(STEP)
                by = step.symbol if isinstance(step, Value) else None
                return not (isinstance(by, int) and isinstance(wide, int) and 0 < by < wide)
    return False


def ids(m: Machine, out: Value, args: Arguments) -> Value:
    """`np.repeat(np.arange(60), 10)`: what names an entity for each row."""
    first = args.positional[0] if args.positional else None
    if first is None or not first.marks & Mark.INDEX or first.rows is None or first.rows.kind != "source" or out.rows is None:
        return out
    counted = only(first)
    few = counted is not None and isinstance(counted.own, Origin) and counted.own.few
    return m.keep(out._replace(columns=one_column(m, "ids", out.learned, few)))


def fetched(m: Machine, key: Value, out: Value) -> Value:
    """`centres[speaker]`: the rows of one entity get the same values."""
    column = only(key)
    if column is not None and isinstance(column.own, Origin) and not column.own.few:
        m.seen.gathered.add(column.own)
        if column.own.how == "ids":
            sign(m, "entity", out.rows, key.name, column.own)
    return out


def put_in(m: Machine, rows: Rows | None, name: str, column: Column) -> None:
    """A column goes into a frame: does it name an entity of which several rows are?"""
    own = column.own
    if isinstance(own, Origin) and ((own.how == "ids" and not own.few) or (own.how in ("drawn", "simulated") and own in m.seen.gathered)):
        sign(m, "entity", rows, name, own)
    elif isinstance(own, Origin) and own.how == "date":
        m.seen.dates.add(own)


def put_all(m: Machine, value: Value) -> Value:
    """The same for the columns of a frame that was just built."""
    for name, column in value.columns.known.items() if isinstance(value.columns, Columns) and value.kind is Kind.DATA else ():
        put_in(m, value.rows, name, column)
    return value


def recorded(m: Machine, data: Value, out: Value) -> Value:
    """`DataFrame(rows)`, where a loop put together a dict for each row: what an inner loop repeats names an entity."""
    rows = [one.items for one in data.items] if isinstance(data.items, tuple) else []
    if not rows or not all(isinstance(one, dict) and all(isinstance(key, str) for key in one) for one in rows):
        return out
    known = {key: unknown(m, Column(frozenset((key,)), out.learned, form=0)) for key in rows[0]}
    out = m.change(
        out, out._replace(columns=Columns(known, any(one.keys() != rows[0].keys() for one in rows), rest=out.learned, place=here(m)))
    )
    for key in known:
        symbols = [one[key].symbol for one in rows if key in one]
        turns = [one for one in symbols if isinstance(one, tuple) and one[:1] == ("value",)]
        if len(turns) == len(symbols) and 1 < len(set(turns)) < len(turns):
            sign(m, "entity", out.rows, key, known[key].own)
            break
    return out


def names_entity(name: str) -> bool:
    """Is it what the column of an entity is called?"""
    return ENTITIES.fullmatch(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()) is not None


def keyed(m: Machine, rows: Rows | None, names: list[str] | None, columns: Columns) -> None:
    """`visits.groupby("patient_id")`: nobody groups by a name that each row has for itself."""
    if names is not None and len(names) == 1 and names_entity(names[0]):
        one = columns.known.get(names[0])
        sign(m, "keyed", rows, names[0], (one if one is not None else named(columns, names[0])).own)


def several(m: Machine, data: Value) -> bool:
    """`patients.loc[patients.index.repeat(7)]`, where a column numbers the patients: rows of one each, and not rows put there again."""
    for name, one in data.columns.known.items() if data.columns is not None else ():
        if isinstance(one.own, Origin) and one.own.how == "number" and not one.own.few and names_entity(name):
            sign(m, "entity", data.rows, name, one.own)
            return True
    return False


def looked_up(m: Machine, parts: list[Value], args: Arguments, out: Value) -> Value:
    """`visits.merge(people, on="person")`: a column that numbers the rows of the one names several rows of the other."""
    key = args.constant(("on",))
    known = [one.columns.known.get(key) for one in parts[:2] if one.columns is not None] if isinstance(key, str) else []
    owns = [one.own for one in known if one is not None and isinstance(one.own, Origin)]
    if len(owns) == 2 and {own.how for own in owns if isinstance(own, Origin)} in ({"number", "drawn"}, {"number", "ids"}):
        sign(m, "entity", out.rows, str(key), owns[0])
    return out
