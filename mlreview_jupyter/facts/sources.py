"""Operators at the edges of a program: data that comes in, numbers that are drawn, files that are written."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import NONE_LEARNED, NOTHING, Column, Columns, Draw, Kind, Mark, Value
from ..model.ops import Op
from ..model.program import Place
from ..model.rows import By, Rows
from .across import key_of, standing, taken
from .arguments import Arguments
from .datasets import loaded, pairs
from .frames import is_data
from .join import blend, contents, whole
from .machine import Machine
from .order import parsed
from .origins import one_column
from .picking import pick, some
from .randomness import draw_of, generator_draw
from .repeats import positions, repeated, speaks_of_rows, spelled_out

SUFFIXES = {"array": ".npy", "arrays": ".npz"}  # what NumPy puts behind a name that has none
ARRAYS = (".npy", ".txt", ".dat", ".csv", ".tsv", ".bin")  # files that hold one array

FEW = 25  # values of a drawn number that may be a category: an hour, a month


def load(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Data comes in; a file that this program wrote brings its rows and learnings back."""
    if call.gives == "named_parts":
        return loaded(m, call, name, owner, args, node)
    if call.gives == "published":
        return pairs(m, name, args, node)
    path = _path(call, args)
    held = taken(m, path, m.place(node)) if path is not None else None
    roles = {key: one for key, at in call.roles.items() if (one := args.get(at)) is not None}
    if call.gives == "restored":
        return restored(m, owner, held or args.get(call.roles.get("state", ())) or Value())
    if held is not None:
        out = m.keep(held._replace(refs=(), held=held.held if held.kind in (Kind.TOOL, Kind.INSTANCE) else None))
        m.event(Op.LOAD, name, node, roles, out)
        return out
    if call.gives == "text":  # settings, mostly
        return blend(args.every())
    if call.gives == "anything" or _several_by_name(call, path, args):
        m.event(Op.LOAD, name, node, roles)
        return m.keep(Value(marks=Mark.GAP))
    rows = m.book.source(_source(m, call, name, path), label=path if path is not None else name.rpartition(".")[2])
    if "subset" in call.roles and (subset := args.constant(call.roles["subset"])) != "all":
        known = subset if isinstance(subset, str) else "train" if args.get(call.roles["subset"]) is None else m.book.serial()
        rows = m.book.pick(m.book.source(("file", name), label=name.rpartition(".")[2]), By("part", f"published {name}", known))
    out = m.keep(
        Value(
            Kind.DATA,
            rows,
            columns=Columns({}, True, of=rows.id if call.gives == "frame" else None) if call.gives in ("frame", "bunch") else None,
        )
    )
    if call.gives == "dates":
        out = m.change(out, out._replace(columns=one_column(m, "date", NONE_LEARNED)))
    elif "parse_dates" in args.keywords:
        out = m.change(out, out._replace(marks=out.marks | parsed(m, rows, args)))
    m.event(Op.LOAD, name, node, roles, out, draw_of(m, call, args))
    if call.gives == "pair" or (call.gives == "bunch" and args.constant(("return_X_y",)) is True):
        column = Column(frozenset(("target",)), form=0, own=(rows.id, "target"), made={(rows.id, "target"): 0})
        only = Columns({"target": column}, False)
        target = m.keep(Value(Kind.DATA, rows, symbol=("target", rows), columns=only))
        return m.keep(Value(Kind.SEQUENCE, items=(out._replace(columns=None), target)))
    return out


def _several_by_name(call: Call, path: str | None, args: Arguments) -> bool:
    """Does the file hold several arrays or sheets by their names, each with rows of its own?"""
    if path is not None and path.endswith(SUFFIXES["arrays"]):
        return True
    return "sheets" in call.roles and args.constant(call.roles["sheets"]) is None


def _path(call: Call, args: Arguments) -> str | None:
    """The path that a call is given, with the part of the file that it names; None where that is not known."""
    path = args.constant(call.roles["path"]) if "path" in call.roles else ...
    part = args.constant(call.roles["part"]) if "part" in call.roles else ...
    if not isinstance(path, str):
        return None
    if call.gives in SUFFIXES and not path.endswith(SUFFIXES[call.gives]):
        path += SUFFIXES[call.gives]
    return f"{path}#{part}" if isinstance(part, str) else path


def _source(m: Machine, call: Call, name: str, path: str | None) -> object:
    """What stands for the rows of a file, whoever reads it; nothing where each call may give others."""
    if path is None or (call.gives != "frame" and not path.endswith(ARRAYS)):
        return None
    file = standing(m.program, path)
    return ("file", file) if file != path or "." in path else ("file", name, path)


def restored(m: Machine, owner: Value | None, state: Value) -> Value:
    """A model takes the state of another, or one that it had before."""
    if owner is None or not state.learned:
        return owner or Value()
    return m.change(owner, owner._replace(learned=owner.learned | state.learned, marks=owner.marks | Mark.FITTED))


