"""Operators over all rows: statistics, groups, rows put together, facts about shape."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import NONE_LEARNED, NOTHING, Kind, Mark, Value
from ..model.ops import Learns, Metric, Op
from .arguments import Arguments
from .beside import one_below_the_other, side_by_side
from .choices import EXTREMES, extreme
from .counts import counted
from .duplicates import COUNTED, counts_them
from .frames import BLANK, columns_of, texts, total
from .importances import importances
from .join import blend, contents, expression, whole
from .machine import Machine
from .metrics import of_call
from .moves import moved, spread_columns
from .origins import one_column, only
from .repeats import again, between, positions, repeated, share_rows
from .rowwise import CALLED, kept
from .signs import MANY, ids, keyed, looked_up, sign

# Names of aggregations that, given to `transform`, look at other rows without learning from their values.
COUNTS = frozenset("shift cumsum cumcount cummax cummin cumprod ffill bfill pct_change diff count size ngroup nunique".split())


def measure(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A statistic: over the columns of a row it is row by row, over rows it is learned."""
    if call.gives == "importances":
        return importances(m, call, name, args, node)
    axis = args.constant(call.roles.get("axis", ("axis",)))
    data = owner if owner is not None else whole(args.get(call.roles.get("data", (0,))) or args.loose or Value())
    if data.kind is Kind.SEQUENCE:
        data = whole(data)
    if (axis in (1, -1, "columns") and owner is not None) or (axis in (1, -1) and owner is None):
        return kept(m, name, data, Arguments([], {}))
    rest = blend([data, *args.every()], Kind.CONSTANT)
    if data.rows is not None and data.marks & Mark.JUDGED:
        metric = Metric.SHARE if data.marks & Mark.MASK else Metric.NUMBERS
        return m.score(name, node, data.rows, rest.learned, rest.marks, metric=metric)
    if rest.marks & Mark.PREDICTED:
        if _against_truth(owner, args):
            return m.score(name, node, data.rows, rest.learned, rest.marks, metric=of_call(call))
        m.event(Op.UNKNOWN, name, node, {"data": rest})  # counted by hand: what that looks at can't be told
    if counts_them(node, data) and not m.rehearsal:
        m.event(Op.MEASURE, COUNTED, node, {"data": data})
    elif call.gives and data.rows is not None and not m.rehearsal:
        m.event(Op.MEASURE, call.gives, node, {"data": data})
    if data.scores:
        return _of_scores(m, name, data, node)
    learned = rest.learned
    if data.rows is None and learned and call.learns is Learns.SELECTION:  # a test of a table that was counted
        data = data._replace(rows=m.learnings[max(learned)].rows)
    if _counts_gaps(data):
        return Value(Kind.CONSTANT, None, learned)
    shown = name.rpartition(".")[2]
    grouped = owner is not None and owner.kind is Kind.GROUPS
    if data.rows is not None:
        subject = (
            node.func.value
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and owner is not None and owner.kind is not Kind.GROUPS
            else (node.args[0] if isinstance(node, ast.Call) and node.args else None)
        )
        learned = learned | m.learn(
            call.learns or Learns.STATISTIC, f"group {shown}" if grouped else shown, node, data, subject, _within(owner)
        )
    told = [one.symbol for one in args.positional if one.kind is Kind.CONSTANT] if owner is not None else []
    symbol = expression("statistic", shown, data.symbol if isinstance(data.symbol, tuple) else data.rows, *told)
    return m.keep(Value(Kind.DATA if grouped else Kind.CONSTANT, None, learned, symbol, scores=rest.scores, marks=rest.marks & Mark.GAP))


def _against_truth(owner: Value | None, args: Arguments) -> bool:
    """`crosstab(y_test, predicted)`, `y_test.corr(predicted)`: predictions beside something that no model made."""
    given = [one for one in (owner, *args.every()) if one is not None and one.rows is not None]
    return len(given) > 1 and any(not one.marks & Mark.PREDICTED for one in given)


