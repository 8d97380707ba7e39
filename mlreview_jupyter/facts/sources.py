"""Operators at the edges of a program: data that comes in, numbers that are drawn, files that are written."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import NONE_LEARNED, NOTHING, Column, Columns, Draw, Kind, Mark, Value
from ..model.ops import Op
from .arguments import Arguments
from .frames import is_data, pick, some
from .join import contents, whole
from .machine import Machine
from .randomness import draw_of, generator_draw


def load(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Data comes in; a file that this program wrote brings its rows and learnings back."""
    path = args.constant(call.roles["path"]) if "path" in call.roles else ...
    held = m.files.get(path) if isinstance(path, str) else None
    roles = {key: one for key, at in call.roles.items() if (one := args.get(at)) is not None}
    if held is not None:
        out = m.keep(held._replace(refs=(), held=None))
        m.event(Op.LOAD, name, node, roles, out)
        return out
    if call.gives == "anything":
        m.event(Op.LOAD, name, node, roles)
        return m.keep(Value(marks=Mark.GAP))
    rows = m.book.source(
        ("file", name, path) if isinstance(path, str) and call.gives == "frame" else None,
        label=path if isinstance(path, str) else name.rpartition(".")[2],
    )
    out = m.keep(Value(Kind.DATA, rows, columns=Columns({}, True) if call.gives in ("frame", "bunch") else None))
    m.event(Op.LOAD, name, node, roles, out, draw_of(m, call, args))
    if call.gives == "pair" or (call.gives == "bunch" and args.constant(("return_X_y",)) is True):
        only = Columns({"target": Column(frozenset(("target",)), form=0)}, False)
        target = m.keep(Value(Kind.DATA, rows, symbol=("target", rows), columns=only))
        return m.keep(Value(Kind.SEQUENCE, items=(out._replace(columns=None), target)))
    return out


def draw(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Random numbers; an order or a choice of rows where that is what is drawn."""
    state = generator_draw(m, call, owner, args)
    data = args.get(call.roles["data"]) if "data" in call.roles else None
    if data is not None and data.kind in (Kind.SEQUENCE, Kind.EACH):
        data = whole(data)
    out, result = _drawn(m, call, name, args, data)
    m.event(Op.DRAW, name, node, {"data": data} if data is not None else {}, out, state)
    return result


def _drawn(m: Machine, call: Call, name: str, args: Arguments, data: Value | None) -> tuple[Value | None, Value]:
    """What is drawn, and what the call gives: not the same where it shuffles in place."""
    holds = data is not None and is_data(data) and data.rows is not None
    if call.gives == "nothing":
        out = pick(m, data, some(m, "most")) if data is not None and holds and data.refs else None
        if out is not None and data is not None:
            m.change(data, out._replace(refs=data.refs))
        return out, Value(Kind.CONSTANT, symbol=None)
    if data is not None and holds:
        out = pick(m, data, some(m, "most" if call.gives == "order" else "some"))
    elif call.gives in ("order", "choice"):
        out = m.keep(Value(Kind.DATA, m.book.source(), marks=Mark.INDEX))
    else:
        rows = m.book.source(label=name.rpartition(".")[2])
        sized = bool(args.positional) or bool({"size", "n"} & args.keywords.keys())
        out = m.keep(Value(Kind.DATA, rows, symbol=("drawn", rows))) if sized else Value(Kind.CONSTANT)
    return out, out


def seed(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A global generator is fixed from here on."""
    given = args.get(call.roles.get("seed", (0,)))
    fixed = given is not None and not (given.kind is Kind.CONSTANT and given.symbol is None)
    m.event(Op.SEED, name, node, {"seed": given} if given is not None else {}, None, Draw.SEEDED if fixed else Draw.UNSEEDED)
    for generator in ("numpy", "python", "torch") if call.random == "all" else (call.random,):
        m.seeds[generator] = Draw.SEEDED if fixed else Draw.UNSEEDED
    return Value(Kind.CONSTANT, symbol=None)


def write(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Something is written; what is read from there again is remembered."""
    data = owner if owner is not None else args.get(call.roles.get("data", (0,)))
    path = args.get(call.roles.get("path", (0,)))
    model = None
    if data is not None:
        model = data if _takes_state(node) else _learned_part(m, data)
    roles = {key: one for key, one in (("data", data), ("path", path), ("model", model)) if one is not None}
    m.event(Op.WRITE, name, node, roles)
    if path is not None and isinstance(path.symbol, str):
        m.paths.add(path.symbol)
        if data is not None and (data.rows is not None or data.learned or data.kind is Kind.TOOL):
            m.files[path.symbol] = data._replace(symbol=NOTHING if data.kind is not Kind.TOOL else data.symbol)
    return Value(Kind.CONSTANT, symbol=None, learned=NONE_LEARNED)


def _learned_part(m: Machine, data: Value, level: int = 0) -> Value | None:
    """The fitted tool that is in a value: itself, or in a container or an object."""
    data = m.present(data)
    if data.kind is Kind.TOOL and data.marks & Mark.FITTED:
        return data
    inside = contents(data) if data.kind in (Kind.SEQUENCE, Kind.MAPPING, Kind.TOOL) else ()
    if data.kind is Kind.INSTANCE:
        inside = [one for one in (data.attributes or {}).values() if isinstance(one, Value)]
    for one in inside if level < 3 else ():
        found = _learned_part(m, one, level + 1)
        if found is not None:
            return found
    return None


def _takes_state(node: ast.expr) -> bool:
    """`torch.save(net.state_dict(), …)`: the weights of a model."""
    first = node.args[0] if isinstance(node, ast.Call) and node.args else None
    return isinstance(first, ast.Call | ast.Dict) and any(
        isinstance(one, ast.Attribute) and one.attr == "state_dict" for one in ast.walk(first)
    )


def record(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """An experiment tracker is told of something."""
    m.event(Op.RECORD, name, node, {})
    return Value()
