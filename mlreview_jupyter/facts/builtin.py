"""Python's built-in functions, as far as rows, learnings or scores pass through them."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..model.facts import NONE_LEARNED, NOTHING, Kind, Mark, Value
from ..model.ops import Learns, Metric
from .arguments import Arguments
from .attributes import get_attribute
from .choices import at_end, begin_loop, extreme, marked, one_for_all
from .classes import parent
from .frames import is_data, length
from .grown import as_list
from .iteration import each, of_pairs, turns
from .join import blend, expression, whole
from .machine import Machine
from .origins import one_column
from .signs import STEP

Handler = Callable[[Machine, Arguments, ast.expr], Value]


def _first(args: Arguments) -> Value:
    return args.positional[0] if args.positional else (args.loose or Value(Kind.CONSTANT))


def _len(m: Machine, args: Arguments, node: ast.expr) -> Value:
    one = _first(args)
    if one.kind is Kind.SEQUENCE and isinstance(one.items, tuple):
        return Value(Kind.CONSTANT, symbol=len(one.items) if not m.loops else NOTHING)
    return length(one.rows)


def _number(m: Machine, args: Arguments, node: ast.expr) -> Value:
    one = _first(args)
    if is_data(one):
        return one
    symbol = one.symbol
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else "int"
    if isinstance(symbol, int | float) and not isinstance(symbol, bool) and abs(symbol) < 1e15 and symbol == symbol:
        return one._replace(symbol=int(symbol) if name == "int" else float(symbol) if name == "float" else symbol)
    return Value(Kind.CONSTANT, None, one.learned, expression(name, symbol), scores=one.scores)


def _container(m: Machine, args: Arguments, node: ast.expr) -> Value:
    if not args.positional:
        if args.keywords:
            return m.keep(Value(Kind.MAPPING, items=dict(args.keywords)))
        is_dict = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dict"
        return m.keep(Value(Kind.MAPPING, items={}) if is_dict else Value(Kind.SEQUENCE, items=()))
    one = _first(args)
    if one.kind is Kind.CONSTANT and isinstance(one.symbol, str) and len(one.symbol) < 64:
        return m.keep(Value(Kind.SEQUENCE, items=tuple(Value(Kind.CONSTANT, symbol=letter) for letter in one.symbol)))
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "dict"
        and (paired := of_pairs(m, one)) is not None
    ):
        return m.keep(Value(Kind.MAPPING, items=paired, scores=one.scores, marks=one.marks & Mark.ORDERED))
    if one.kind is Kind.MAPPING and isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id != "dict":
        inside = turns(m, one)
        listed = Value(Kind.SEQUENCE, items=tuple(inside)) if inside is not None else Value(Kind.EACH, items=(each(m, one, 0),))
        return m.keep(listed._replace(scores=one.scores, marks=one.marks & Mark.ORDERED))
    if is_data(one) and one.columns is not None and not one.name and not one.columns.more and "" not in one.columns.known:
        return m.keep(Value(Kind.SEQUENCE, items=tuple(Value(Kind.CONSTANT, symbol=name) for name in one.columns.known)))
    if one.kind is Kind.DATA and one.rows is not None and not one.marks & Mark.INDEX and not one.name:
        return as_list(m, one)
    return m.keep(one) if one.refs else one


def _zip(m: Machine, args: Arguments, node: ast.expr) -> Value:
    known = [turns(m, one) for one in args.positional]
    if known and all(one is not None for one in known):
        rows = zip(*[one or [] for one in known], strict=False)
        return m.keep(Value(Kind.SEQUENCE, items=tuple(Value(Kind.SEQUENCE, items=tuple(row)) for row in rows)))
    return m.keep(Value(Kind.EACH, items=(Value(Kind.SEQUENCE, items=tuple(each(m, one, 0) for one in args.positional)),)))


def _enumerate(m: Machine, args: Arguments, node: ast.expr) -> Value:
    one = _first(args)
    if one.kind is Kind.EACH and one.held is not None:
        return one._replace(name="numbered")
    known = turns(m, one)
    if known is not None:
        return Value(
            Kind.SEQUENCE,
            items=tuple(Value(Kind.SEQUENCE, items=(Value(Kind.CONSTANT, symbol=at), value)) for at, value in enumerate(known)),
        )
    return Value(Kind.EACH, items=(Value(Kind.SEQUENCE, items=(Value(Kind.CONSTANT), each(m, one, 0))),))


def _range(m: Machine, args: Arguments, node: ast.expr) -> Value:
    """Numbers, one by one; which ones is kept, for loops that ask."""
    ends = tuple(one.symbol for one in args.positional)
    known = ("range", *ends) if ends and all(isinstance(one, int) for one in ends) else expression("range", *ends[:1])
    step = {STEP: args.positional[2]} if len(ends) == 3 else None
    turn = Value(Kind.CONSTANT, marks=0 if len(ends) < 3 or ends[2] in (1, -1) else Mark.CHUNK, attributes=step)
    return Value(Kind.EACH, items=(turn,), symbol=known, columns=one_column(m, "number", NONE_LEARNED))


def _extreme(m: Machine, args: Arguments, node: ast.expr) -> Value:
    """`max`, `min`, `sorted`: over scores it is a choice, over rows a statistic."""
    values = args.positional
    key = args.keywords.get("key")
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else "max"
    out = (
        whole(values[0])
        if len(values) == 1 and values[0].kind in (Kind.SEQUENCE, Kind.MAPPING, Kind.EACH)
        else blend(values, Kind.CONSTANT)
    )
    scores = out.scores
    if key is not None and key.kind is Kind.METHOD:
        scores |= whole(m.present(key.held[0])).scores
    elif key is not None and key.kind is Kind.FUNCTION:
        with one_for_all(m):
            scores |= m.call(key, Arguments([each(m, _first(args), 0)], {}), node).scores
    if scores and name == "sorted":
        one = _first(args)
        one = one if one.kind in (Kind.SEQUENCE, Kind.EACH) else Value(Kind.EACH, items=(each(m, one, 0),), learned=one.learned)
        return m.keep(one._replace(scores=scores, marks=one.marks | Mark.ORDERED, refs=()))
    if scores:
        called = values[0].name if len(values) == 1 and values[0].kind is Kind.CONSTANT else ""
        turned = key is not None and key.kind is Kind.FUNCTION  # perhaps it turns them round
        fresh = extreme(m, name, node, out._replace(scores=scores, name=called), turned)
        alone = len(values) == 1 and (values[0].kind in (Kind.SEQUENCE, Kind.EACH) or is_data(values[0]))
        one = values[0] if alone else Value(Kind.SEQUENCE, items=tuple(values))
        if len(values) == 1 and values[0].kind is Kind.MAPPING:
            return Value(Kind.CONSTANT, None, out.learned | fresh, scores=scores)
        return marked(m, each(m, one, 0)._replace(symbol=NOTHING), fresh)
    if out.rows is not None and name != "sorted":
        return Value(Kind.CONSTANT, None, out.learned | m.learn(Learns.STATISTIC, name, node, out), marks=out.marks & Mark.GAP)
    return _first(args) if name == "sorted" else out


def _sum(m: Machine, args: Arguments, node: ast.expr) -> Value:
    one = whole(_first(args))
    if one.rows is not None and one.marks & Mark.JUDGED:
        metric = Metric.SHARE if one.marks & Mark.MASK else Metric.NUMBERS
        return m.score("sum", node, one.rows, one.learned, one.marks, metric=metric)
    return Value(Kind.CONSTANT, None, one.learned, scores=one.scores)


def _next(m: Machine, args: Arguments, node: ast.expr) -> Value:
    given = _first(args)
    out = each(m, given, 0)
    return at_end(m, given, out, node) if given.marks & Mark.ORDERED else out


def _map(m: Machine, args: Arguments, node: ast.expr) -> Value:
    """`map` and `filter`: the items of known containers one by one; `filter` gives them back as they are."""
    if len(args.positional) < 2:
        return Value()
    function, *given = args.positional
    filters = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "filter"
    known = [turns(m, one) for one in given]
    if known and all(one is not None for one in known):
        begin_loop(m)
        rows = list(zip(*[one or [] for one in known], strict=False))
        made = [m.call(function, Arguments(list(row), {}), node) for row in rows]
        m.rounds -= 1
        return m.keep(Value(Kind.EACH, items=(each(m, given[0], 0),)) if filters else Value(Kind.SEQUENCE, items=tuple(made)))
    with one_for_all(m):
        inside = m.call(function, Arguments([each(m, one, 0) for one in given], {}), node)
    return m.keep(Value(Kind.EACH, items=(each(m, given[0], 0) if filters else inside,)))


def _shown(m: Machine, args: Arguments, node: ast.expr) -> Value:
    return Value(Kind.CONSTANT, symbol=None)


def _world(m: Machine, args: Arguments, node: ast.expr) -> Value:
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else "exec"
    one = _first(args)
    if name == "exec" and isinstance(one.symbol, str) and m.run_text(one.symbol, node):
        return Value(Kind.CONSTANT, symbol=None)
    if name != "eval":
        m.open_world(f"{name}() may define names", node)
    return Value()


def _getattr(m: Machine, args: Arguments, node: ast.expr) -> Value:
    name = args.constant((1,))
    return get_attribute(m, args.positional[0], name, node) if isinstance(name, str) else Value()


def _open(m: Machine, args: Arguments, node: ast.expr) -> Value:
    path = args.get((0, "file"))
    if path is None or not isinstance(path.symbol, str):
        return Value(Kind.CONSTANT)
    m.paths.add(path.symbol)
    if "x" in str(args.constant((1, "mode"))):  # it makes a new file or fails: never the same one
        return Value(Kind.CONSTANT)
    return Value(Kind.CONSTANT, symbol=path.symbol)


def _str(m: Machine, args: Arguments, node: ast.expr) -> Value:
    one = _first(args)
    if one.kind is Kind.CONSTANT and isinstance(one.symbol, str) and len(args.every()) == 1:
        return one
    return blend(args.every(), Kind.CONSTANT)


def _ipython(m: Machine, args: Arguments, node: ast.expr) -> Value:
    return Value(Kind.TOOL, name="ipython")


def _pure(m: Machine, args: Arguments, node: ast.expr) -> Value:
    out = blend(args.every(), Kind.CONSTANT)
    return out._replace(rows=None, kind=Kind.CONSTANT, learned=NONE_LEARNED)


def _any(m: Machine, args: Arguments, node: ast.expr) -> Value:
    """`any`, `all`: what was learned to answer it goes with the answer."""
    one = whole(_first(args))
    return Value(Kind.CONSTANT, learned=one.learned, scores=one.scores)


def _same(m: Machine, args: Arguments, node: ast.expr) -> Value:
    return _first(args)


BUILTINS: dict[str, Handler] = {
    "len": _len,
    **dict.fromkeys(("int", "float", "round", "abs"), _number),
    **dict.fromkeys(("list", "tuple", "set", "dict", "frozenset"), _container),
    "zip": _zip,
    "enumerate": _enumerate,
    "range": _range,
    "xrange": _range,
    **dict.fromkeys(("max", "min", "sorted"), _extreme),
    "sum": _sum,
    "next": _next,
    **dict.fromkeys(("iter", "reversed"), _same),
    **dict.fromkeys(("map", "filter"), _map),
    **dict.fromkeys(("print", "display", "help", "input", "displayHTML"), _shown),
    **dict.fromkeys(("exec", "eval", "globals", "locals", "vars", "execfile"), _world),
    "getattr": _getattr,
    "open": _open,
    "str": _str,
    "get_ipython": _ipython,
    "super": lambda m, args, node: parent(m),
    **dict.fromkeys(("isinstance", "type", "id", "hasattr", "callable", "issubclass", "hash", "repr", "bool", "dir"), _pure),
    **dict.fromkeys(("any", "all"), _any),
}
