"""Calls that give every row something → of which rows of which columns that is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..model.facts import Column, Columns, Value
from ..model.ops import Learns
from ..model.origin import ANY_TEXT, Origin
from .arguments import Arguments
from .carried import mentioned
from .origins import computed, here, only, unknown

if TYPE_CHECKING:
    from .machine import Machine

# Calls on frames that leave the columns that nobody named what they were.
SAME_WHOLE = frozenset(
    """
    astype copy rename rename_axis reset_index set_index reindex round replace fillna ffill pad clip sort_values sort_index sort
    where mask infer_objects convert_dtypes convert_objects to_numpy as_matrix array asarray to_frame DataFrame values with_columns
    collect lazy rechunk tz_localize tz_convert asfreq swaplevel reorder_levels droplevel update to_pandas clone cpu cuda detach float double tensor
    """.split()
)
# Calls after which the columns are other ones altogether.
RESHAPED = frozenset("melt pivot unstack stack explode transpose wide_to_long json_normalize get_dummies columns".split())
PAST = frozenset("cumsum cumprod cummax cummin expanding ewm".split())  # they run over all rows up to the present one


def moved(m: Machine, name: str, args: Arguments, columns: Columns, others: Iterable[Value], same: bool, reverse: bool) -> Columns:
    """The columns after a call that gives each of their rows something: of which rows, and what else went in."""
    last = name.rpartition(".")[2]
    if last in RESHAPED:
        known = {key: unknown(m, one) for key, one in columns.known.items()}
        return columns._replace(known=known, of=Origin(here(m)))
    if last == "reset_index" and args.constant((1, "drop")) is not True:
        return columns._replace(known={**columns.known, "index": computed(m, Column(form=m.book.serial()), (), "number")})
    if same:
        return columns
    others = [one for one in others if one.columns is not None or one.rows is not None]
    by, mixed, how = reach(last, args)
    by = -by if reverse else by
    how = how or ("each" if columns.more or len(columns.known) > 1 else "")
    known = {
        key: computed(m, one, [one, *others], how, 0 if how == "filled" and _edged(one) else by, mixed)
        for key, one in columns.known.items()
    }
    return columns._replace(known=known, of=columns.of if last in SAME_WHOLE else Origin(here(m)))


def _edged(column: Column) -> bool:
    """Has it gaps in its first rows alone: those of what was taken from rows before, or was filled from there already?"""
    return isinstance(column.own, Origin) and column.own.how in ("shift", "window", "running", "carried")


def reach(last: str, args: Arguments) -> tuple[int, bool, str]:
    """How many rows ahead a call looks, whether it looks at other rows than that, and what that is called."""
    if not args.down_the_rows((2, "axis") if last == "roll" else ("axis",)):
        return 0, False, ""
    if last in ("shift", "roll", "lag"):
        step = args.get((1, "shift")) if last == "roll" else args.get((0, "periods", "n"))
        return -steps(step), True, "shift"
    if last in ("diff", "pct_change"):
        return max(0, -steps(args.get((0, "periods", "n")))), True, "shift"
    if last in ("bfill", "backfill") or (last == "fillna" and args.constant((1, "method")) in ("bfill", "backfill")):
        return 1, True, "filled"
    if last in ("to_datetime", "date_range"):
        return 0, False, "date"
    if last in ("ffill", "pad") or (last == "fillna" and args.constant((1, "method")) in ("ffill", "pad")):
        return 0, True, "carried"
    if last == "interpolate" and args.constant(("method",)) not in ("pad", "ffill"):
        return 1, True, "filled"
    if last == "gradient" or (last == "convolve" and args.constant((2, "mode")) == "same"):
        return 1, True, "window"
    return 0, last in PAST, "running" if last in PAST else ""


def steps(value: Value | None) -> int:
    """By how many rows something is shifted; a number that nobody knows is one, or one less than nothing where it is negated."""
    if value is None:
        return 1
    if isinstance(value.symbol, int | float) and not isinstance(value.symbol, bool):
        return int(value.symbol) if abs(value.symbol) < 1e6 else 1
    return -1 if isinstance(value.symbol, tuple) and value.symbol[:1] == ("neg",) else 1


def each_computed(m: Machine, wide: Value, values: tuple[Value, ...]) -> Columns | None:
    """The columns of a frame after arithmetic with what has no columns: each by itself."""
    if wide.columns is None or any(one is not wide and (one.columns is not None or one.rows is not None) for one in values):
        return None
    fresh = frozenset[int]().union(*(one.learned for one in values if one is not wide))
    known = {
        key: computed(m, one._replace(learned=one.learned | fresh, form=m.book.serial()), [one], "each")
        for key, one in wide.columns.known.items()
    }
    return wide.columns._replace(known=known, rest=wide.columns.rest | fresh, of=Origin(here(m)))


def without_present(columns: Columns, total: Value, present: Value) -> Columns:
    """`running sum - column`: the present row is taken out again."""
    whole, one = only(total), only(present)
    if whole is None or one is None or one.own is None or not isinstance(whole.own, Origin):
        return columns
    if whole.own.how != "running" or whole.own.of != one.own:
        return columns
    known = {
        key: column._replace(made={own: -1 if own == one.own else ahead for own, ahead in column.made.items()})
        for key, column in columns.known.items()
    }
    return columns._replace(known=known)


def each_column(m: Machine, columns: Columns, learned: frozenset[int] | None = None) -> Columns:
    """The columns after something was done to each of them that leaves them in their places; `learned` where that is all they have."""
    form = m.book.serial()
    how = "each" if columns.more or len(columns.known) > 1 else ""
    known = {
        key: computed(m, one._replace(learned=one.learned if learned is None else learned, form=form), [one], how)
        for key, one in columns.known.items()
    }
    return columns._replace(known=known, rest=columns.rest if learned is None else learned)


def spread_columns(m: Machine, columns: Columns, args: Arguments, fresh: frozenset[int], learns: Learns, name: str) -> Columns:
    """The columns after something that was learned from all rows went into each: a rank, a bin, the mean of a group, a code."""
    known = {key: one._replace(learned=one.learned | fresh, form=None) for key, one in columns.known.items()}
    if learns is Learns.VOCABULARY:  # some become several; those that the program has made itself are numbers, as a rule
        gone = args.get(("columns",))
        names = {one.symbol for one in gone.items} if gone is not None and isinstance(gone.items, tuple) else set()
        known = {
            key: one
            for key, one in known.items()
            if key not in names and (columns.known[key].learned or _a_number(key, columns.known[key]))
        }
        fresh = fresh.union(*(one.learned for key, one in columns.known.items() if key not in known))
        known = {**mentioned(columns._replace(known=known), names | columns.known.keys()).known, **known}
        whole = Origin(here(m))
        whole.kept = columns.of if columns.more else None
        if args.constant(("drop_first",)) in (..., False) and args.get(("drop_first",)) is None:
            whole.names = frozenset(name for name in names if isinstance(name, str)) or ANY_TEXT
        return Columns(known, True, columns.without, columns.rest | fresh, whole, columns.place or here(m))
    if learns is Learns.STATISTIC and name.rpartition(".")[2] != "rank":
        known = {key: unknown(m, one) for key, one in known.items()}
    else:
        known = {key: computed(m, one, [one], mixed=True) for key, one in known.items()}
    return columns._replace(known=known, rest=columns.rest | fresh, of=Origin(here(m)))


def _a_number(name: str, column: Column) -> bool:
    """Has the program made it of others, as numbers as a rule: computed, or a code under a name of its own?"""
    own = column.own
    return isinstance(own, Origin) or (own is not None and own[1] != name)


def shuffled(m: Machine, value: Value) -> Value:
    """Rows in a new order: they no longer stand class by class."""
    columns = value.columns
    if columns is None or not any(isinstance(one.own, Origin) and one.own.how == "blocks" for one in columns.known.values()):
        return value
    known = {
        key: computed(m, one, ()) if isinstance(one.own, Origin) and one.own.how == "blocks" else one for key, one in columns.known.items()
    }
    return (
        m.change(value, value._replace(columns=columns._replace(known=known)))
        if value.refs
        else value._replace(columns=columns._replace(known=known))
    )


def named_anew(m: Machine, names: list[str], columns: Columns | None, learned: frozenset[int]) -> Columns:
    """The columns of an array that is made a frame under these names."""
    old = list(columns.known.values()) if columns is not None and not columns.more and len(columns.known) == len(names) else None
    blanks = [Column(frozenset((name,)), learned, form=0) for name in names]
    if old is None:
        return Columns({name: unknown(m, one) for name, one in zip(names, blanks, strict=True)}, False, place=here(m))
    known = {name: one._replace(own=it.own, made=it.made, ahead=it.ahead) for name, one, it in zip(names, blanks, old, strict=True)}
    return Columns(known, False, place=here(m))
