"""Containers and loops: one item, the items in order, and what one turn of a loop gives."""

from __future__ import annotations

from ..catalog.lookup import by_name
from ..model.facts import NONE_LEARNED, NOTHING, Columns, Kind, Mark, Value
from ..model.picks import TURNS
from ..model.rows import By
from .frames import is_data, texts, total
from .join import blend, contents, join
from .machine import Machine
from .origins import named, only
from .parts import held, part
from .repeats import plain_numbers

UNROLLED = 8  # items of a known container that a loop takes one by one
GROWS = {"grows list": Kind.SEQUENCE, "grows dict": Kind.MAPPING}  # what a dict of such a kind makes of a key that it has not
LISTED = 1000  # items of a container that are kept apart


EPOCHS = "by epoch"  # the name of a mapping of what a network told of itself, epoch by epoch


def listed(items: tuple[Value, ...]) -> Value:
    """A list of these; of very many, one stands for all."""
    return Value(Kind.SEQUENCE, items=items) if len(items) <= LISTED else Value(Kind.EACH, items=(join(items),))


def item(m: Machine, owner: Value, key: Value) -> Value:
    """One item of a container."""
    if owner.kind is Kind.SEQUENCE and isinstance(owner.items, tuple):
        if isinstance(key.symbol, int) and -len(owner.items) <= key.symbol < len(owner.items):
            return m.present(owner.items[key.symbol])
        return _found_by(key, join([m.present(one) for one in owner.items])) if owner.items else Value()
    if owner.kind is Kind.MAPPING and isinstance(owner.items, dict):
        if owner.name == EPOCHS and isinstance(key.symbol, str):  # only what is called `val_…` was computed on the watched rows
            return m.present(owner.items[("unknown",)])._replace(name=key.symbol) if key.symbol.startswith("val_") else Value(Kind.CONSTANT)
        if not isinstance(key.symbol, list | dict | set) and key.symbol is not NOTHING and key.symbol in owner.items:
            found: Value = owner.items[key.symbol]
            return m.present(found)
        if owner.name in GROWS and owner.refs and isinstance(key.symbol, str | int) and len(owner.items) < LISTED:
            new = m.keep(Value(GROWS[owner.name], items={} if GROWS[owner.name] is Kind.MAPPING else ()))
            m.change(owner, owner._replace(items={**owner.items, key.symbol: new}))
            return new
        inside = [m.present(one) for one in owner.items.values()]
        return _found_by(key, join(inside) if inside else Value())
    if owner.kind is Kind.EACH:
        return _found_by(key, each(m, owner, 0))
    if owner.kind is Kind.GROUPS:
        return groups_of(owner, key)
    if owner.kind is Kind.TOOL:
        inside = [part(m, owner, key.symbol) or owner] if key.symbol is not NOTHING else [m.present(one) for one in held(owner)]
        return join(inside) if inside else owner
    return blend([owner, key], Kind.CONSTANT if owner.kind is Kind.CONSTANT else Kind.UNKNOWN)


def _found_by(key: Value, one: Value) -> Value:
    """An item that was found by something learned."""
    return one._replace(learned=one.learned | key.learned) if key.learned else one


def is_splitter(value: Value) -> bool:
    """Does a loop over this give folds?"""
    call = by_name(value.name) if value.kind is Kind.TOOL else None
    return call is not None and call.protocol == "splitter"


