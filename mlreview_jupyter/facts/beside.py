"""Columns that are put beside or below each other → the columns of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.facts import Column, Columns, Value
from ..model.origin import Origin
from .carried import mentioned
from .join import join_columns
from .origins import computed, here

if TYPE_CHECKING:
    from .machine import Machine


def side_by_side(m: Machine, parts: list[Value], placed: bool) -> Columns:
    """Columns beside columns; those without a name are counted. `placed`: rows meet by their places, not by an index or a key."""
    known: dict[str, Column] = {}
    rest, more = frozenset[int](), False
    wholes: list[Columns] = []
    first = next((one.rows for one in parts if one.rows is not None), None) if placed else None
    for one in parts:
        if one.columns is not None:
            other = first is not None and one.rows is not None and one.rows is not first and set(one.rows.roots()) & set(first.roots())
            for key, column in mentioned(one.columns).known.items():
                if other:  # beside each other stand rows that were not: a series, and the same from its second row on
                    column = computed(m, column, (), "shift", mixed=True)
                known[f"#{len(known)}" if known and (key == "" or key.startswith("#")) else key] = column
            rest, more = rest | one.columns.rest, more or one.columns.more
            if one.columns.more:
                wholes.append(one.columns)
        elif one.rows is not None or one.learned:
            rest, more = rest | one.learned, True
    if len(wholes) == 1 and isinstance(wholes[0].of, tuple | int | Origin):
        return Columns(known, more, wholes[0].without - frozenset(known), rest, wholes[0].of, here(m))
    return Columns(known, more, frozenset(), rest, Origin(here(m)) if wholes else None, here(m))


def one_below_the_other(m: Machine, parts: list[Columns | None], turns: list[str]) -> Columns | None:
    """Columns below columns of the same names; `turns` gets those that are one value in what each turn of a loop added."""
    if not parts or any(one is None for one in parts):
        return None
    told = [one for one in parts if one is not None]
    if all(len(one.known) == 1 and not one.more for one in told) and len({name for one in told for name in one.known}) > 1:
        label = next(iter(told[0].known))
        told = [one._replace(known={label: next(iter(one.known.values()))}) for one in told]  # below a label, whatever each is called
    out = told[0]
    for one in told[1:]:
        joined = join_columns(out, one)
        if joined is None:
            return None
        out = joined
    if len(told) > 1:
        blocks = {name for name in out.known if _constant_in_each([one.known.get(name) for one in told], ("constant", "turn"))}
        for name in out.known:
            if _constant_in_each([one.known.get(name) for one in told], ("turn",)):
                turns.append(name)
        known = {
            name: computed(m, one, (), "blocks") if name in blocks else _beside_a_constant(one, [part.known.get(name) for part in told])
            for name, one in out.known.items()
        }
        out = out._replace(known=known, of=out.of if out.of is not None else Origin(here(m)))
    return out


def _beside_a_constant(column: Column, parts: list[Column | None]) -> Column:
    """A label below which one value is put for the rows that were added is still that label."""
    others = [one for one in parts if one is not None and not (isinstance(one.own, Origin) and one.own.how == "constant")]
    if column.own is None and 0 < len(others) < len(parts) and all(one.own == others[0].own for one in others):
        return column._replace(own=others[0].own, made=others[0].made)
    return column


def _constant_in_each(columns: list[Column | None], hows: tuple[str, ...]) -> bool:
    """Is the column one value in each part, and not the same in all?"""
    owns = [one.own for one in columns if one is not None]
    return len(owns) == len(columns) and len(set(owns)) > 1 and all(isinstance(own, Origin) and own.how in hows for own in owns)
