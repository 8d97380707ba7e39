"""What is done row by row: the same rows, masks of them, columns under other names, and what is written back in place."""

from __future__ import annotations

from ..model.facts import NONE_LEARNED, NOTHING, Columns, Kind, Mark, Value
from .arguments import Arguments
from .carried import called_otherwise, of_some_types
from .choices import ORDERING
from .frames import is_data, set_column, spoil
from .join import blend, expression, whole
from .machine import Machine
from .moves import moved
from .order import kept_in_order
from .origins import named
from .picking import places
from .repeats import SPELLED

# Calls that make an array of whatever they are given: its rows are rows from then on.
ARRAYS = frozenset({"numpy.array", "numpy.asarray", "numpy.vstack", "numpy.float32"})
SAME_VALUES = frozenset(
    """
    array asarray ascontiguousarray astype asmatrix cat codes contiguous copy cpu detach expand_dims flatten float infer_objects int long
    numpy ravel rename reset_index reshape set_index sort_index sort_values squeeze Series Index tensor to to_frame to_list to_numpy to_series
    tolist transpose type view
    """.split()
)  # by the last part of a call's name: what leaves every value as it is
SAME_INDEX = frozenset(
    """
    to_numpy copy tolist array asarray astype ravel flatten to_list numpy cpu detach long int tensor as_tensor from_numpy LongTensor squeeze collect lazy
    """.split()
)  # what leaves an index, or a condition, what it was
PLACES = frozenset({"numpy.where", "numpy.nonzero", "numpy.flatnonzero"})
MOVES = frozenset({"shift", "diff", "pct_change", "tshift"})
CALLED = (Kind.FUNCTION, Kind.METHOD, Kind.SYMBOL, Kind.CLASS)


def kept(m: Machine, name: str, owner: Value | None, args: Arguments) -> Value:
    """The rows of what went in, row by row; a mask or an index where the name says that it makes one."""
    inputs = [owner, *args.every()] if owner is not None else args.every()
    if owner is not None and name in MOVES:  # by how much the rows move is told by no value of theirs
        inputs = [owner, *(one._replace(learned=NONE_LEARNED) for one in inputs[1:])]
    inputs = [each if one.kind is Kind.EACH and ((each := whole(one)).scores or each.rows) else one for one in inputs]
    out = blend(inputs, Kind.CONSTANT)
    if out.rows is None and name in ARRAYS and not out.scores:
        out = out._replace(kind=Kind.DATA, rows=m.book.source(label=SPELLED))
    if out.rows is None:
        symbol = inputs[0].symbol if len(inputs) == 1 and name.startswith(("pathlib", "os.path")) else NOTHING
        if name in ("os.path.join", "posixpath.join", "pathlib.Path") and inputs and all(isinstance(one.symbol, str) for one in inputs):
            symbol = "/".join(one.symbol for one in inputs)
        elif symbol is NOTHING and inputs and owner is None:
            symbol = expression("call", name, *(one.symbol for one in inputs))
        return out._replace(symbol=symbol, marks=out.marks | (_order(name, inputs) if out.scores else 0))
    if owner is None and name in PLACES and len(inputs) == 1 and not out.scores:
        return places(m, name, inputs[0])
    marks = out.marks | (_order(name, inputs) if out.scores else 0)
    symbol = NOTHING
    if name in (
        "isnull",
        "isna",
        "notnull",
        "notna",
        "duplicated",
        "isin",
        "between",
        "contains",
        "startswith",
        "endswith",
        "eq",
        "ne",
        "lt",
        "gt",
        "ge",
        "le",
    ) or name.endswith(("isnan", "isin", "in1d", "isnull", "logical_not")):
        marks |= Mark.MASK
        symbol = _mask_symbol(name.rpartition(".")[2], owner, args)
    elif name.rpartition(".")[2] in ("argsort", "nonzero", "flatnonzero", "argwhere"):
        marks |= Mark.INDEX
    if owner is not None:
        marks |= kept_in_order(m, name, owner, args)
    columns = None
    base = owner if owner is not None else next((one for one in args.positional if one.rows is not None), None)
    if base is not None and base.columns is not None:
        fresh = out.learned - base.learned
        form = None if _one_to_one(name, args) else m.book.serial()
        columns = base.columns
        if fresh or form is not None:
            known = {
                key: one._replace(learned=one.learned | fresh, form=one.form if form is None else form)
                for key, one in columns.known.items()
            }
            columns = columns._replace(known=known, rest=columns.rest | fresh)
        others = [one for one in inputs if one is not base]
        columns = moved(m, name, args, columns, others, form is None, bool(base.marks & Mark.REVERSED))
        if name == "select_dtypes":
            columns = of_some_types(base.columns)
        elif name == "rename":
            columns = _renamed(m, base.columns if columns is None else columns, args)
    kept_marks = (base.marks & (Mark.INDEX | Mark.MASK)) if base is not None and name.rpartition(".")[2] in SAME_INDEX else 0
    if kept_marks and base is not None and symbol is NOTHING:
        symbol = base.symbol
    return m.keep(
        out._replace(marks=marks | kept_marks, symbol=symbol, columns=columns, name=base.name if base is not None and is_data(base) else "")
    )


