"""A call that counts rows by their value → the fact that somebody looked at it."""

from __future__ import annotations

import ast

from ..model.facts import Column, Columns, Value
from ..model.ops import Op
from .arguments import Arguments
from .machine import Machine


def counted(m: Machine, owner: Value | None, args: Arguments, node: ast.expr) -> None:
    """`Counter(y)`; `frame.groupby("y").size()`, where the key is what is counted."""
    data = args.get((0, "iterable")) if owner is None else owner
    key = owner.held[1] if owner is not None and isinstance(owner.held, tuple) else None
    if data is not None and isinstance(key, tuple) and len(key) == 3 and key[0] == "column":
        data = data._replace(name=key[2], columns=Columns({key[2]: Column(frozenset((key[2],)), form=0)}, False))
    if data is not None and data.rows is not None:
        m.event(Op.MEASURE, "counts", node, {"data": data})
