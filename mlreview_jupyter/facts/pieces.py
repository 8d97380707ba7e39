"""Rows that are put in a new order or cut in pieces → each with the rows that it holds."""

from __future__ import annotations

import ast
from itertools import pairwise

from ..catalog.lookup import Call
from ..model.facts import Kind, Mark, Value
from ..model.ops import Op
from ..model.rows import By
from .arguments import Arguments
from .frames import is_data
from .join import whole
from .machine import Machine
from .moves import shuffled
from .picking import pick, some
from .randomness import draw_of

MOST = 64  # pieces that are told apart


def apart(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`shuffle(X, y)`: each in the same new order."""
    order = some(m, "most")
    given = args.all(("*",))
    parts = tuple(shuffled(m, pick(m, one, order)) if is_data(one) else one for one in given)
    for before, after in zip(given, parts, strict=True):
        if before.rows is not None:
            m.event(Op.DRAW, name, node, {"data": before}, after, draw_of(m, call, args))
            break
    return parts[0] if len(parts) == 1 else m.keep(Value(Kind.SEQUENCE, items=parts))


def pieces(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`np.split(frame, [600, 800])`: one slice behind the other."""
    data, at = args.get(call.roles["data"]) or Value(), args.get(call.roles["at"])
    data = whole(data) if data.kind in (Kind.SEQUENCE, Kind.EACH) else data
    if args.constant(call.roles["axis"]) not in (0, ...):
        return m.keep(Value(Kind.EACH, items=(m.keep(data._replace(columns=None)),)))
    inside = at.items if at is not None and at.kind is Kind.SEQUENCE and isinstance(at.items, tuple) else None
    many = args.constant(call.roles["at"])
    ends: list[object]
    if inside is not None:
        ends = [None, *(one.symbol if isinstance(one.symbol, int | tuple) else ("unknown", m.book.serial()) for one in inside), None]
    elif isinstance(many, int) and not isinstance(many, bool) and 1 < many <= MOST and data.rows is not None:
        ends = [None, *(("op", "Mult", ("len", data.rows), at / many) for at in range(1, many)), None]
    else:  # which of them an index means can't be told
        piece = pick(m, data, some(m))
        return m.keep(Value(Kind.EACH, items=(m.change(piece, piece._replace(marks=piece.marks | Mark.EITHER)),)))
    parts = tuple(pick(m, data, By("slice", low, high)) for low, high in pairwise(ends))
    return m.keep(Value(Kind.SEQUENCE, items=parts))
