"""Methods of lists, dicts, strings and other constants."""

from __future__ import annotations

import ast

from ..model.facts import NOTHING, Kind, Mark, Value
from .arguments import Arguments
from .assign import grow, told
from .choices import EXTREMES, ORDERING, at_end, extreme
from .datasets import NAMED, OF_EVERY_PART, of_every_part
from .frames import all_but, is_data, some_of, texts
from .grown import extended
from .headings import method_of_names
from .iteration import each, item, listed, of_pairs, turns
from .join import blend, contents, join, whole
from .machine import Machine
from .pathnames import path_method
from .repeats import appended

ENDS = frozenset({"head", "tail", "nlargest", "nsmallest"})  # so many from one end of what is in order
TIMES = 4  # copies of what is in a list that are kept apart


def of_lists(m: Machine, a: Value, b: Value, op: type) -> Value | None:
    """`[a] + [b]`, `[a] * 3`; None where these are no lists."""
    lists = (Kind.SEQUENCE, Kind.EACH)
    if op in (ast.Add, ast.Sub) and (chosen := _columns_and(a, b, op)) is not None:
        return m.keep(chosen)
    if op is ast.Add and a.kind in lists and b.kind in lists and a.items is not None and b.items is not None and not (a.held or b.held):
        out = listed(a.items + b.items)
        if Kind.EACH in (a.kind, b.kind):
            out = out._replace(kind=Kind.EACH)
        return m.keep(out._replace(learned=a.learned | b.learned, scores=a.scores | b.scores))
    if a.kind is Kind.SEQUENCE and op in (ast.Mult, ast.Mod) and not is_data(b):
        if op is ast.Mult and isinstance(a.items, tuple) and any(is_data(one) for one in a.items):
            times = b.symbol if isinstance(b.symbol, int) and not isinstance(b.symbol, bool) else TIMES
            return m.keep(a._replace(items=a.items * max(0, min(times, TIMES))))
        return a
    return None


def _columns_and(a: Value, b: Value, op: type) -> Value | None:
    """`[c for c in frame if …] + ["age"]`, `set(frame.columns) - {"y"}`: such a choice, with more names or without some."""
    for one, other in ((a, b), (b, a)) if op is ast.Add else ((a, b),):
        names = texts(other)
        if names is None or other.kind is not Kind.SEQUENCE:
            continue
        given = frozenset(names)
        if (left_out := all_but(one)) is not None:
            return one._replace(symbol=("all but", left_out - given if op is ast.Add else left_out | given), refs=())
        if (some := some_of(one)) is not None:
            taken, out = some
            told = (taken | given, out - given) if op is ast.Add else (taken - given, out | given)
            return one._replace(symbol=("some", *told), refs=())
    return None


def container_method(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    """Call a method of a container or a constant."""
    if owner.kind is Kind.CONSTANT:
        return _of_constant(m, owner, name, args, node)
    first = args.positional[0] if args.positional else None
    if owner.kind is not Kind.MAPPING and (told := method_of_names(m, owner, name, first)) is not None:
        return told
    if name in ("append", "add", "appendleft", "insert") and args.positional and owner.kind is not Kind.MAPPING:
        out = _grown(m, owner, (args.positional[-1],))
        if m.loops and not m.branches:
            appended(m, m.present(owner), args.positional[-1], node)
        return out
    if name in ("extend", "update") and first is not None and owner.kind is not Kind.MAPPING:
        inside = turns(m, first)
        out = _grown(m, owner, tuple(inside) if inside is not None else (each(m, first, 0),))
        if m.loops and not m.branches and inside is not None:
            extended(m, owner, tuple(inside), node)
        return out
    if owner.kind is Kind.MAPPING:
        if owner.name == NAMED and name in OF_EVERY_PART:
            return of_every_part(m, owner, name, args, node)
        out = _of_mapping(m, owner, name, args)
        if owner.marks & Mark.ORDERED and name in ("items", "keys", "values"):
            out = out._replace(scores=owner.scores, marks=out.marks | Mark.ORDERED)
        return out
    if name == "pop":
        return item(m, owner, first or Value(Kind.CONSTANT, symbol=-1))
    if name == "sort" and owner.refs and (scores := whole(owner).scores):
        m.change(owner, owner._replace(scores=owner.scores | scores, marks=owner.marks | Mark.ORDERED))
    if name in ("copy", "sort", "reverse"):
        return m.keep(owner) if name == "copy" else Value(Kind.CONSTANT, symbol=None)
    return blend([owner, *args.every()], Kind.CONSTANT)._replace(rows=None)


def _grown(m: Machine, owner: Value, more: tuple[Value, ...]) -> Value:
    more = tuple(told(m, one) for one in more)
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
        first = args.positional[0] if args.positional else Value(Kind.MAPPING, items={})
        more = first.items if isinstance(first.items, dict) else of_pairs(m, first)
        if more is None:  # pairs that are not known one by one: any name may stand for any of them
            unknown = whole(first)
            more = {("unknown",): unknown._replace(kind=Kind.UNKNOWN, symbol=NOTHING, marks=unknown.marks | Mark.GAP)}
        m.change(owner, owner._replace(items={**items, **more, **args.keywords}))
        return Value(Kind.CONSTANT, symbol=None)
    if name == "copy":
        return m.keep(owner)
    return blend([owner, *args.every()], Kind.CONSTANT)._replace(rows=None)


def _key(key: object) -> Value:
    return Value(Kind.CONSTANT, symbol=NOTHING if isinstance(key, tuple) else key)


def _of_constant(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    text = owner.symbol
    if isinstance(text, str) and not args.keywords and all(isinstance(one.symbol, str | int) for one in args.positional):
        given = [one.symbol for one in args.positional]
        if name == "split" and len(text) < 2000 and len(given) < 2 and given != [""]:
            return m.keep(Value(Kind.SEQUENCE, items=tuple(Value(Kind.CONSTANT, symbol=part) for part in text.split(*given)[:64])))
        if name in ("strip", "lower", "upper", "lstrip", "rstrip") and len(text) < 2000:
            return Value(Kind.CONSTANT, symbol=getattr(text, name)())
        if name in ("startswith", "endswith") and len(given) == 1 and isinstance(given[0], str):
            return Value(Kind.CONSTANT, symbol=text.startswith(given[0]) if name == "startswith" else text.endswith(given[0]))
    if isinstance(text, str) and (made := path_method(text, name, args)) is not None:
        return Value(Kind.CONSTANT, symbol=made, learned=owner.learned)
    out = blend([owner, *args.every()], Kind.CONSTANT)
    if owner.scores and name in EXTREMES:
        out = out._replace(learned=out.learned | extreme(m, name, node, owner))
    elif owner.scores:
        out = out._replace(marks=out.marks | (owner.marks & Mark.ORDERED) | (Mark.ORDERED if name in ORDERING else 0))
        if out.marks & Mark.ORDERED and name in ENDS and args.constant((0, "n")) == 1:
            out = at_end(m, out, out, node)
    return out if out.rows is None else m.keep(out)
