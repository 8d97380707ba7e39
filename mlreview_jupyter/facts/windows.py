"""Windows over ordered rows: rolling, expanding, resampling. A window's statistic belongs to its row."""

from __future__ import annotations

import ast

from ..model.facts import Kind, Value
from .arguments import Arguments
from .join import blend
from .machine import Machine


def window(m: Machine, owner: Value) -> Value:
    """`series.rolling(...)`."""
    return owner._replace(kind=Kind.GROUPS, name="window", refs=())


def window_method(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    """`.mean()` of a window: the same rows, and nothing is learned from all of them."""
    if name in ("rolling", "expanding", "ewm"):
        return owner
    return m.keep(blend([owner, *args.every()])._replace(kind=Kind.DATA, columns=owner.columns))