def draw(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Random numbers; an order or a choice of rows where that is what is drawn."""
    state = generator_draw(m, call, owner, args)
    data = args.get(call.roles["data"]) if "data" in call.roles else None
    if data is not None and isinstance(data.symbol, tuple) and data.symbol[:1] == ("range",):
        data = Value(Kind.CONSTANT, symbol=data.symbol[1])
    elif data is not None and data.kind in (Kind.SEQUENCE, Kind.EACH):
        data = whole(data)
    if data is not None and call.gives == "choice" and spelled_out(data):
        data = Value(Kind.CONSTANT, learned=data.learned)
    out, result = _drawn(m, call, name, args, data, node)
    m.event(Op.DRAW, name, node, {"data": data} if data is not None else {}, out, state)
    return result


def _drawn(m: Machine, call: Call, name: str, args: Arguments, data: Value | None, node: ast.expr) -> tuple[Value | None, Value]:
    """What is drawn, and what the call gives: not the same where it shuffles in place."""
    holds = data is not None and is_data(data) and data.rows is not None
    if call.gives == "nothing":
        out = pick(m, data, some(m, "most")) if data is not None and holds and data.refs else None
        if out is not None and data is not None:
            m.change(data, out._replace(refs=data.refs))
        return out, Value(Kind.CONSTANT, symbol=None)
    if data is not None and holds and call.gives in ("order", "choice"):
        out = pick(m, data, some(m, "most" if call.gives == "order" else "drawn"))
        out = out._replace(symbol=data.symbol, columns=data.columns) if data.marks & Mark.INDEX else out
        if call.gives == "choice" and _with_repeats(call, args) and out.rows is not None:
            index = data.marks & Mark.INDEX
            out = m.keep(out._replace(rows=m.book.made(out.rows, None, True))) if index else repeated(m, out, name, node, data)
    elif call.gives in ("order", "choice"):
        out = m.keep(Value(Kind.DATA, _positions(m, call, args, data), marks=Mark.INDEX))
    elif call.gives == "integers" and (within := _within_rows(call, args)) is not None:
        out = m.keep(Value(Kind.DATA, m.book.made(positions(m, within), None, True), marks=Mark.INDEX))
    else:
        rows = m.book.source(label=name.rpartition(".")[2])
        sized = bool(args.positional) or bool({"size", "n"} & args.keywords.keys())
        flat = not any(one.kind is Kind.SEQUENCE for one in args.every()) and (
            len(args.positional) < 2 or not name.endswith(("rand", "randn"))
        )
        ends = [one.symbol for one in args.positional[:2]]
        few = bool(ends) and all(isinstance(one, int) and one < FEW for one in ends)
        columns = one_column(m, "drawn", NONE_LEARNED, few) if flat else None
        out = m.keep(Value(Kind.DATA, rows, symbol=("drawn", rows), columns=columns)) if sized else Value(Kind.CONSTANT)
    return out, out


def _positions(m: Machine, call: Call, args: Arguments, data: Value | None) -> Rows:
    """An order of positions, or a choice of some: of those of some rows where so many are asked for."""
    many = data.symbol if data is not None else NOTHING
    out = m.book.pick(positions(m, many), some(m, "most" if call.gives == "order" else "drawn"))
    size = args.get((1, "size", "k"))
    told = args.constant(call.roles.get("replace", ("replace",))) is True or (size is not None and size.symbol == many)
    again = call.gives == "choice" and _with_repeats(call, args) and (told or speaks_of_rows(many))
    return m.book.made(out, None, True) if again else out


def _with_repeats(call: Call, args: Arguments) -> bool:
    """May one be drawn twice? NumPy's `choice` does unless it is told not to."""
    return "replace" in call.roles and args.constant(call.roles["replace"]) is not False


def _within_rows(call: Call, args: Arguments) -> object:
    """How many rows the numbers go up to, where that is the number of some rows."""
    given = args.get(call.roles["high"]) or args.get(call.roles["low"])
    return given.symbol if given is not None and speaks_of_rows(given.symbol) else None


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
    at = _path(call, args)
    if at is not None:
        _store(m, key_of(at), _several(m, args) if call.gives == "arrays" else data, args.constant(("mode",)) == "a", m.place(node))
    return Value(Kind.CONSTANT, symbol=None, learned=NONE_LEARNED)


def _store(m: Machine, path: str, data: Value | None, more: bool, place: Place) -> None:
    """Remember what was written, if there is anything to know of it. `more`: it was put behind what was there."""
    if data is None or not _tells(m, data):
        m.files.pop(path, None)
        m.written.pop(path, None)
        return
    before = m.files.get(path) if more else None
    if before is not None and before.rows is not None and data.rows is not None:
        data = data._replace(rows=m.book.union((before.rows, data.rows)), learned=before.learned | data.learned)
    m.files[path] = data._replace(symbol=NOTHING if data.kind is not Kind.TOOL else data.symbol)
    m.written[path] = place


def _tells(m: Machine, data: Value, level: int = 0) -> bool:
    if data.rows is not None or data.learned or data.kind in (Kind.TOOL, Kind.INSTANCE):
        return True
    return level < 3 and any(_tells(m, m.present(one), level + 1) for one in contents(data))


def _several(m: Machine, args: Arguments) -> Value:
    """`np.savez(path, X, y=y)`: arrays by their names."""
    given = {f"arr_{number}": one for number, one in enumerate(args.positional[1:])}
    return m.keep(Value(Kind.MAPPING, items={**given, **{key: one for key, one in args.keywords.items() if key != "file"}}))


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
