"""Data sets that come as several parts under their names: which part is which, and what is done to all of them at once."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import Kind, Mark, Value
from ..model.ops import Op
from ..model.rows import By, Rows
from .arguments import Arguments
from .classes import find_attribute
from .frames import is_data
from .join import blend
from .machine import Machine
from .randomness import draw_of

NAMED = "parts by name"  # the name of a mapping of such parts
TAKES_ROWS = (Op.SPLIT, Op.PICK, Op.COMBINE)
USUAL = ("train", "test", "validation", "valid", "dev", "unsupervised")


def loaded(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`load_dataset(name)`, `load_dataset(name, split="train")`: parts by their names, or one of them."""
    path = args.constant(call.roles["path"])
    rows = m.book.source(("file", name, path) if isinstance(path, str) else None, label=path if isinstance(path, str) else name)
    m.event(Op.LOAD, name, node, {}, Value(Kind.DATA, rows))
    told = args.get(call.roles["part"])
    if told is None or not isinstance(told.symbol, str):
        names = [one.symbol for one in told.items] if told is not None and isinstance(told.items, tuple) else []
        if names and all(isinstance(one, str) for one in names):
            return m.keep(Value(Kind.SEQUENCE, items=tuple(_part(m, rows, str(one)) for one in names)))
        parts = {one: _part(m, rows, one) for one in USUAL}
        return m.keep(Value(Kind.MAPPING, items=parts, name=NAMED)) if told is None else m.keep(Value(Kind.DATA, rows, marks=Mark.GAP))
    return _part(m, rows, told.symbol)


def _part(m: Machine, rows: Rows, name: str) -> Value:
    """A published part; of `train[:80%]`, some of it."""
    part = m.book.pick(rows, By("part", f"published {rows.id}", name.partition("[")[0]))
    if "[" in name:
        low, _, high = name.partition("[")[2].rstrip("]").partition(":")
        part = m.book.pick(part, By("slice", ("at", low) if low else None, ("at", high) if high else None))
    return m.keep(Value(Kind.DATA, part))


def pairs(m: Machine, name: str, args: Arguments, node: ast.expr) -> Value:
    """`(x_train, y_train), (x_test, y_test) = mnist.load_data()`: two published parts of the same data set."""
    rows = m.book.source(("file", name), label=name.removesuffix(".load_data").rpartition(".")[2])
    m.event(Op.LOAD, name, node, {}, Value(Kind.DATA, rows))
    parts = tuple(
        m.keep(Value(Kind.SEQUENCE, items=(_part(m, rows, part), _part(m, rows, part)._replace(symbol=("target", rows)))))
        for part in ("train", "test")
    )
    return m.keep(Value(Kind.SEQUENCE, items=parts))


def with_rows(m: Machine, call: Call, args: Arguments) -> Arguments:
    """Arguments, of which an object of a class of the program that gives items is the data that it gives them out of."""
    if not (call.op in TAKES_ROWS or call.gives == "batches") or not any(one.kind is Kind.INSTANCE for one in args.positional):
        return args
    return Arguments([items_of(m, one) if one.kind is Kind.INSTANCE else one for one in args.positional], args.keywords, args.loose)


def items_of(m: Machine, instance: Value) -> Value:
    """The rows out of which `__getitem__` gives items; the object itself where it has none."""
    told = find_attribute(m, instance.held, "__getitem__") if isinstance(instance.held, Value) else None
    if told is None or told[0].kind is not Kind.FUNCTION:
        return instance
    code = told[0].held.node
    first = code.args.args[0].arg if code.args.args else ""
    names = dict.fromkeys(
        one.attr for one in ast.walk(code) if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == first
    )
    kept = m.present(instance).attributes or {}
    inside = [m.present(kept[name]) for name in names if isinstance(kept.get(name), Value)]
    inside = [one for one in inside if one.kind not in (Kind.FUNCTION, Kind.TOOL, Kind.INSTANCE)]
    out = blend(inside)
    return m.keep(out) if out.rows is not None else instance


def split(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`data.train_test_split(...)`: two parts under their names."""
    if owner is None or owner.rows is None:
        return Value()
    event = m.event(Op.SPLIT, name, node, {"data": owner}, None, draw_of(m, call, args))
    items = {
        part: m.keep(owner._replace(rows=m.book.pick(owner.rows, By("part", event.id, number)), refs=()))
        for number, part in enumerate(("train", "test"))
    }
    return m.keep(Value(Kind.MAPPING, items=items, name=NAMED))


def gathered(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`DatasetDict({"train": …})`: the parts that were given."""
    given = args.positional[0] if args.positional else Value(Kind.MAPPING, items=dict(args.keywords))
    return m.keep(given._replace(name=NAMED, refs=())) if given.kind is Kind.MAPPING else given


def of_every_part(m: Machine, owner: Value, name: str, args: Arguments, node: ast.expr) -> Value:
    """A method that does to each part what it would do to one."""
    items = {
        key: m.call(Value(Kind.METHOD, name=name, held=(one, None)), args, node) if is_data(one) else one
        for key, one in (owner.items or {}).items()
    }
    return m.keep(owner._replace(items=items, refs=()))


OF_EVERY_PART = frozenset(
    """
    map filter remove_columns rename_column rename_columns select_columns set_format with_format cast cast_column shuffle
    sort flatten class_encode_column with_transform set_transform
    """.split()
)
