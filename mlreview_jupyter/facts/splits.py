"""Operators that make parts of rows: splits, folds, samples, resampling."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.balance import only
from ..model.facts import NONE_LEARNED, Columns, Draw, Kind, Mark, Value
from ..model.ops import Learns, Op
from ..model.rows import By
from .arguments import Arguments
from .frames import is_data, pick, some
from .join import whole
from .machine import Machine
from .randomness import draw_of


def split(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`train_test_split(...)` gives two parts of each argument; a splitter gives folds."""
    if call.gives == "folds":
        return _folds(m, call, name, owner, args, node)
    given = args.all(call.roles["data"])
    roles = {key: one for key, at in call.roles.items() if key != "data" and (one := args.get(at)) is not None}
    event = m.event(Op.SPLIT, name, node, {**({"data": given[0]} if given else {}), **roles}, None, draw_of(m, call, args))
    parts: list[Value] = []
    for one in given:
        data = whole(one) if one.kind in (Kind.SEQUENCE, Kind.EACH) else one
        if not is_data(data):
            data = data._replace(kind=Kind.DATA, rows=m.book.source(("unknown", event.id)), marks=data.marks | Mark.GAP)
        parts.extend(pick(m, data, By("part", event.id, k))._replace(name=data.name) for k in (0, 1))
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
    if owner is None:
        return Value()
    data = owner._replace(kind=Kind.DATA)
    learned = NONE_LEARNED
    for one in args.every() if call.gives not in ("sampled", "first", "last") else ():  # how many rows is no choice of rows
        learned |= one.learned
    if call.gives in ("first", "last"):
        given = args.get(call.roles["high" if call.gives == "first" else "low"])
        edge = given.symbol if given is not None and isinstance(given.symbol, int | tuple) else 5 if given is None else m.book.serial()
        by = By("slice", None, edge) if call.gives == "first" else By("slice", -edge if isinstance(edge, int) else ("neg", edge), None)
        out = pick(m, data, by, learned)
    elif call.gives == "taken":
        index = args.get(call.roles["index"])
        out = pick(m, data, By("at", index.rows) if index is not None and index.rows is not None else some(m), learned)
    elif call.gives == "sampled":
        out = pick(m, data, some(m, "most" if args.constant(("frac",)) == 1 else "some"), learned)
        m.event(Op.DRAW, name, node, {"data": data}, out, draw_of(m, call, args))
        if args.constant(call.roles["replace"]) is True and out.rows is not None:
            fresh = m.learn(Learns.RESAMPLING, name, node, data)
            out = m.keep(out._replace(rows=m.book.made(out.rows), learned=out.learned | fresh))
    else:
        out = pick(m, data, some(m, call.gives or "some"), learned)
    if args.constant(("inplace",)) is True:
        m.change(owner, out._replace(held=owner.held))
        return Value(Kind.CONSTANT, symbol=None)
    return out


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
    fewer = owner is not None and ".under_sampling." in owner.name
    choice = some(m)
    out: list[Value] = []
    for one in given:
        data = whole(one) if one.kind in (Kind.SEQUENCE, Kind.EACH) else one
        if data.rows is not None:
            rows = m.book.pick(data.rows, choice) if fewer else m.book.made(data.rows)
            column = only(data)  # a target that is made of some of its rows, or of them and others, is still that target
            columns = Columns({"": column._replace(learned=column.learned | fresh)}, False) if column is not None else None
            data = m.keep(data._replace(rows=rows, learned=data.learned | fresh, columns=columns))
        out.append(data)
    return out[0] if len(out) == 1 else m.keep(Value(Kind.SEQUENCE, items=tuple(out)))
