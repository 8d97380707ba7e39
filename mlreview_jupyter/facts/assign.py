"""Binding: what `target = value` does for every kind of target."""

from __future__ import annotations

import ast

from ..model.facts import NOTHING, Draw, Kind, Mark, Value
from .choices import marked
from .frames import ACCESSORS, is_data, set_column, spoil, store
from .iteration import LISTED, each, turns
from .join import blend, join
from .machine import Machine
from .scope import Scope

GROWN = 64  # items of a container that are kept apart


def assign(m: Machine, target: ast.expr, value: Value, node: ast.AST, scope: Scope | None = None) -> None:
    """Bind a target. With `scope`, names go there: a comprehension's own."""
    if m.choices and scope is None:
        value = marked(m, value, m.choices)
    if isinstance(target, ast.Name):
        if value.symbol is NOTHING and value.rows is None and value.kind in (Kind.CONSTANT, Kind.UNKNOWN):
            value = value._replace(symbol=("value", m.book.serial()))  # unknown, but the same wherever it is read
        if scope is not None:
            scope.names[target.id] = value
        else:
            m.bind(target.id, value, node)
    elif isinstance(target, ast.Tuple | ast.List):
        _unpack(m, target.elts, value, node, scope)
    elif isinstance(target, ast.Attribute):
        set_attribute(m, m.evaluate(target.value), target.attr, value)
    elif isinstance(target, ast.Subscript):
        set_item(m, target, value)
    elif isinstance(target, ast.Starred):
        assign(m, target.value, value, node, scope)


def _unpack(m: Machine, targets: list[ast.expr], value: Value, node: ast.AST, scope: Scope | None) -> None:
    known = list(value.items) if value.kind is Kind.SEQUENCE and isinstance(value.items, tuple) else None
    starred = next((at for at, target in enumerate(targets) if isinstance(target, ast.Starred)), None)
    if known is not None and starred is not None and len(known) >= len(targets) - 1:
        after = len(targets) - starred - 1
        middle = m.keep(Value(Kind.SEQUENCE, items=tuple(known[starred : len(known) - after])))
        known = [*known[:starred], middle, *(known[len(known) - after :] if after else [])]
    if known is not None and len(known) == len(targets):
        for target, one in zip(targets, known, strict=True):
            assign(m, target, m.present(one), node, scope)
        return
    for target in targets:
        one = each(m, value, 0)
        if one.refs or one.rows is not None:
            one = m.keep(one)
        assign(m, target, one, node, scope)


def set_attribute(m: Machine, owner: Value, name: str, value: Value) -> None:
    """`owner.name = value`."""
    if is_data(owner):
        if name in ("columns", "index", "name", "dtype", "shape"):
            renamed = owner._replace(columns=None, learned=owner.learned) if name == "columns" else owner
            m.change(owner, renamed)
        else:
            set_column(m, owner, name, value)
    elif owner.refs:
        if owner.kind is Kind.TOOL and name in ("random_state", "seed"):
            owner = owner._replace(symbol=Draw.UNSEEDED if value.kind is Kind.CONSTANT and value.symbol is None else Draw.SEEDED)
        attributes = owner.attributes or {}
        if len(attributes) < LISTED or name in attributes:
            m.change(owner, owner._replace(attributes={**attributes, name: value}))
        else:
            m.change(owner, owner._replace(learned=owner.learned | value.learned, marks=owner.marks | Mark.GAP))


def set_item(m: Machine, target: ast.Subscript, value: Value) -> None:
    """`owner[key] = value`."""
    owner = m.evaluate(target.value)
    if owner.kind is Kind.METHOD and owner.name in ACCESSORS:
        store(m, owner.held[0], target.slice, value, owner.name)
        return
    if is_data(owner):
        store(m, owner, target.slice, value)
        _write_through(m, owner, value)
        return
    key = m.evaluate(target.slice) if not isinstance(target.slice, ast.Slice) else Value()
    if not owner.refs:
        return
    if owner.kind is Kind.MAPPING:
        items = dict(owner.items or {})
        symbol = key.symbol if isinstance(key.symbol, str | int | float | bool) else ("unknown",)
        if len(items) >= LISTED and symbol not in items:
            items, symbol = {("unknown",): join(list(items.values()))}, ("unknown",)
        items[symbol] = join([items[symbol], value]) if symbol in items and isinstance(symbol, tuple) else value
        m.change(owner, owner._replace(items=items))
    elif owner.kind is Kind.SEQUENCE and isinstance(owner.items, tuple):
        m.change(owner, owner._replace(items=changed(owner.items, key, value)))
    elif owner.kind is Kind.UNKNOWN:
        spoil(m, owner, value)


def _write_through(m: Machine, column: Value, value: Value) -> None:
    """`frame["x"][mask] = value`: the column's frame changes, too."""
    if isinstance(column.held, tuple) and len(column.held) == 2 and isinstance(column.held[0], int):
        frame = m.heap.get(column.held[0])
        if frame is not None and column.held[1]:
            set_column(m, frame, column.held[1], value, part=True)
        elif frame is not None:
            spoil(m, frame, value)


def changed(items: tuple[Value, ...], key: Value, value: Value) -> tuple[Value, ...]:
    """A list after one item was set."""
    if isinstance(key.symbol, int) and -len(items) <= key.symbol < len(items):
        at = key.symbol % len(items)
        return (*items[:at], value, *items[at + 1 :])
    return tuple(join([one, value]) for one in items) or (value,)


def told(m: Machine, one: Value) -> Value:
    """A name that goes into a list only where a condition holds: what was learned to answer that goes with it."""
    return one._replace(learned=one.learned | m.seen.told) if m.seen.told and one.rows is None and one.kind is Kind.CONSTANT else one


def grow(m: Machine, owner: Value, more: tuple[Value, ...]) -> None:
    """Items are put at the end of a list."""
    items = tuple(owner.items or ())
    if len(items) + len(more) > GROWN:
        items, more = (join([*items, *more]),), ()
    m.change(owner, owner._replace(items=items + more))


def augmented(m: Machine, node: ast.AugAssign, value: Value, old: Value) -> None:
    """`target op= value`: an array or a list changes in place, under all its names."""
    if is_data(old) and old.refs and isinstance(node.target, ast.Name):
        both = blend((old, value))
        m.change(
            old,
            old._replace(
                learned=both.learned,
                columns=None if value.learned else old.columns,
                symbol=value.symbol,
                marks=old.marks | (value.marks & Mark.GAP),
            ),
        )
        m.note(node.target.id, "changed", node) if m.scope is m.main else None
        return
    if old.kind is Kind.SEQUENCE and old.refs:
        inside = turns(m, value)
        grow(m, old, tuple(told(m, one) for one in (inside if inside is not None else (each(m, value, 0),))))
        return
    assign(m, node.target, value, node)
