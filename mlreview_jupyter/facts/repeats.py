"""Rows put together, or picked by an index that names some of them more than once → rows that are there repeatedly."""

from __future__ import annotations

import ast

from ..model.facts import Kind, Mark, Value
from ..model.ops import Learns
from ..model.rows import By, Overlap, Rows
from .arguments import Arguments
from .join import blend, whole
from .machine import Machine
from .origins import only
from .retold import doubted

SITE, LEARNED = "grown at ", "grown twice"  # what a list remembers: where it was grown in a loop, and that rows came twice
AGAIN = "again"  # the name of a container whose items are, in every turn of its loop, the same rows
OF_ROWS, ANY, SPELLED = "positions of rows", "positions", "array"  # labels of their sources
FEW = 12  # parts put together that are compared with each other
NOT_ASKED = Mark.PREDICTED | Mark.INDEX
UNKNOWN = Mark.GAP | Mark.EITHER
MANY = 200  # learnings that are put in doubt one by one
DEEP = 8  # picks of an index that are looked through


def positions(m: Machine, many: object) -> Rows:
    """So many positions; those of some rows where it is their number."""
    known = isinstance(many, tuple | int | str)
    return m.book.source(("positions", many if known else m.book.serial()), OF_ROWS if speaks_of_rows(many) else ANY)


def between(m: Machine, ends: list[Value]) -> By:
    """`arange(low, high)`: positions from here to there."""
    low, high = (one.symbol if isinstance(one.symbol, int | tuple) else ("unknown", m.book.serial()) for one in ends[:2])
    return By("slice", low, high)


def plain_numbers(value: Value) -> bool:
    """`arange(0, 1, 0.1)`, `arange(1, 30)`: numbers to try or to weigh with, as far as nothing says that they are positions of rows."""
    rows = value.rows
    while rows is not None and rows.kind == "picked" and rows.by is not None and rows.by.kind == "slice":
        if speaks_of_rows(rows.by.a) or speaks_of_rows(rows.by.b):
            return False
        (rows,) = rows.parts
    return rows is not None and value.marks & Mark.INDEX > 0 and rows.kind == "source" and rows.label == ANY


def spelled_out(value: Value) -> bool:
    """`np.array(["good", "bad"])`: values that the program writes down, to draw from; rows of nothing."""
    if value.rows is None or value.marks & (Mark.INDEX | Mark.MASK):
        return False
    return all(one.label == SPELLED for one in value.rows.roots())


def speaks_of_rows(symbol: object) -> bool:
    """Is it worked out from the number of some rows?"""
    return isinstance(symbol, tuple) and (symbol[:1] == ("len",) or any(speaks_of_rows(part) for part in symbol))


def repeated(m: Machine, out: Value, name: str, node: ast.AST, data: Value, subject: ast.expr | None = None, sure: bool = True) -> Value:
    """These rows of `data`, some of which are there more than once; not `sure`: if they are what they seem to be."""
    if out.rows is None or _is_made(out.rows):
        return out
    out, rows = settled(m, out, out.rows, By("some", m.book.serial())) if sure else (out, out.rows)
    fresh = m.learn(Learns.RESAMPLING, name, node, data, subject)
    return m.keep(out._replace(rows=m.book.made(rows, min(fresh, default=None), True), learned=out.learned | fresh))


def settled(m: Machine, data: Value, rows: Rows, unknown: By) -> tuple[Value, Rows]:
    """Data of which rows are being made: whatever it went through before, what is made of it is made of it.

    Where something unknown lay on its way, `unknown` picked its rows, and what was learned before is in doubt.
    """
    if not data.marks & UNKNOWN:
        return data, rows
    if len(data.learned) < MANY:
        data = doubted(m, data)
    return data._replace(marks=data.marks & ~UNKNOWN), m.book.pick(rows, unknown)


