"""A tool that takes some columns of what it is given, by name → which those are."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from ..catalog.lookup import Call, by_name
from ..model.facts import NONE_LEARNED, Columns, Kind, Mark, Value
from .arguments import Arguments
from .frames import some_columns, texts
from .join import contents
from .machine import Machine
from .origins import here
from .parts import chooses, held, protocol_of
from .rowwise import kept

TAKEN = "columns that it takes"  # what a tool that takes some columns remembers of them
EVERY = "passthrough"
LABEL = "label"
DEEP = 6  # tools in tools


def takes(m: Machine, call: Call, args: Arguments) -> dict[str, Value]:
    """`ColumnTransformer([("scale", scaler, ["age"])])`: the columns that it names, where it names each of them."""
    rest = args.get(("remainder",))
    if call.gives != "columns" or (rest is not None and rest.symbol not in ("drop", EVERY)):
        return {}
    steps = args.all(call.holds) if "*" in call.holds else [one for value in args.all(call.holds) for one in contents(m.present(value))]
    names = _spelled([m.present(one) for one in steps])
    if names is None:
        return {}
    items = tuple(Value(Kind.CONSTANT, symbol=name) for name in dict.fromkeys(names))
    every = EVERY if rest is not None and rest.symbol == EVERY else ""
    return {TAKEN: Value(Kind.SEQUENCE, name=every, items=items, columns=Columns({}, place=here(m)))}


def _spelled(steps: Iterable[Value]) -> list[str] | None:
    names: list[str] = []
    for step in steps:
        inside = contents(step)
        told = texts(inside[-1]) if len(inside) > 1 else None
        if told is None:
            return None
        if inside[-2].symbol == "drop":
            return None
        names.extend(told)
    return names or None


def looked_at(m: Machine, tool: Value, data: Value) -> dict[str, Value]:
    """What of its data a tool looks at, as roles of its fit: all, the columns that it names, or some that nobody knows."""
    if not chooses(m, tool):
        return {}
    told = _first(m, tool, 0)
    names = texts(told) if told is not None else None
    if told is None or told.columns is None or names is None:
        return {"chooses": Value(Kind.CONSTANT, symbol=True)}
    if told.name == EVERY:
        return {}
    some = some_columns(m, data, names, NONE_LEARNED)
    columns = some.columns._replace(place=told.columns.place) if some.columns is not None else None
    return {"looked": some._replace(columns=columns)}


def _first(m: Machine, tool: Value, level: int) -> Value | None:
    """The columns that the first part takes, where no other part takes some, too."""
    tool = m.present(tool)
    told = (tool.attributes or {}).get(TAKEN)
    if isinstance(told, Value):
        return told
    inside = held(tool)
    if not inside or level > DEEP or tool.kind is not Kind.TOOL or (protocol_of(tool) == "pipeline" and _is_columns(tool)):
        return None
    if any(chooses(m, one) for one in inside[1:]):
        return None
    return _first(m, inside[0], level + 1)


def _is_columns(tool: Value) -> bool:
    call = by_name(tool.name)
    return call is not None and call.gives == "columns"


def labelled(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`DMatrix(features, label)`: data that carries its target along."""
    data, label = args.get(call.roles["data"]), args.get(call.roles[LABEL])
    out = kept(m, name, owner, args)
    if data is None or data.rows is None:
        return out
    told = out._replace(columns=data.columns, marks=out.marks | (data.marks & Mark.EITHER))
    return m.keep(told._replace(attributes={LABEL: label})) if label is not None else told


def label_of(m: Machine, data: Value) -> dict[str, Value]:
    """The target that data carries along, as a role of a fit."""
    told = (data.attributes or {}).get(LABEL)
    return {"target": m.present(told)} if isinstance(told, Value) else {}