def _counts_gaps(data: Value) -> bool:
    """`frame.isnull().sum()`: how much is missing tells nothing of the values."""
    symbol = data.symbol
    while isinstance(symbol, tuple) and len(symbol) == 2 and symbol[0] == "not":
        symbol = symbol[1]
    return isinstance(symbol, tuple) and len(symbol) == 2 and symbol[0] == "isnull"


def _within(owner: Value | None) -> object:
    """The key of the groups within which something is learned."""
    return owner.held[1] if owner is not None and owner.kind is Kind.GROUPS and isinstance(owner.held, tuple) else NOTHING


def _of_scores(m: Machine, name: str, data: Value, node: ast.expr) -> Value:
    """A mean of scores is a score; the place of the best is a choice."""
    fresh = extreme(m, name, node, data) if name.rpartition(".")[2] in EXTREMES else NONE_LEARNED
    return Value(Kind.CONSTANT, None, data.learned | fresh, scores=data.scores)


def spread(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A statistic that goes back into every row."""
    data = owner if owner is not None else whole(args.get(call.roles.get("data", (0,))) or Value())
    if args.constant(call.roles.get("axis", ("axis",))) in (1, "columns"):
        return kept(m, name, data, Arguments([], {}))
    edges = args.get(call.roles["edges"]) if "edges" in call.roles else None
    if edges is not None and not (edges.kind is Kind.CONSTANT and isinstance(edges.symbol, int)):
        return kept(m, name, data, Arguments([edges], {}))  # bins with edges of their own are row by row
    if call.gives == "called" and args.positional:
        function = args.positional[0]
        if function.kind in CALLED:
            outer, m.within = m.within, _within(owner)
            group = data._replace(kind=Kind.DATA, name="group", columns=data.columns if only(data) is not None else None, refs=())
            inside = m.call(function, Arguments([m.keep(group)], {}), node)
            m.within = outer
            if inside.rows is not None or inside.items:
                return m.keep(whole(inside)._replace(kind=Kind.DATA))
            return m.keep(data._replace(kind=Kind.DATA, learned=data.learned | inside.learned, columns=None, refs=(), name=""))
        if isinstance(function.symbol, str) and function.symbol in COUNTS:
            given = Arguments(args.positional[1:], args.keywords)
            told = moved(m, function.symbol, given, data.columns, [], False, False) if data.columns and only(data) is not None else None
            return m.keep(data._replace(kind=Kind.DATA, columns=told, refs=(), name=""))
    shown = name.rpartition(".")[2]
    if owner is not None and owner.kind is Kind.GROUPS and args.positional and isinstance(args.positional[0].symbol, str):
        shown = f"group {args.positional[0].symbol}"
    subject = node.args[0] if isinstance(node, ast.Call) and node.args and owner is None else None
    fresh = m.learn(call.learns or Learns.STATISTIC, shown, node, data, subject, _within(owner))
    out = blend([data, *args.every()], Kind.DATA)
    columns = spread_columns(m, data.columns, args, fresh, call.learns, shown) if data.columns is not None else None
    return m.keep(out._replace(kind=Kind.DATA, learned=out.learned | fresh, columns=columns))


def group(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.groupby(key)`."""
    if owner is None:
        return Value()
    key = blend(args.every())
    names = texts(args.positional[0] if args.positional else args.keywords.get("by", Value()))
    keys, within = key.learned, key.symbol
    if names is not None and not owner.name:
        columns = columns_of(owner)
        keyed(m, owner.rows, names, columns)
        for name in names:
            keys |= columns.known[name].learned if name in columns.known else columns.rest
        within = ("column", owner.rows, names[0]) if len(names) == 1 else NOTHING
    return owner._replace(kind=Kind.GROUPS, name="", learned=owner.learned | keys, refs=(), held=(keys, within))


def by_keys_alone(owner: Value) -> Value:
    """Grouped rows of which only the keys are looked at: a running number, a size."""
    return owner._replace(learned=owner.held[0], columns=None) if isinstance(owner.held, tuple) else owner


def combine(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Rows below rows."""
    if not args.down_the_rows(call.roles.get("axis", ("axis",))):
        return join_rows(m, call, name, owner, args, node)
    parts = [owner] if owner is not None else []
    for one in args.all(call.roles.get("data", (0,))):
        parts.extend(m.present(part) for part in contents(one)) if one.kind in (Kind.SEQUENCE, Kind.MAPPING, Kind.EACH) else parts.append(
            one
        )
    rows = [one.rows for one in parts if one.rows is not None]
    out = blend(parts, Kind.CONSTANT)
    if parts and all(one.marks & Mark.INDEX for one in parts):
        out = out._replace(marks=out.marks | Mark.INDEX)
    twice = share_rows(m, parts, args.all(call.roles.get("data", (0,))))
    turns: list[str] = []
    columns = one_below_the_other(m, [one.columns for one in parts], turns)
    out = m.keep(out._replace(rows=m.book.union(tuple(rows)) if rows else None, columns=columns))
    for turn in turns:
        sign(m, "blocks", out.rows, turn, columns.known[turn].own if columns is not None else None)
    return repeated(m, out, name, node, out, sure=not out.marks & Mark.EITHER) if twice else out


def join_rows(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Columns beside columns: the rows of the first, everything that any learned."""
    parts = [owner] if owner is not None else []
    for one in args.every():
        parts.extend(m.present(part) for part in contents(one)) if one.kind in (Kind.SEQUENCE, Kind.EACH, Kind.MAPPING) else parts.append(
            one
        )
    out = blend(parts, Kind.CONSTANT)
    columns = side_by_side(m, parts, call.gives == "array")
    out = m.keep(out._replace(columns=columns if total(columns) >= out.learned else None, name=""))
    return looked_up(m, parts, args, out) if len(parts) > 1 and "on" in args.keywords else out


def describe(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A fact about shape or names; for `arange` and its like, positions."""
    if call.gives == "counts":
        if args.constant(("return_counts",)) is True:
            counted(m, owner, args, node)
        return Value(Kind.CONSTANT)
    if call.gives == "repeated":
        out = again(m, name, owner if owner is not None else args.get(call.roles["data"]), owner is not None, args, node)
        return ids(m, out, args) if owner is None else out
    if call.gives == "truth" and args.constant(call.roles["axis"]) in (1, -1, "columns"):
        return _of_each_row(m, name, owner if owner is not None else args.get(call.roles["data"]))
    if call.gives == "shape" and owner is None:
        if name.endswith("_like") and args.positional and args.positional[0].rows is not None:
            return m.keep(blend([args.positional[0]]))
        if name.endswith((".arange", ".indices")) and args.positional:
            first = args.positional[-1]
            rows = (
                positions(m, first.symbol) if len(args.positional) != 2 else m.book.pick(positions(m, "all"), between(m, args.positional))
            )
            few = isinstance(first.symbol, int) and first.symbol < MANY
            return m.keep(Value(Kind.DATA, rows, columns=one_column(m, "number", NONE_LEARNED, few), marks=Mark.INDEX))
        if name.endswith((".unique", ".shape", ".size")):
            return Value(Kind.CONSTANT)
        if name.endswith((".zeros", ".ones", ".empty", ".full", "_like")):
            return m.keep(Value(Kind.DATA, name=BLANK))  # to be filled
        return m.keep(Value(Kind.CONSTANT))
    return Value(Kind.CONSTANT)


def _of_each_row(m: Machine, name: str, data: Value | None) -> Value:
    """`mask.all(axis=1)`: a condition that each row meets or does not."""
    if data is None or data.rows is None:
        return Value(Kind.CONSTANT)
    symbol = expression(name.rpartition(".")[2], data.symbol)
    return m.keep(data._replace(kind=Kind.DATA, symbol=symbol, name="", columns=None, held=None, marks=data.marks | Mark.MASK))


def show(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """For a person's eyes."""
    return Value(Kind.CONSTANT, symbol=None)
