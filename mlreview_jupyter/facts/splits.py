"""Operators that make parts of rows: splits, folds, samples, resampling."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call, by_name
from ..model.facts import NONE_LEARNED, Draw, Kind, Mark, Value
from ..model.ops import Learns, Op
from ..model.rows import By
from .again import as_before
from .arguments import Arguments
from .asked import asked
from .choices import ORDERING, at_end
from .datasets import split as named_split
from .frames import is_data
from .join import expression, whole
from .machine import Machine
from .moves import shuffled
from .picking import pick, rows_at, some
from .randomness import draw_of
from .repeats import once_only, repeated, settled


def split(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`train_test_split(...)` gives two parts of each argument, or as many as there are sizes; a splitter gives folds."""
    if call.gives == "named_parts":
        return named_split(m, call, name, owner, args, node)
    if call.gives == "folds":
        return _folds(m, call, name, owner, args, node)
    given = args.all(call.roles["data"])
    roles = {key: one for key, at in call.roles.items() if key != "data" and (one := args.get(at)) is not None}
    event = m.event(Op.SPLIT, name, node, {**({"data": given[0]} if given else {}), **roles}, None, draw_of(m, call, args))
    parts: list[Value] = []
    number = as_before(m, event.id, name, args, given, event.draw)
    sizes = args.get(call.roles["sizes"]) if "sizes" in call.roles else None
    many = len(sizes.items) if sizes is not None and isinstance(sizes.items, tuple) else 2
    for one in given:
        data = whole(one) if one.kind in (Kind.SEQUENCE, Kind.EACH) else one
        if not is_data(data):
            data = data._replace(kind=Kind.DATA, rows=m.book.source(("unknown", event.id)), marks=data.marks | Mark.GAP)
        parts.extend(pick(m, data, By("part", number, k))._replace(name=data.name) for k in range(many))
    if not parts or (args.loose is not None and not args.positional):
        return m.keep(Value(Kind.EACH, items=()))
    return m.keep(Value(Kind.SEQUENCE, items=tuple(parts)))


