"""Tools that hold tools: their parts, copies of them that have learned nothing, and what fitting the whole teaches each part."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ..catalog.lookup import Call, by_name
from ..model.facts import NONE_LEARNED, Kind, Mark, Tool, Value
from ..model.ops import Learns, Op
from .arguments import Arguments
from .classes import find_attribute, instantiate
from .join import contents, whole
from .machine import Machine

NESTED = 8  # tools within tools, lists within lists
CONTAINERS = (Kind.SEQUENCE, Kind.MAPPING, Kind.EACH)
AS_IT_IS = ("stateless", "frozen")  # protocols of tools that fitting leaves as they are


def given_tools(m: Machine, call: Call, args: Arguments, node: ast.expr) -> Mapping[str, Value]:
    """The tools that a tool is made of, by name: those that were passed, or copies of them where it never fits the ones it got."""
    found: dict[str, Value] = {}
    for value in args.all(call.holds):
        for name, tool in _tools(m, value, ""):
            found[_new_name(name, found)] = tool
    return {name: unfitted(m, one, node) for name, one in found.items()} if call.clones and not _told_prefit(args) else found


def _tools(m: Machine, value: Value, name: str, level: int = 0) -> Iterator[tuple[str, Value]]:
    """The tools in a list of steps, however it is nested; one without a name is called like its class."""
    value = m.present(value)
    if value.kind in (Kind.TOOL, Kind.INSTANCE):
        yield name or value.name.rpartition(".")[2].lower(), value
    elif value.kind in CONTAINERS and level < NESTED:
        for one in contents(value):
            if isinstance(one.symbol, str) and value.kind is Kind.SEQUENCE:
                name = one.symbol
            yield from _tools(m, one, name, level + 1)


def _new_name(name: str, taken: Mapping[str, Value]) -> str:
    return next(one for one in (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))) if one not in taken)


def part(m: Machine, tool: Value, key: object, level: int = 0) -> Value | None:
    """The part of this name or number, also that of what a search holds."""
    tool = m.present(tool)
    inside = held(tool)
    if isinstance(key, int) and not isinstance(key, bool):
        inner = m.present(inside[0]) if len(inside) == 1 and protocol_of(tool) != "pipeline" else tool
        inside = held(inner)
        return m.present(inside[key]) if -len(inside) <= key < len(inside) else None
    names = tool.held.names if isinstance(tool.held, Tool) else ()
    if len(names) == len(inside) and key in names:
        return m.present(inside[names.index(key)])
    found = (part(m, one, key, level + 1) for one in inside) if level < NESTED else ()
    return next((one for one in found if one is not None), None)


def some_parts(m: Machine, tool: Value, ends: slice) -> Value:
    """`pipeline[:-1]`: a pipeline of some of the same parts."""
    tool = m.present(tool)
    names = tool.held.names[ends] if isinstance(tool.held, Tool) else ()
    return m.keep(tool._replace(items=held(tool)[ends], learned=settings_of(tool), held=Tool(settings_of(tool), None, names)))


def _told_prefit(args: Arguments) -> bool:
    """`cv="prefit"`, `prefit=True`: the parts are used as they are."""
    prefit = args.keywords.get("prefit")
    return any(one.symbol == "prefit" for one in args.every() if isinstance(one.symbol, str)) or (
        prefit is not None and prefit.symbol is True
    )


def inflow_of(m: Machine, value: Value, level: int = 0) -> frozenset[int]:
    """What an argument brings into the settings of a tool; what a tool among them was taught is no setting."""
    value = m.present(value)
    if value.kind in (Kind.TOOL, Kind.INSTANCE):
        return settings_of(value)
    learned = value.learned
    if value.kind in CONTAINERS and level < NESTED:
        for one in contents(value):
            learned |= inflow_of(m, one, level + 1)
    return learned


def chooses(m: Machine, tool: Value, level: int = 0) -> bool:
    """May a part of it look at some of the columns only?"""
    tool = m.present(tool)
    call = by_name(tool.name) if tool.kind is Kind.TOOL else None
    if tool.kind is Kind.INSTANCE or (call is not None and call.gives == "columns"):
        return True
    return level < NESTED and any(chooses(m, one, level + 1) for one in held(tool))


def settings_of(tool: Value) -> frozenset[int]:
    """The choices that went into the settings of a tool."""
    return tool.held.settings if isinstance(tool.held, Tool) else NONE_LEARNED


def best_of(m: Machine, search: Value) -> Value | None:
    """The tool that a fitted search keeps: what it held, with the settings that it chose."""
    inside = held(search)
    if len(inside) != 1 or not (isinstance(search.held, Tool) and search.held.searched):
        return None
    best = m.present(inside[0])
    chosen = frozenset(number for number in search.learned if m.learnings[number].learns is Learns.CHOICE)
    told = best.held if isinstance(best.held, Tool) else Tool()
    marks = best.marks | Mark.FITTED | (search.marks & Mark.GAP)
    return m.keep(best._replace(learned=search.learned, marks=marks, held=told._replace(settings=told.settings | chosen)))


def protocol_of(tool: Value) -> str:
    """The protocol that the class of a tool follows; empty where nobody described it."""
    call = by_name(tool.name) if tool.kind is Kind.TOOL else None
    return call.protocol if call is not None else ""


def held(tool: Value) -> tuple[Value, ...]:
    """The tools that a tool was made of; what a container of the program's own holds is nobody's part."""
    return tool.items if tool.kind is Kind.TOOL and isinstance(tool.items, tuple) else ()


def unfitted(m: Machine, tool: Value, node: ast.expr, level: int = 0) -> Value:
    """Another one like it that has learned nothing, its parts included; what is frozen stays itself."""
    tool = m.present(tool)
    if protocol_of(tool) == "frozen" or level > NESTED:
        return tool
    if tool.kind is Kind.INSTANCE:
        return _made_again(m, tool, node)
    settings = settings_of(tool)
    inside = tuple(unfitted(m, one, node, level + 1) for one in held(tool))
    told = tool.held._replace(searched=None) if isinstance(tool.held, Tool) else Tool()
    return m.keep(tool._replace(learned=settings, held=told, marks=tool.marks & ~Mark.FITTED, items=inside if held(tool) else tool.items))


def copied(m: Machine, tool: Value, level: int = 0) -> Value:
    """Another one like it with all that it has learned, its parts included."""
    tool = m.present(tool)
    inside = held(tool)
    if inside and level < NESTED:
        tool = tool._replace(items=tuple(copied(m, one, level + 1) for one in inside))
    return m.keep(tool) if tool.refs else tool


def _made_again(m: Machine, instance: Value, node: ast.expr) -> Value:
    """An object of a class of the program, made with the arguments that it was made with, as far as it keeps them by their names."""
    cls = instance.held
    start = find_attribute(m, cls, "__init__") if isinstance(cls, Value) else None
    if start is None or start[0].kind is not Kind.FUNCTION:
        return m.keep(instance)
    arguments = start[0].held.node.args
    names = [one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)][1:]
    kept = instance.attributes or {}
    given = {name: m.present(kept[name]) for name in names if isinstance(kept.get(name), Value)}
    return instantiate(m, cls, Arguments([], given), node)


def parts(m: Machine, tool: Value) -> Iterator[Value]:
    """A tool and all that it is made of, down to those that hold nothing; a model's own parts are its own business."""
    call = by_name(tool.name) if tool.kind is Kind.TOOL else None
    if call is not None and (call.protocol == "pipeline" or call.learns is Learns.CHOICE) and tool.items:
        for one in tool.items:
            yield from parts(m, m.present(one))
        if call.learns is Learns.CHOICE:
            yield tool
    else:
        yield tool