def _order(name: str, inputs: list[Value]) -> int:
    """Scores stay in order, or are put in order here."""
    return Mark.ORDERED if name.rpartition(".")[2] in ORDERING or inputs[0].marks & Mark.ORDERED else 0


def _one_to_one(name: str, args: Arguments) -> bool:
    """Does every value stay what it is, or get a name of its own?"""
    last = name.rpartition(".")[2]
    if last in ("map", "replace"):
        given = args.positional[0].items if args.positional else None
        values = [one.symbol for one in given.values()] if isinstance(given, dict) else [one.symbol for one in args.positional]
        return bool(values) and all(isinstance(one, str | int | float) for one in values) and len(set(values)) == len(values)
    return last in SAME_VALUES


def _renamed(m: Machine, columns: Columns, args: Arguments) -> Columns | None:
    """`frame.rename(columns={...})`: the same columns under other names."""
    given = args.get(("columns",))
    if given is not None and given.kind in CALLED:
        return called_otherwise(m, columns, given)
    if given is None or not isinstance(given.items, dict):
        return columns if given is None and args.get(("index",)) is not None else None
    names = {old: new.symbol for old, new in given.items.items()}
    if not all(isinstance(old, str) and isinstance(new, str) for old, new in names.items()):
        return None
    fresh = {new: named(columns, old) for old, new in names.items()}
    known = {**fresh, **{names.get(name, name): one for name, one in columns.known.items()}}
    return columns._replace(known=known, without=(columns.without | frozenset(names)) - frozenset(known))


def _mask_symbol(name: str, owner: Value | None, args: Arguments) -> object:
    parts = [owner, *args.positional] if owner is not None else args.positional
    if name in ("isnull", "isna", "isnan", "notnull", "notna") and parts:
        known = parts[0].symbol if isinstance(parts[0].symbol, tuple) else ("rows", parts[0].rows)
        missing = expression("isnull", known)
        return missing if name.startswith("is") else expression("not", missing)
    if (
        name in ("isin", "in1d")
        and len(parts) > 1
        and parts[1].marks & Mark.INDEX
        and parts[1].rows is not None
        and parts[0].marks & Mark.INDEX
    ):
        return ("among", parts[1].rows)
    symbols = [one.symbol if one.symbol is not NOTHING else (("rows", one.rows) if one.rows is not None else NOTHING) for one in parts]
    return expression(name, *symbols)


def write_back(m: Machine, owner: Value, out: Value) -> None:
    """`inplace=True`: the owner changes, and the frame that it is a column of."""
    if owner.refs:
        m.change(owner, out._replace(held=owner.held))
    if owner.held is not None and isinstance(owner.held, tuple) and len(owner.held) == 2 and isinstance(owner.held[0], int):
        address, column = owner.held
        frame = m.heap.get(address)
        if frame is not None and column:
            set_column(m, frame, column, out)
        elif frame is not None:  # of a column whose name is not known
            spoil(m, frame, out)


def spread_over(owner: Value, fresh: frozenset[int]) -> Columns | None:
    """The columns of a value into all of which something was learned."""
    return owner.columns.taught(fresh, changed=True) if owner.columns is not None else None


def by_row(m: Machine, sources: list[Value], one: Value, start: int) -> Value:
    """What a comprehension over rows makes of each: no other rows were looked at since learning number `start`, whatever it worked out."""
    source = sources[0] if len(sources) == 1 else Value()
    rows = source.rows
    if source.kind is not Kind.DATA or rows is None or source.marks & Mark.INDEX or one.items or not one.learned:
        return one
    learned = frozenset(number for number in one.learned if number < start or m.learnings[number].rows is not rows)
    if learned and one.rows is None and one.kind in (Kind.CONSTANT, Kind.UNKNOWN):
        return m.keep(Value(Kind.DATA, rows, learned, marks=one.marks & Mark.GAP))
    return one
