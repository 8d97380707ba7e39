"""Methods of lists, dicts, strings and other constants."""

from __future__ import annotations

import ast

from ..model.facts import NOTHING, Kind, Value
from .arguments import Arguments
from .assign import grow
from .frames import all_but, texts
from .iteration import each, item, turns
from .join import blend, contents, join
from .machine import Machine


def container_method(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    """Call a method of a container or a constant."""
    if owner.kind is Kind.CONSTANT:
        return _of_constant(m, owner, name, args)
    first = args.positional[0] if args.positional else None
    left_out = all_but(owner)
    if left_out is not None:
        return _of_columns(m, owner, name, left_out, first)
    if name in ("append", "add", "appendleft", "insert") and args.positional and owner.kind is not Kind.MAPPING:
        return _grown(m, owner, (args.positional[-1],))
    if name in ("extend", "update") and first is not None and owner.kind is not Kind.MAPPING:
        inside = turns(m, first)
        return _grown(m, owner, tuple(inside) if inside is not None else (each(m, first, 0),))
    if owner.kind is Kind.MAPPING:
        return _of_mapping(m, owner, name, args)
    if name == "pop":
        return item(m, owner, first or Value(Kind.CONSTANT, symbol=-1))
    if name in ("copy", "sort", "reverse"):
        return m.keep(owner) if name == "copy" else Value(Kind.CONSTANT, symbol=None)
    return blend([owner, *args.every()], Kind.CONSTANT)._replace(rows=None)


def _of_columns(m: Machine, owner: Value, name: str, left_out: frozenset[str], first: Value | None) -> Value:
    """Methods of `frame.columns` and of lists made of it."""
    names = texts(first) if first is not None else None
    if name in ("difference", "drop") and names is not None:
        return m.keep(owner._replace(symbol=("all but", left_out | frozenset(names))))
    if name == "remove" and names is not None:
        m.change(owner, owner._replace(symbol=("all but", left_out | frozenset(names))))
    elif name in ("append", "remove", "insert", "extend", "pop"):
        m.change(owner, owner._replace(symbol=NOTHING))
    elif name in ("tolist", "to_list", "copy", "values"):
        return m.keep(owner)
    return Value(Kind.CONSTANT)


def _grown(m: Machine, owner: Value, more: tuple[Value, ...]) -> Value:
    if owner.kind is Kind.SEQUENCE and owner.refs:
        grow(m, owner, more)
    elif owner.kind is Kind.EACH and owner.refs and owner.held is None:
        m.change(owner, owner._replace(items=(join([*contents(owner), *more]),)))
    return Value(Kind.CONSTANT, symbol=None)


def _of_mapping(m: Machine, owner: Value, name: str, args: Arguments) -> Value:
    items = owner.items if isinstance(owner.items, dict) else {}
    if name in ("items", "iteritems"):
        pairs = tuple(Value(Kind.SEQUENCE, items=(_key(key), value)) for key, value in items.items())
        return Value(Kind.SEQUENCE, items=pairs)
    if name == "values":
        return Value(Kind.SEQUENCE, items=tuple(items.values()))
    if name == "keys":
        return Value(Kind.SEQUENCE, items=tuple(_key(key) for key in items), scores=blend(items.values()).scores)
    if name in ("get", "pop", "setdefault") and args.positional:
        found = item(m, owner, args.positional[0]) if items else None
        values = [one for one in (found, *args.positional[1:2]) if one is not None]
        if name == "setdefault" and owner.refs and len(args.positional) > 1 and isinstance(args.positional[0].symbol, str | int):
            m.change(owner, owner._replace(items={args.positional[0].symbol: args.positional[1], **items}))
        return join(values) if values else Value()
    if name == "update" and owner.refs:
        more = args.positional[0].items if args.positional and isinstance(args.positional[0].items, dict) else {}
        m.change(owner, owner._replace(items={**items, **more, **args.keywords}))
        return Value(Kind.CONSTANT, symbol=None)
    if name == "copy":
        return m.keep(owner)
    return blend([owner, *args.every()], Kind.CONSTANT)._replace(rows=None)


def _key(key: object) -> Value:
    return Value(Kind.CONSTANT, symbol=NOTHING if isinstance(key, tuple) else key)


def _of_constant(m: Machine, owner: Value, name: str, args: Arguments) -> Value:
    text = owner.symbol
    if isinstance(text, str) and not args.keywords and all(isinstance(one.symbol, str | int) for one in args.positional):
        given = [one.symbol for one in args.positional]
        if name == "split" and len(text) < 2000 and len(given) < 2 and given != [""]:
            return m.keep(Value(Kind.SEQUENCE, items=tuple(Value(Kind.CONSTANT, symbol=part) for part in text.split(*given)[:64])))
        if name in ("strip", "lower", "upper", "lstrip", "rstrip") and len(text) < 2000:
            return Value(Kind.CONSTANT, symbol=getattr(text, name)())
    out = blend([owner, *args.every()], Kind.CONSTANT)
    return out if out.rows is None else m.keep(out)