def again(m: Machine, name: str, data: Value | None, method: bool, args: Arguments, node: ast.expr) -> Value:
    """`repeat`, `tile`: rows as often as is asked for; along another axis, every row once, only longer."""
    if data is None or data.rows is None:
        return Value(Kind.CONSTANT)
    out = m.keep(blend([data]))
    times = args.get((0,) if method else (1, "repeats", "reps"))
    if name.rpartition(".")[2] == "tile":
        narrow = only(data) is not None or bool(data.marks & Mark.INDEX)  # one number gives a matrix more columns, a column more rows
        by_rows = narrow if times is None or times.kind is not Kind.SEQUENCE else bool(times.items) and times.items[0].symbol != 1
    else:
        axis = args.get((1 if method else 2, "axis", "dim"))
        by_rows = (axis is None or axis.symbol in (0, None)) and (times is None or times.symbol != 1)
    if not by_rows:
        return out
    if data.marks & Mark.INDEX:  # whose rows they are is told where they pick some; numbers up to a constant may be anybody's
        if data.rows.kind == "source" and data.rows.label == ANY:
            return out
        return m.keep(out._replace(marks=out.marks | Mark.INDEX, rows=m.book.made(data.rows, None, True)))
    return repeated(m, out, name, node, data)


def names_again(index: Rows) -> bool:
    """Does an index name some rows more than once?"""
    for _ in range(DEEP):
        if index.kind != "picked":
            break
        (index,) = index.parts
    return any(part.by is not None and part.kind == "made" and part.by.a is None for part in (index, *index.parts))


def share_rows(m: Machine, parts: list[Value], given: list[Value]) -> bool:
    """Are some rows certainly in two of these that are put below each other? What a model predicted is not asked."""
    asked = [one for one in parts if one.rows is not None and not one.marks & NOT_ASKED]
    if any(one.kind is Kind.EACH and one.name == AGAIN for one in given):
        return bool(asked)
    rows = [one.rows for one in asked if one.rows is not None]
    if len(rows) > FEW:
        return len(set(rows)) < len(rows)
    return any(m.book.overlap(one, other) is Overlap.YES for at, one in enumerate(rows) for other in rows[:at])


def appended(m: Machine, owner: Value, value: Value, node: ast.expr) -> None:
    """An item is put into a list, in a loop: where another line of the loop puts the same row there too, it holds rows and rows made of them."""
    if value.rows is None or value.marks & Mark.PREDICTED or not owner.refs or owner.kind not in (Kind.SEQUENCE, Kind.EACH):
        return
    told = dict(owner.attributes or {})
    site = f"{SITE}{node.lineno}:{node.col_offset}"
    if LEARNED in told or site in told:
        return
    others = [one for key, one in told.items() if key.startswith(SITE) and isinstance(one, Value)]
    told[site] = value._replace(refs=())
    if any(one.rows is not None and m.book.overlap(one.rows, value.rows) is Overlap.YES for one in others):
        told[LEARNED] = Value(learned=m.learn(Learns.RESAMPLING, "append", node, value))
    m.change(owner, owner._replace(attributes=told))


def of_whole(m: Machine, args: Arguments) -> Arguments:
    """Arguments, of which a list that holds rows and rows made of them is data."""
    if not any(one.attributes is not None and LEARNED in one.attributes for one in args.positional):
        return args
    return Arguments([_made_of(m, one) for one in args.positional], args.keywords, args.loose)


def _made_of(m: Machine, items: Value) -> Value:
    told = (items.attributes or {}).get(LEARNED)
    one = whole(items)
    if not isinstance(told, Value) or one.rows is None:
        return items
    one, rows = settled(m, one, one.rows, By("some", m.book.serial()))
    made = m.book.made(rows, min(told.learned, default=None), True)
    return m.keep(one._replace(kind=Kind.DATA, rows=made, learned=one.learned | told.learned))


def once_only(m: Machine, data: Value) -> Value:
    """`concat([all, train]).drop_duplicates(keep=False)`: what is in one of two, and not in both."""
    rows = data.rows
    both = rows.parts[0].parts if rows is not None and rows.kind == "made" and rows.parts[0].kind == "union" else ()
    for wide, thin in ((0, 1), (1, 0)) if len(both) == 2 else ():
        if m.book.inside(both[thin], both[wide]):
            return m.keep(data._replace(rows=m.book.pick(both[wide], By("outside", both[thin]))))
    return m.keep(data._replace(rows=m.book.pick(rows, By("some", m.book.serial())) if rows is not None else None))


def _is_made(rows: Rows) -> bool:
    return rows.kind == "made" and rows.by is not None and isinstance(rows.by.a, int)
