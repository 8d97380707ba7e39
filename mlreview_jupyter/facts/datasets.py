"""Data sets that come as several parts under their names: which part is which, and what is done to all of them at once."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import Kind, Mark, Value
from ..model.ops import Op
from ..model.rows import By, Rows
from .arguments import Arguments
from .frames import is_data
from .machine import Machine
from .randomness import draw_of

NAMED = "parts by name"  # the name of a mapping of such parts
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
