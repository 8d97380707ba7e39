"""Operators that keep the rows they are given, by what the call makes of them: frames built, columns assigned, functions called."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import NONE_LEARNED, NOTHING, Column, Columns, Kind, Mark, Value
from ..model.rows import By
from .arguments import Arguments
from .asked import asked
from .choices import CHOSEN
from .choosing import labelled
from .counts import counted
from .datasets import gathered
from .frames import by_key, dropped_columns, is_data, set_column, some_columns, some_named, texts, without_columns
from .iteration import of_pairs
from .join import blend, contents, whole
from .later import later, named
from .machine import Machine
from .moves import each_column, named_anew
from .order import indexed
from .origins import by_looking, made_here, one_column
from .parts import copied, unfitted
from .pathnames import folder, here
from .picking import pick, some
from .pieces import apart, pieces
from .rowwise import CALLED, kept, spread_over, write_back
from .signs import put_all, recorded, sign
from .windows import decomposed, smoothed, window


def keep(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Row by row: the same rows; what the arguments learned comes along."""
    if owner is not None and owner.kind is Kind.TOOL:
        if call.gives == "self":
            return owner
        given = args.get(call.roles.get("data", (0,)))
        return (
            blend([owner, given or Value()])
            if given is None or given.refs == ()
            else m.keep(blend([given, owner._replace(marks=owner.marks & Mark.GAP)]))
        )
    if call.gives == "counts":
        counted(m, owner, args, node)
    shaped = _SHAPES.get(call.gives)
    if shaped is not None:
        out = shaped(m, call, name, owner, args, node)
    else:
        if owner is not None and name in ("rolling", "expanding", "ewm", "resample"):
            return window(m, owner, name, args)
        out = kept(m, name, owner, args)
    if owner is not None and args.constant(("inplace",)) is True:
        write_back(m, owner, out)
        return Value(Kind.CONSTANT, symbol=None)
    return out