def _folds(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    data = args.get(call.roles["data"]) or Value()
    if data.kind in (Kind.SEQUENCE, Kind.EACH):
        data = whole(data)
    draw = owner.symbol if owner is not None and isinstance(owner.symbol, Draw) else Draw.UNKNOWN
    roles = {key: one for key, at in call.roles.items() if (one := args.get(at)) is not None}
    event = m.event(Op.SPLIT, name, node, roles, None, draw)
    rows = (
        data.rows
        if data.rows is not None
        else m.book.source(("positions", data.symbol if isinstance(data.symbol, tuple) else m.book.serial()))
    )
    return m.keep(Value(Kind.EACH, marks=data.marks & Mark.GAP, held=(rows, event.id, NONE_LEARNED)))


def choose_rows(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A method that gives some of the rows of its owner."""
    if owner is None and "data" in call.roles:
        owner = args.get(call.roles["data"])
    if owner is None:
        return Value()
    data = owner._replace(kind=Kind.DATA)
    learned = NONE_LEARNED
    for one in args.every() if call.gives not in ("sampled", "first", "last") else ():  # how many rows is no choice of rows
        learned |= one.learned
    if call.gives == "asked" and (text := args.constant((0, "expr"))) is not ... and isinstance(text, str):
        key = asked(m, data, text, node)
        out = rows_at(m, data, key) if key is not None and key.marks & Mark.MASK else pick(m, data, some(m), learned)
    elif call.gives == "span":
        out = m.keep(data) if data.name else pick(m, data, _span(m, call, args), learned)  # of texts, some of their letters
    elif call.gives in ("first", "last"):
        given = args.get(call.roles["high" if call.gives == "first" else "low"])
        edge = given.symbol if given is not None and isinstance(given.symbol, int | tuple) else 5 if given is None else m.book.serial()
        by = By("slice", None, edge) if call.gives == "first" else By("slice", _negative(edge), None)
        out = pick(m, data, by, learned)
    elif call.gives == "taken":
        index = args.get(call.roles["index"])
        out = pick(m, data, By("at", index.rows) if index is not None and index.rows is not None else some(m), learned)
    elif call.gives == "rest":  # all but those
        index = args.get(call.roles["index"])
        known = index is not None and index.rows is not None
        out = pick(m, data, By("outside", index.rows) if index is not None and known else some(m), learned)
        out = m.change(out, out._replace(marks=out.marks | Mark.INDEX))
    elif call.gives == "sampled":
        out = pick(m, data, some(m, "most" if args.constant(("frac",)) == 1 else "drawn"), learned)
        out = shuffled(m, out)
        m.event(Op.DRAW, name, node, {"data": data}, out, draw_of(m, call, args))
        if args.constant(call.roles["replace"]) is True and out.rows is not None:
            out = repeated(m, out, name, node, data)
    else:
        out = once_only(m, data) if args.constant(("keep",)) is False else pick(m, data, some(m, call.gives or "some"), learned)
        out = m.change(out, out._replace(marks=out.marks | Mark.ORDERED)) if out.scores and name in ORDERING else out
    if out.scores and out.marks & Mark.ORDERED and args.constant((0, "n")) == 1:
        out = at_end(m, out, out, node)
    if args.constant(("inplace",)) is True:
        m.change(owner, out._replace(held=owner.held))
        return Value(Kind.CONSTANT, symbol=None)
    return out


def _span(m: Machine, call: Call, args: Arguments) -> By:
    """`slice(n)`: all behind the first n; `slice(n, k)`: k of them."""
    low, many = args.get(call.roles["low"]), args.get(call.roles["high"])
    begin = low.symbol if low is not None and isinstance(low.symbol, int | tuple) else m.book.serial()
    if many is None:
        return By("slice", begin, None)
    length = many.symbol if isinstance(many.symbol, int | tuple) else ("unknown", m.book.serial())
    if begin == 0:
        return By("slice", None, length)
    both = isinstance(begin, int) and isinstance(length, int)
    return By("slice", begin, begin + length if both else expression("op", "Add", begin, length))  # type: ignore[operator]


def _negative(edge: int | tuple[object, ...]) -> object:
    """So many from the end; `tail(-n)` leaves out the first n."""
    if isinstance(edge, int):
        return -edge
    return edge[1] if edge[:1] == ("neg",) else ("neg", edge)


def resample(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Rows are repeated or made out of others; a sampler that only leaves rows out picks."""
    given = (
        args.all(call.roles["data"])
        if owner is None
        else [one for one in (args.get(call.roles["data"]), args.get(call.roles["target"])) if one is not None]
    )
    roles = dict(zip(("data", "target"), given, strict=False)) if owner is not None or len(given) < 2 else {"data": given[0]}
    draw = owner.symbol if owner is not None and isinstance(owner.symbol, Draw) else draw_of(m, call, args)
    m.event(Op.RESAMPLE, name, node, roles, None, draw)
    first = whole(given[0]) if given else Value()
    subject = node.args[0] if isinstance(node, ast.Call) and node.args else None
    fresh = m.learn(Learns.RESAMPLING, owner.name if owner is not None else name, node, first, subject)
    does = described.gives if owner is not None and (described := by_name(owner.name)) is not None else call.gives
    fewer = does in ("fewer", "drawn") or args.constant(call.roles.get("replace", ("replace",))) is False
    choice, unknown = some(m, "some" if does == "fewer" else "drawn"), some(m)
    number = min(fresh, default=None)
    out: list[Value] = []
    for one in given:
        data = whole(one) if one.kind in (Kind.SEQUENCE, Kind.EACH) else one
        if data.rows is not None:
            data, rows = (data, m.book.pick(data.rows, choice)) if fewer else settled(m, data, data.rows, unknown)
            rows = m.book.pick(rows, choice) if owner is None and not fewer else rows  # `resample` leaves out some of them
            rows = rows if fewer else m.book.made(rows, number, does == "repeated")
            columns = (
                data.columns.taught(fresh) if data.columns is not None else None
            )  # what is made of some of its rows, or of them and others, is still that column
            data = m.keep(data._replace(rows=rows, learned=data.learned | fresh, columns=columns))
        out.append(data)
    return out[0] if len(out) == 1 else m.keep(Value(Kind.SEQUENCE, items=tuple(out)))