def each(m: Machine, value: Value, turn: int) -> Value:
    """What one turn of a loop over this gives."""
    if value.kind is Kind.EACH:
        if value.held is not None:  # folds: two parts of a split that is new in each turn
            rows, split, learned = value.held
            parts = tuple(
                m.keep(Value(Kind.DATA, m.book.pick(rows, By("part", (split, turn), k)), learned, marks=Mark.INDEX | value.marks))
                for k in (0, 1)
            )
            fold = m.keep(Value(Kind.SEQUENCE, items=parts))
            if value.name == "numbered":
                return Value(Kind.SEQUENCE, items=(Value(Kind.CONSTANT), fold))
            return fold
        inside = [m.present(one) for one in contents(value)]
        return join(inside) if inside else Value()
    if value.kind in (Kind.SEQUENCE, Kind.MAPPING):
        inside = (
            [m.present(one) for one in contents(value)]
            if value.kind is Kind.SEQUENCE
            else [Value(Kind.CONSTANT, symbol=key) for key in value.items or ()]
        )
        return join(inside) if inside else Value()
    if value.kind is Kind.GROUPS and value.name != "window" and value.rows is not None:  # the key of a group, and its rows
        key = Value(Kind.CONSTANT, symbol=NOTHING)
        return Value(Kind.SEQUENCE, items=(key, one_group(m, value, TURNS[turn % 2])))
    if is_splitter(value):  # as splitters were before they had a method `split`
        rows = m.book.source(("positions", value.refs))
        return each(m, Value(Kind.EACH, marks=value.marks, held=(rows, ("iterated", value.refs), NONE_LEARNED)), turn)
    if is_data(value):
        if value.columns is not None and not value.name and "" not in value.columns.known:
            return Value(Kind.CONSTANT)  # a frame gives the names of its columns
        turned = (
            ("value", m.book.serial()) if value.marks & Mark.INDEX else NOTHING
        )  # a position: unknown, but the same wherever it is read
        if plain_numbers(value):
            return Value(Kind.CONSTANT, None, value.learned, turned, scores=value.scores, marks=value.marks & Mark.GAP)
        return value._replace(symbol=turned, refs=())
    return (
        value._replace(symbol=NOTHING)
        if value.kind is Kind.CONSTANT
        else Value(learned=value.learned, scores=value.scores, marks=value.marks)
    )


def turns(m: Machine, value: Value) -> list[Value] | None:
    """The items of a short known container, in order; None where they are not known one by one."""
    if value.kind is Kind.SEQUENCE and isinstance(value.items, tuple) and len(value.items) <= UNROLLED:
        return [m.present(one) for one in value.items]
    if value.kind is Kind.MAPPING and isinstance(value.items, dict) and len(value.items) <= UNROLLED:
        return [Value(Kind.CONSTANT, symbol=key) if not isinstance(key, tuple) else Value() for key in value.items]
    return None


def of_pairs(m: Machine, value: Value) -> dict[object, Value] | None:
    """`zip(names, train_test_split(X, y))`: what stands beside the names; None where these are no such pairs."""
    if value.kind is not Kind.SEQUENCE or not isinstance(value.items, tuple):
        return None
    items: dict[object, Value] = {}
    for pair in value.items:
        inside = m.present(pair).items
        if not isinstance(inside, tuple) or len(inside) != 2 or not isinstance(inside[0].symbol, str | int):
            return None
        items[inside[0].symbol] = inside[1]
    return items


def truth(value: Value) -> bool | None:
    """Whether a value is true, where that is known."""
    if value.kind is Kind.CONSTANT and isinstance(value.symbol, bool | int | float | str | None) and not value.learned and not value.scores:
        return bool(value.symbol)
    if value.kind in (Kind.FUNCTION, Kind.CLASS, Kind.MODULE, Kind.SYMBOL):
        return True
    return None


def groups_of(owner: Value, key: Value) -> Value:
    """Some columns of grouped rows."""
    names = texts(key)
    if names is None or owner.columns is None or not isinstance(owner.held, tuple):
        return owner
    known = {name: owner.columns.known.get(name) or named(owner.columns, name) for name in names}
    columns = Columns(known, False)
    return owner._replace(columns=columns, learned=total(columns) | owner.held[0])


def one_group(m: Machine, groups: Value, key: object) -> Value:
    """The rows of one group, as data of their own."""
    within = groups.held[1] if isinstance(groups.held, tuple) else NOTHING
    symbol = ("compare", "==", within if within is not NOTHING else ("group", groups.rows), key)
    rows = m.book.pick(groups.rows, By("where", symbol, True)) if groups.rows is not None else None
    name = next(iter(groups.columns.known)) if groups.columns is not None and only(groups) is not None else ""
    return m.keep(groups._replace(kind=Kind.DATA, rows=rows, held=None, symbol=NOTHING, name=name))


def numbers(source: Value) -> list[Value] | None:
    """The numbers of a short `range`."""
    symbol = source.symbol
    if (
        source.kind is not Kind.EACH
        or not isinstance(symbol, tuple)
        or symbol[:1] != ("range",)
        or not 2 <= len(symbol) <= 4
        or 0 in symbol[3:]
    ):
        return None
    if not all(isinstance(one, int) for one in symbol[1:]):  # so many as there are rows
        return None
    found = range(*symbol[1:])
    return [Value(Kind.CONSTANT, symbol=one) for one in found] if 0 < len(found) <= UNROLLED else None