def built(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`DataFrame(...)`: of one value, the same rows; of a dict of columns, their rows where they agree."""
    data = args.get(call.roles.get("data", (0,)))
    names = args.get(call.roles.get("names", ("columns",)))
    if data is None:
        return m.keep(
            Value(Kind.DATA, m.book.source(), columns=Columns({}, False), learned=args.loose.learned if args.loose else NONE_LEARNED)
        )
    if data.kind is Kind.MAPPING and args.constant(("orient",)) == "index":  # each item makes one row
        return m.keep(Value(Kind.DATA, m.book.source(), whole(data).learned))
    if data.kind is Kind.MAPPING and isinstance(data.items, dict):
        inside = {key: whole(m.present(value)) for key, value in data.items.items()}
        rows = list(dict.fromkeys(value.rows for value in inside.values() if value.rows is not None))
        known = {}
        for key, value in inside.items():
            one = next(iter(value.columns.known.values())) if value.columns is not None and len(value.columns.known) == 1 else None
            blank = one._replace(learned=value.learned) if one else Column(frozenset((str(key),)), value.learned, form=0)
            known[str(key)] = made_here(m, blank, value)
        if not rows:  # a table of scores beside the names of what they are scores of: once put in order, the names tell of them
            chosen = frozenset(one for value in inside.values() for one in value.learned if m.learnings[one].learns in CHOSEN)
            known = {key: one._replace(learned=one.learned | chosen) for key, one in known.items()} if chosen else known
        columns = Columns(known, any(isinstance(key, tuple) for key in inside))
        out = blend(inside.values(), Kind.DATA)
        one_source = rows[0] if len(rows) == 1 else m.book.source()
        dated = out.marks | indexed(m, one_source, args.get(("index",)))
        return put_all(m, m.keep(out._replace(kind=Kind.DATA, rows=one_source, columns=columns, marks=dated)))
    out = blend([whole(data)], Kind.DATA)
    spelled = texts(names) if names is not None else None
    told = named_anew(m, spelled, data.columns, out.learned) if spelled else data.columns
    if told is None and data.kind is Kind.CONSTANT and not out.learned and isinstance(data.symbol, int | float | str):
        told = one_column(m, "constant", out.learned)
    told_of_columns = data.kind in (Kind.CONSTANT, Kind.METHOD) and any(
        m.learnings[one].learns in CHOSEN for one in out.learned
    )  # no rows of their own
    rows_of = out.rows if out.rows is not None else (m.book.source() if not (out.scores or told_of_columns) else None)
    index = args.get(("index",))
    if data.kind is Kind.CONSTANT and out.rows is None and index is not None and index.rows is not None and index.marks & Mark.INDEX:
        rows_of = index.rows  # one value for each of these rows
    dated = indexed(m, rows_of, index)
    out = m.keep(
        out._replace(kind=Kind.DATA, rows=rows_of, columns=told, marks=out.marks | dated | (data.marks & (Mark.INDEX | Mark.MASK)))
    )
    if data.marks & Mark.MASK:
        out = m.change(out, out._replace(symbol=data.symbol))
    return recorded(m, data, out) if told is None and data.kind is Kind.SEQUENCE else out


def called(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`apply`, `map`, `transform` with a function: it is walked with the rows it gets."""
    function = args.positional[0] if args.positional else args.get(("func", "arg"))
    if owner is None or function is None:
        return blend([owner or Value(), *args.every()])
    if function.kind in CALLED:
        frame = not owner.name and not (owner.columns is not None and "" in owner.columns.known)
        element = owner._replace(symbol=NOTHING, refs=(), held=None)
        by_row = args.constant((1, "axis")) in (1, "columns")
        if (frame and not by_row) or name == "transform":
            inside = m.call(function, Arguments([m.keep(element)], {}), node)
        else:  # one row or one element at a time: nothing can be learned from the others
            element = element._replace(kind=Kind.UNKNOWN if not frame else Kind.DATA, rows=None if not frame else owner.rows)
            looked, m.seen.looked = m.seen.looked, []
            inside = m.call(function, Arguments([element._replace(rows=None)], {}), node)
            seen, m.seen.looked = m.seen.looked, looked
        inside = whole(inside) if inside.items else inside
        if frame and by_row and name == "apply":  # what is made of one row depends on the columns that it looks at
            told = by_looking(m, owner.columns, seen, inside.learned)
            return m.keep(owner._replace(kind=Kind.DATA, learned=inside.learned, columns=told, symbol=NOTHING, held=None, name=""))
        learned = owner.learned | inside.learned
        columns = spread_over(owner, inside.learned - owner.learned)
        if columns is not None:
            columns = each_column(m, columns)
        return m.keep(owner._replace(kind=Kind.DATA, learned=learned, columns=columns, symbol=NOTHING, held=None))
    return kept(m, name, owner, args)


def piped(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.pipe(function, ...)`."""
    if owner is None or not args.positional:
        return owner or Value()
    return m.call(args.positional[0], Arguments([owner, *args.positional[1:]], args.keywords), node)


def evaluated(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.eval("rate = paid / owed")`: a column computed, or a frame that has one more."""
    text = args.constant((0, "expr"))
    out = asked(m, owner, text, node) if owner is not None and isinstance(text, str) else None
    return out if out is not None else kept(m, name, owner, args)


def assigned(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.assign(column=value or function)`."""
    if owner is None:
        return Value()
    out = m.keep(owner)
    for value in _each_of(args):
        if value.name and is_data(value):
            out = set_column(m, m.present(out), value.name, value)
        elif value.learned:
            out = m.change(out, kept(m, name, m.present(out), Arguments([value], {})))
    for key, value in args.keywords.items():
        inside = m.call(value, Arguments([m.present(out)], {}), node) if value.kind is Kind.FUNCTION else value
        out = set_column(m, m.present(out), key, inside)
    return m.present(out)


def dropped(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.drop(...)`: columns by name, or all rows but those of an index."""
    if owner is None:
        return Value()
    labels = args.get((0, "labels"))
    columns = args.get(("columns",))
    axis = args.constant((1, "axis"))
    if columns is not None or axis in (1, "columns"):
        return dropped_columns(m, owner, columns if columns is not None else labels or Value())
    rows = args.get(("index",)) or labels
    if rows is not None and rows.marks & Mark.INDEX and rows.rows is not None:
        return pick(m, owner, By("outside", rows.rows), rows.learned)
    return pick(m, owner, some(m, "most"), rows.learned if rows is not None else NONE_LEARNED)


def popped(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.pop("y")`: the column comes out, and is gone."""
    if owner is None or not args.positional:
        return Value()
    names = texts(args.positional[0])
    out = some_columns(m, owner, names, NONE_LEARNED)
    if owner.refs:
        m.change(owner, without_columns(m, owner, names)._replace(held=owner.held))
    return out._replace(name=names[0] if names else "")


def selected(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.filter(names)`, `frame.select(expressions)`; by a condition, some of its rows."""
    first = args.get((0, "items"))
    if owner is not None and first is not None and first.marks & Mark.MASK and is_data(first):
        return by_key(m, owner, first)
    every = blend(args.every())
    if len(args.positional) > 1:
        first = Value(Kind.SEQUENCE, items=tuple(_each_of(args)))
    if owner is not None and first is None and ("like" in args.keywords or "regex" in args.keywords):
        return _matching(m, owner, args)
    if every.rows is None or owner is None:
        return some_columns(m, owner or Value(), texts(first) if first is not None else None, every.learned)
    frame, names = m.keep(owner), []
    for one in _each_of(args):
        if is_data(one) and one.name:
            frame = set_column(m, m.present(frame), one.name, one)
        names.append(one.name if is_data(one) else one.symbol)
    known = [name for name in names if isinstance(name, str) and name]
    return some_columns(m, m.present(frame), known if len(known) == len(names) else None, every.learned)


def _matching(m: Machine, owner: Value, args: Arguments) -> Value:
    """`frame.filter(like="pixel")`: of the names that are known, those that hold it; of the others, nobody knows which."""
    like = args.constant(("like",))
    known = [name for name in owner.columns.known if name] if owner.columns is not None else []
    if not isinstance(like, str):
        return some_named(m, owner, frozenset(), frozenset(), NONE_LEARNED)
    taken = [name for name in known if like in name]
    if owner.columns is not None and not owner.columns.more and len(known) == len(owner.columns.known):
        return some_columns(m, owner, taken, NONE_LEARNED)
    return some_named(m, owner, frozenset(taken), frozenset(known) - frozenset(taken), NONE_LEARNED)


def _each_of(args: Arguments) -> list[Value]:
    """The arguments, or what the lists among them hold: columns, as polars takes them."""
    return [one for part in args.positional for one in (contents(part) if part.kind in (Kind.SEQUENCE, Kind.EACH) else [part])]


def cloned(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`clone(model)`, `copy(x)`: another one like it."""
    one = args.positional[0] if args.positional else Value()
    if name.endswith("clone") and one.kind in (Kind.TOOL, Kind.INSTANCE):
        return unfitted(m, one, node)
    return copied(m, one)


def same(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`tqdm(folds)`: what went in."""
    return args.get(call.roles.get("data", (0,))) or owner or Value()


def batches(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`DataLoader(data)`: the same rows, some at a time; whatever columns they have, a loop over it gives rows."""
    out = kept(m, name, owner, args)
    return m.change(out, out._replace(columns=None, name="")) if out.refs else out


def growing(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`defaultdict(list)`: a dict that has what it is asked for; `OrderedDict(pairs)`: a dict."""
    first = args.get(call.roles["factory"])
    if first is not None and first.kind is Kind.MAPPING:
        return m.keep(first._replace(refs=()))
    pairs = of_pairs(m, first) if first is not None else None
    if first is not None and pairs is not None:
        return m.keep(Value(Kind.MAPPING, items={**pairs, **args.keywords}, scores=first.scores))
    factory = first.name.rpartition(".")[2] if first is not None and first.kind is Kind.SYMBOL else ""
    return m.keep(Value(Kind.MAPPING, items=dict(args.keywords), name=f"grows {factory}" if factory else ""))


def windows(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`sliding_window_view(series, 12)`: pieces that share most of what is in them."""
    out = kept(m, name, owner, args)._replace(columns=None)
    sign(m, "windows", out.rows)
    return m.keep(out)


_SHAPES = {
    "folder": folder,
    "here": here,
    "self": same,
    "grows": growing,
    "batches": batches,
    "named_parts": gathered,
    "built": built,
    "called": called,
    "piped": piped,
    "assigned": assigned,
    "evaluated": evaluated,
    "dropped": dropped,
    "popped": popped,
    "selected": selected,
    "clone": cloned,
    "each": apart,
    "later": later,
    "named": named,
    "windows": windows,
    "labelled": labelled,
    "smoothed": smoothed,
    "decomposed": decomposed,
    "pieces": pieces,
}
