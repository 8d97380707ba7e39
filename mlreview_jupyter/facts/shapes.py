"""Operators that keep the rows they are given, by what the call makes of them: frames built, columns assigned, functions called."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import NONE_LEARNED, NOTHING, Column, Columns, Kind, Mark, Tool, Value
from ..model.rows import By
from .arguments import Arguments
from .counts import counted
from .frames import is_data, pick, set_column, some, some_columns, texts, without_columns
from .join import blend, whole
from .machine import Machine
from .rowwise import CALLED, kept, spread_over, write_back
from .windows import window


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
            return window(m, owner)
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
    if data.kind is Kind.MAPPING and isinstance(data.items, dict):
        inside = {key: whole(value) for key, value in data.items.items()}
        rows = list(dict.fromkeys(value.rows for value in inside.values() if value.rows is not None))
        known = {}
        for key, value in inside.items():
            one = next(iter(value.columns.known.values())) if value.columns is not None and len(value.columns.known) == 1 else None
            known[str(key)] = (
                Column(one.sources, value.learned, form=one.form) if one else Column(frozenset((str(key),)), value.learned, form=0)
            )
        columns = Columns(known, any(isinstance(key, tuple) for key in inside))
        out = blend(inside.values(), Kind.DATA)
        return m.keep(out._replace(kind=Kind.DATA, rows=rows[0] if len(rows) == 1 else m.book.source(), columns=columns))
    out = blend([whole(data)], Kind.DATA)
    spelled = texts(names) if names is not None else None
    told = Columns({key: Column(frozenset((key,)), out.learned, form=0) for key in spelled}, False) if spelled else data.columns
    rows_of = out.rows if out.rows is not None else (m.book.source() if not out.scores else None)
    return m.keep(out._replace(kind=Kind.DATA, rows=rows_of, columns=told, marks=out.marks | (data.marks & (Mark.INDEX | Mark.MASK))))


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
            inside = m.call(function, Arguments([element._replace(rows=None)], {}), node)
        inside = whole(inside) if inside.items else inside
        if frame and by_row and name == "apply":  # what is made of one row depends on the columns that it looks at
            return m.keep(owner._replace(kind=Kind.DATA, learned=inside.learned, columns=None, symbol=NOTHING, held=None, name=""))
        learned = owner.learned | inside.learned
        columns = spread_over(owner, inside.learned - owner.learned)
        if columns is not None:
            form = m.book.serial()
            columns = columns._replace(known={key: one._replace(form=form) for key, one in columns.known.items()})
        return m.keep(owner._replace(kind=Kind.DATA, learned=learned, columns=columns, symbol=NOTHING, held=None))
    return kept(m, name, owner, args)


def piped(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.pipe(function, ...)`."""
    if owner is None or not args.positional:
        return owner or Value()
    return m.call(args.positional[0], Arguments([owner, *args.positional[1:]], args.keywords), node)


def assigned(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`frame.assign(column=value or function)`."""
    if owner is None:
        return Value()
    out = m.keep(owner)
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
        return without_columns(m, owner, texts(columns if columns is not None else labels or Value()))
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
    """`frame.filter(names)`."""
    given = args.get((0, "items"))
    return some_columns(
        m, owner or Value(), texts(given) if given is not None else None, given.learned if given is not None else NONE_LEARNED
    )


def cloned(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`clone(model)`, `copy(x)`: another one like it."""
    one = args.positional[0] if args.positional else Value()
    if one.kind is Kind.TOOL and name.endswith("clone"):
        settings = one.held.settings if isinstance(one.held, Tool) else NONE_LEARNED
        one = one._replace(learned=settings, held=Tool(settings), marks=one.marks & ~Mark.FITTED)
    return m.keep(one) if one.refs else one


def apart(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`shuffle(X, y)`: each in the same new order."""
    order = some(m, "most")
    parts = tuple(pick(m, one, order) if is_data(one) else one for one in args.all(("*",)))
    return parts[0] if len(parts) == 1 else m.keep(Value(Kind.SEQUENCE, items=parts))


def same(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`tqdm(folds)`: what went in."""
    return args.get(call.roles.get("data", (0,))) or owner or Value()


_SHAPES = {
    "self": same,
    "built": built,
    "called": called,
    "piped": piped,
    "assigned": assigned,
    "dropped": dropped,
    "popped": popped,
    "selected": selected,
    "clone": cloned,
    "each": apart,
}
