"""A call: who is called, with what, and which operator that is."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call, by_method, by_name, library
from ..model.facts import NONE_LEARNED, Draw, Kind, Mark, Tool, Value
from ..model.ops import Learns, Op
from .arguments import Arguments
from .assign import set_attribute
from .attributes import DATE_PARTS, get_attribute
from .brought import brought
from .builtin import BUILTINS
from .classes import bases_of, find_attribute, instantiate
from .containers import container_method
from .datasets import with_rows
from .frames import is_data
from .functions import call_function
from .grown import grows_in_place, put_behind
from .ipython import ipython_method
from .iteration import each, turns
from .join import blend, contents
from .later import given
from .machine import Machine
from .measures import by_keys_alone
from .networks import is_network, predicted
from .operators import OPERATORS
from .parts import protocol_of
from .repeats import of_whole
from .tools import put_in, set_anew
from .windows import window_method

# What an object of an unknown class is taken for when it is used like this.
DUCK = {
    **dict.fromkeys(("fit", "predict", "predict_proba", "score", "evaluate", "partial_fit", "fit_predict", "decision_function"), "model"),
    "transform": "transformer",
    "fit_transform": "transformer",
}
UNTOLD = Mark.GAP | Mark.EITHER  # what comes of a call that nobody described: something of these rows, all of them or a few
_NOWHERE = Call(Op.UNKNOWN, Learns.NOTHING, {}, "", "", "", True, "", (), False)


def call(m: Machine, node: ast.Call) -> Value:
    """A call expression."""
    func = node.func
    if isinstance(func, ast.Attribute):
        owner = m.evaluate(func.value)
        return call_method(m, owner, func.attr, arguments(m, node), node)
    callee = m.evaluate(func)
    return call_value(m, callee, arguments(m, node), node)


def arguments(m: Machine, node: ast.Call) -> Arguments:
    """Evaluate the arguments of a call, left to right."""
    positional: list[Value] = []
    keywords: dict[str, Value] = {}
    loose: Value | None = None
    for arg in node.args:
        if isinstance(arg, ast.Starred):
            inside = m.evaluate(arg.value)
            known = turns(m, inside)
            if known is None:
                loose = each(m, inside, 0)
            else:
                positional.extend(known)
        else:
            positional.append(m.evaluate(arg))
    for keyword in node.keywords:
        value = m.evaluate(keyword.value)
        if keyword.arg is not None:
            keywords[keyword.arg] = value
        elif isinstance(value.items, dict):
            keywords.update({key: one for key, one in value.items.items() if isinstance(key, str)})
            if value.learned:
                loose = value
        else:
            loose = value
    return Arguments(positional, keywords, loose)


def call_value(m: Machine, callee: Value, args: Arguments, node: ast.expr) -> Value:
    """Call a value."""
    kind = callee.kind
    if kind in (Kind.SYMBOL, Kind.MODULE):
        return call_symbol(m, callee.name, args, node)
    if kind is Kind.FUNCTION:
        return call_function(m, callee, args, node)
    if kind is Kind.CLASS:
        return instantiate(m, callee, args, node)
    if kind is Kind.METHOD and callee.held is not None:
        owner, _ = callee.held
        if isinstance(callee.items, Arguments):  # `partial(function, …)`
            given = callee.items
            return call_value(
                m, owner, Arguments([*given.positional, *args.positional], {**given.keywords, **args.keywords}, args.loose), node
            )
        return call_method(m, m.present(owner), callee.name, args, node)
    if kind is Kind.TOOL and (found := by_method(protocol_of(callee), "__call__")) is not None:
        return OPERATORS[found.op](m, found, callee.name, None, args, node)
    if is_network(callee):
        walked = call_method(m, callee, "forward", args, node) if kind is Kind.INSTANCE else None
        return predicted(m, callee, args, node, walked)
    if kind is Kind.INSTANCE:
        return call_method(m, callee, "__call__", args, node)
    if protocol_of(callee) == "stateless":
        return blend(args.every())
    if protocol_of(callee) == "transformer" and (found := by_method("transformer", "transform")) is not None:  # a layer that was adapted
        return OPERATORS[found.op](m, found, callee.name, callee, args, node)
    out = blend([callee, *args.every()])
    return out._replace(marks=out.marks | (UNTOLD if out.rows is not None else 0))


def call_symbol(m: Machine, name: str, args: Arguments, node: ast.expr) -> Value:
    """Call something out of a library."""
    if name.startswith("builtins."):
        handler = BUILTINS.get(name[9:])
        return handler(m, args, node) if handler is not None else _nothing_learned(m, args)
    found = by_name(name)
    if found is not None:
        if "path" in found.roles and (path := args.get(found.roles["path"])) is not None and isinstance(path.symbol, str):
            m.paths.add(path.symbol)
        return OPERATORS[found.op](m, found, name, None, with_rows(m, found, of_whole(m, args)), node)
    if name == "functools.partial" and args.positional:
        return Value(Kind.METHOD, name="partial", held=(args.positional[0], None), items=Arguments(args.positional[1:], args.keywords))
    op = library(name)
    if op is Op.SHOW:
        _look(m, op, name, args, node)
        return Value()
    if op is Op.KEEP or op is Op.RECORD:
        return OPERATORS[op](m, _NOWHERE, name, None, args, node)
    last = name.rpartition(".")[2]
    if last[:1].isupper():  # a class that nobody described: it may prove to be a tool
        made = blend(args.every())
        if made.rows is None:
            return m.keep(Value(Kind.TOOL, name=name, marks=Mark.GAP, learned=_choices(m, made.learned)))
    return brought(m, name, unknown_call(m, name, args, node))


def unknown_call(m: Machine, name: str, args: Arguments, node: ast.expr) -> Value:
    """A call that nobody described: the result may hold whatever went in."""
    out = blend(args.every())
    if out.rows is not None:
        _look(m, Op.UNKNOWN, name, args, node)
    if "seed" in name.lower() or "determinis" in name.lower():  # it may fix any generator
        for generator in ("numpy", "python", "torch"):
            m.seeds.setdefault(generator, Draw.UNKNOWN)
    if out.rows is not None or out.learned:
        shown = name or "a call"
        m.gap("call", f"what {shown} does with its data is not known", node)
        out = m.keep(out._replace(marks=out.marks | UNTOLD))
    for value in args.every():  # a function may be called back
        if value.kind is Kind.FUNCTION and value.held.node not in m.walked:
            m.guards += 1  # perhaps later: what is missing now need not be missing then
            call_function(m, value, Arguments([], {}, out), node)
            m.guards -= 1
    return out


def _look(m: Machine, op: Op, name: str, args: Arguments, node: ast.expr) -> None:
    """A model, or what it predicted, goes where it cannot be followed: perhaps it is judged there."""
    for one in args.every():
        if one.kind is Kind.TOOL or one.marks & Mark.PREDICTED:
            m.event(op, name, node, {"model" if one.kind is Kind.TOOL else "data": one})


def _nothing_learned(m: Machine, args: Arguments) -> Value:
    return blend(args.every(), Kind.CONSTANT)


def _choices(m: Machine, learned: frozenset[int]) -> frozenset[int]:
    """Of what flowed into the settings of a tool, only what was chosen counts: a number of columns is no leak."""
    kinds = (Learns.CHOICE, Learns.SELECTION)
    return frozenset(number for number in learned if m.learnings[number].learns in kinds) if learned else NONE_LEARNED


def call_method(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    """Call a method of a value."""
    kind = owner.kind
    inside = (owner.attributes or {}).get(name)
    if isinstance(inside, Value) and kind in (Kind.MODULE, Kind.INSTANCE):
        return call_value(m, m.present(inside), args, node)
    if kind in (Kind.MODULE, Kind.SYMBOL):
        return call_symbol(m, f"{owner.name}.{name}", args, node)
    if kind is Kind.TOOL:
        return _tool_method(m, owner, name, args, node)
    if kind is Kind.GROUPS:
        if owner.name == "window":
            return window_method(m, owner, name, args, node)
        owner, found = by_keys_alone(owner) if name in ("cumcount", "ngroup", "size") else owner, by_method("groups", name)
        return OPERATORS[found.op](m, found, name, owner, args, node) if found is not None else owner
    if is_data(owner):
        return _data_method(m, owner, name, args, node)
    if kind in (Kind.SEQUENCE, Kind.MAPPING, Kind.EACH, Kind.CONSTANT):
        return container_method(m, owner, name, args, node)
    if kind in (Kind.INSTANCE, Kind.CLASS):
        return _instance_method(m, owner, name, args, node)
    if name in DUCK:
        return _duck(m, owner, name, args, node)
    if kind is Kind.METHOD and owner.held is not None:
        # `frame.corr().index.tolist()`: an attribute that is no function stands for its owner
        held = by_method("data", owner.name)
        if held is not None and held.op is Op.SHOW:  # `frame.plot.scatter(...)`
            return Value()
        return call_method(m, m.present(owner.held[0]), name, args, node)
    if kind is Kind.FUNCTION:
        return unknown_call(m, name, args, node)
    return unknown_call(m, name, Arguments([owner, *args.positional], args.keywords, args.loose), node)


def _tool_method(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    if owner.name == "ipython":
        return ipython_method(m, name, args, node)
    described = by_name(owner.name)
    found = by_method(described.protocol, name) if described is not None else None
    if found is not None:
        return OPERATORS[found.op](
            m, found, f"{owner.name}.{name}" if described and described.protocol == "generator" else owner.name, owner, args, node
        )
    if name == "add" and described is not None and described.holds:
        return put_in(m, owner, args)
    if name == "set_params":
        return set_anew(m, owner, args)
    if name == "compile" and (metrics := args.get((2, "metrics"))) is not None:
        set_attribute(m, owner, "metrics", metrics)
        return m.present(owner)
    if name in ("set_params", "get_params", "compile", "build", "summary", "eval", "train", "parameters"):
        return owner
    if name in DUCK:
        return _duck(m, owner, name, args, node)
    found = by_method("artifact", name)
    if found is not None and owner.name.partition(".")[0] != "builtins":
        return OPERATORS[found.op](m, found, owner.name, owner, args, node)
    return unknown_call(m, f"{owner.name}.{name}", args, node)


def _data_method(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    args = given(m, owner, args) if m.later else args
    if owner.attributes is not None and grows_in_place(owner, name):
        return put_behind(m, owner, args, node)
    found = by_method("data", name)
    if found is None:
        if owner.kind is Kind.UNKNOWN and name in DUCK:
            return _duck(m, owner, name, args, node)
        inside = get_attribute(m, owner, name, node)
        if name in DATE_PARTS and not args.every():
            return inside
        out = blend([owner, *args.every()])
        m.gap("call", f"what .{name}() does with its data is not known", node)
        return m.keep(out._replace(marks=out.marks | UNTOLD, columns=inside.columns if inside.name else None))
    return OPERATORS[found.op](m, found, name, owner, args, node)


def _instance_method(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    cls = owner if owner.kind is Kind.CLASS else owner.held
    told = find_attribute(m, cls, name)
    function = m.present(told[0]) if told is not None else None
    if told is not None and function is not None and function.kind is Kind.FUNCTION:
        if function.marks & Mark.CLASS:
            return call_function(m, function, args.before(cls), node, (cls, told[1]))
        if function.marks & Mark.STATIC:
            return call_function(m, function, args, node)
        if owner.kind is Kind.CLASS:  # `Base.__init__(self, …)`
            return call_function(m, function, args, node, (args.positional[0], told[1]) if args.positional else None)
        return call_function(m, function, args.before(m.present(owner)), node, (owner, told[1]))
    if function is not None and name != "__call__":
        return call_value(m, function, args, node)
    if name == "fit_transform" and find_attribute(m, cls, "fit") is not None:  # scikit-learn's mixin
        call_method(m, owner, "fit", args, node)
        return call_method(m, m.present(owner), "transform", Arguments(args.positional[:1], {}, args.loose), node)
    base = next((one.name for one in bases_of(cls) if one.kind is Kind.SYMBOL and by_name(one.name) is not None), "")
    if base or name in DUCK:
        return _as_tool(m, owner, base, name, args, node)
    return unknown_call(m, name, Arguments([owner, *args.positional], args.keywords, args.loose), node)


def _as_tool(m: Machine, owner: Value, base: str, name: str, args: Arguments, node: ast.expr) -> Value:
    """A method that an object of the program has from a library's class, or from one that nobody described."""
    tool = m.keep(Value(Kind.TOOL, name=base or owner.name, learned=owner.learned, marks=owner.marks & Mark.FITTED, held=Tool()))
    out = _tool_method(m, tool, name, args, node) if base else _duck(m, tool, name, args, node)
    if owner.refs:
        m.change(owner, m.present(owner)._replace(learned=m.present(tool).learned))  # `super()` sees it as one of another class
    return m.present(owner) if out.refs == tool.refs else out


def _duck(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    """An object of an unknown class that is used like a model or a transformer is one, perhaps."""
    data = args.get((0, "X", "x"))
    protocol = DUCK[name]
    if name == "fit" and len(args.every()) == 1:
        protocol = "transformer"
    found = by_method(protocol, name)
    if found is None or data is None or (data.rows is None and not contents(data)):
        if owner.kind is Kind.TOOL and owner.refs and "fit" in name:
            m.change(owner, owner._replace(marks=owner.marks | Mark.FITTED))
        return unknown_call(m, name, Arguments([owner, *args.positional], args.keywords, args.loose), node)
    if not owner.refs:
        owner = m.keep(owner)
    owner = owner._replace(marks=owner.marks | Mark.GAP)
    return OPERATORS[found.op](m, found, owner.name or name, owner, args, node)