def taught(m: Machine, tool: Value, learned: frozenset[int], keep: bool) -> Value:
    """The tool after it learned this: instead of what it knew, or with `keep`, beside it."""
    if keep and (earlier := tool.learned & m.fits):
        m.chains.update(dict.fromkeys(learned & m.fits - earlier, earlier))
    new = tool._replace(learned=tool.learned | learned if keep else learned, marks=tool.marks | Mark.FITTED)
    return m.change(tool, new) if tool.refs else new


def renew(m: Machine, tool: Value, level: int = 0) -> None:
    """What stands between a tool and its innermost parts is fitted with it: what it had learned by itself is gone."""
    for one in held(tool) if level < NESTED else ():
        inside = m.present(one)
        if held(inside) and protocol_of(inside) == "pipeline":
            taught(m, inside, settings_of(inside), keep=False)
            renew(m, inside, level + 1)


def fitted(m: Machine, tool: Value, level: int = 0) -> Value:
    """A tool as it is now, with what its parts have learned."""
    learned = tool.learned
    for one in held(tool) if level < NESTED else ():
        learned |= fitted(m, m.present(one), level + 1).learned
    return tool._replace(learned=learned) if learned != tool.learned else tool


def teach(m: Machine, part: Value, data: Value, target: Value | None, node: ast.expr) -> None:
    """One of the author's own transformers in a pipeline learns."""
    given = Arguments([data, *([target] if target is not None else [])], {})
    m.call(Value(Kind.METHOD, name="fit", held=(part, None)), given, node)


def passed(m: Machine, part: Value, data: Value, node: ast.expr) -> Value:
    """What it makes of the data."""
    given = m.call(Value(Kind.METHOD, name="transform", held=(part, None)), Arguments([data], {}), node)
    return data._replace(learned=data.learned | whole(given).learned)


def through(m: Machine, tool: Value, data: Value, node: ast.expr) -> Value:
    """What the author's own transformers in a pipeline do to the data on its way."""
    for part in parts(m, tool) if tool.items else ():
        if part.kind is Kind.INSTANCE:
            data = passed(m, part, data, node)
    return data


def through_fold(m: Machine, tool: Value, data: Value, train: Value, target: Value | None, node: ast.expr) -> Value:
    """The same inside a fold: copies of them learn from the fold's training part; they themselves stay as they are."""
    for part in parts(m, tool) if tool.items else ():
        if part.kind is Kind.INSTANCE:
            before = m.present(part)
            teach(m, part, train, target, node)
            data = passed(m, m.present(part), data, node)
            m.change(part, before)
    return data


def validates(m: Machine, tool: Value) -> bool:
    """Does fitting it score it, too, on rows that it then leaves out: folds, or the rows that a bag did not draw?"""
    call = by_name(tool.name) if tool.kind is Kind.TOOL else None
    oob = (tool.attributes or {}).get("oob_score")
    if (call is not None and call.then == Op.CROSS_SCORE.value) or (isinstance(oob, Value) and oob.symbol not in (False, None)):
        return True
    return any(validates(m, m.present(one)) for one in held(tool))


def is_search(tool: Value) -> bool:
    """Does it choose among settings by a score?"""
    call = by_name(tool.name)
    return call is not None and call.learns is Learns.CHOICE
