"""Windows over ordered rows: rolling, expanding, resampling. A window's statistic belongs to its row."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import Columns, Kind, Mark, Value
from ..model.origin import LATER, Origin
from .arguments import Arguments
from .join import blend
from .machine import Machine
from .moves import PAST
from .origins import computed, here, only
from .rowwise import kept
from .signs import sign


def window(m: Machine, owner: Value, name: str, args: Arguments) -> Value:
    """`series.rolling(...)`."""
    if not args.down_the_rows():
        return owner._replace(kind=Kind.GROUPS, name="window", refs=(), attributes={"window": (0, "")})
    by, how = _reach(name, args)
    sign(m, "neighbours", owner.rows, name)
    if owner.marks & Mark.REVERSED:
        size = args.constant((0, "window"))
        by = size - 1 - by if isinstance(size, int) and name == "rolling" else LATER
    return owner._replace(kind=Kind.GROUPS, name="window", refs=(), attributes={"window": (by, how)})


def _reach(name: str, args: Arguments) -> tuple[int, str]:
    """How many rows ahead the latest row of a window is."""
    if name in PAST:
        return 0, "running"
    given = args.get((0, "window"))
    size = given.symbol if given is not None and isinstance(given.symbol, int) else None
    if given is not None and given.kind is Kind.TOOL and "forward" in given.name.lower():
        ahead = (given.attributes or {}).get("window_size")
        return (ahead.symbol - 1 if isinstance(ahead, Value) and isinstance(ahead.symbol, int) else 1), "window"
    if args.constant(("center",)) is True:
        return (max(1, size // 2) if size is not None else 1), "window"
    return (-1 if args.constant(("closed",)) == "left" else 0), "window"


def window_method(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    """`.mean()` of a window: the same rows, and nothing is learned from all of them."""
    if name in ("rolling", "expanding", "ewm"):
        return owner
    out = blend([owner, *args.every()])
    columns = owner.columns
    if columns is not None:
        by, how = (owner.attributes or {}).get("window", (0, "window"))
        known = {
            key: computed(m, one._replace(form=m.book.serial()), [one], "running" if how == "running" and name == "sum" else how, by, True)
            for key, one in columns.known.items()
        }
        columns = columns._replace(known=known, of=Origin(here(m)))
    return m.keep(out._replace(kind=Kind.DATA, columns=columns, marks=out.marks | (owner.marks & Mark.REVERSED) | Mark.LAGGED))


def smoothed(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`savgol_filter(series, 11, 2)`: of one column, values made of those behind them, too. What it does to many, it does within each row."""
    out, data = kept(m, name, owner, args), args.get(call.roles["data"])
    one = only(data) if data is not None else None
    if one is None:
        return out._replace(columns=None)
    if data is not None:
        sign(m, "neighbours", data.rows, name)
    told = computed(m, one._replace(form=m.book.serial()), [one], "smoothed", 1, True)
    return m.keep(out._replace(columns=Columns({"": told}, False), marks=out.marks | Mark.LAGGED))


def decomposed(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`seasonal_decompose(series)`: its trend, its seasons and the rest, each made of rows behind its own."""
    out = smoothed(m, call, name, owner, args, node)
    one = only(out)
    if one is None:
        return out
    return m.keep(out._replace(columns=Columns(dict.fromkeys(("trend", "seasonal", "resid"), one), False), name=""))
