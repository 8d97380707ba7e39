"""Rows that are put behind others in a list, one by one → rows that are there repeatedly, or the rows of both."""

from __future__ import annotations

import ast

from ..model.facts import Kind, Mark, Value
from ..model.ops import Learns
from ..model.picks import Overlap
from .arguments import Arguments
from .join import blend, whole
from .machine import Machine
from .repeats import LEARNED, NOT_ASKED, SITE, appended, repeated

AS_LIST = "a list"  # data that was made a list of its rows remembers that it grows in place
GROWS = frozenset({"append", "extend", "insert"})


def as_list(m: Machine, data: Value) -> Value:
    """`list(images)`: the same rows, in what grows in place."""
    return m.keep(data._replace(attributes={**(data.attributes or {}), AS_LIST: Value()}))


def grows_in_place(owner: Value, name: str) -> bool:
    """Is this a list of rows, and does the method make it longer?"""
    return name in GROWS and owner.attributes is not None and AS_LIST in owner.attributes


def put_behind(m: Machine, owner: Value, args: Arguments, node: ast.expr) -> Value:
    """`rows.append(row)`: where it is one of the rows that are there, or made of one, they are there repeatedly."""
    more, rows = blend([whole(one) for one in args.positional[-1:]]), owner.rows
    done = Value(Kind.CONSTANT, symbol=None)
    if more.rows is None or rows is None:
        m.change(owner, owner._replace(learned=owner.learned | more.learned))
        return done
    site = f"{SITE}{node.lineno}:{node.col_offset}"
    told = owner.attributes or {}
    if isinstance(before := told.get(site), Value) and before.rows is more.rows:
        return done  # the same line in a later turn of its loop
    owner = owner._replace(attributes={**told, site: more._replace(refs=())})
    both = owner._replace(learned=owner.learned | more.learned, marks=owner.marks | (more.marks & (Mark.GAP | Mark.EITHER)), columns=None)
    if m.book.overlap(rows, more.rows) is Overlap.YES and not (owner.marks | more.marks) & NOT_ASKED:
        again = repeated(m, both, "append", node, owner)
        m.change(owner, both._replace(rows=again.rows, learned=again.learned))
    else:
        m.change(owner, both._replace(rows=m.book.union((rows, more.rows))))
    return done


def extended(m: Machine, owner: Value, values: tuple[Value, ...], node: ast.expr) -> None:
    """`rows.extend([row, flipped])` in a loop: each is put there by itself."""
    given = node.args[0] if isinstance(node, ast.Call) and node.args else None
    if isinstance(given, ast.List | ast.Tuple) and len(given.elts) == len(values):
        for value, one in zip(values, given.elts, strict=True):
            appended(m, m.present(owner), value, one)


def several_of_each(m: Machine, node: ast.expr, sources: list[Value], out: Value) -> Value:
    """`[one for row in rows for one in (row, flipped(row))]`: several made of each row."""
    inner = sources[-1] if len(sources) > 1 and sources[-1].kind is Kind.SEQUENCE else None
    items = [m.present(one) for one in inner.items] if inner is not None and isinstance(inner.items, tuple) else []
    outer = sources[0].rows
    same = len(items) > 1 and outer is not None and all(one.rows is not None and one.rows is items[0].rows for one in items)
    if not same or any(one.columns is not None or one.marks & NOT_ASKED for one in items):
        return out
    made = whole(out)
    if made.rows is None or made.rows is not items[0].rows:
        return out
    told = Value(learned=m.learn(Learns.RESAMPLING, "the list", node, made))
    return m.keep(out._replace(attributes={**(out.attributes or {}), LEARNED: told}))
