"""Facts → what of the features of a scored model is its target, comes of it, or reads rows that come later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .balance import only
from .facts import Facts
from .fits import Fit, fits
from .origin import ANY_TEXT, ELSE, Origin, Own
from .picks import picked
from .program import Place
from .rows import Rows
from .value import Column, Columns, Mark, Value

FILLED: Final = "filled"
SMOOTHED: Final = "smoothed"
ANSWERS: Final = frozenset(("yes", "no", "true", "false"))  # values of which there are two
DEEP: Final = 4  # times that columns are taken apart


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a scored fit that it should not have.

    `how`: "target" (it is the target itself), "copy" (the same values), "computed" (from the target of the same row), "other" (the
    target says whether a column has one value, and what says whether it has another is left),
    "follows" (the target is worked out of it), "ahead" (it reads later rows), "number" (a running number, where the rows stand
    in the order of the target). `place` is where it came to be, or where the columns were chosen.
    """

    name: str
    how: str
    fit: Fit
    place: Place
    certain: bool
    target: str
    chosen: Place | None = None  # where the features were chosen


def features(facts: Facts) -> Iterator[Feature]:
    """Every such feature, of every fit that is scored."""
    for fit in fits(facts):
        given, target = fit.event.roles.get("looked") or fit.event.roles.get("data"), fit.target
        if given is None or target is None or not (fit.scores or fit.validates) or given.columns is None:
            continue
        goal = only(target)
        if goal is None or goal.own is None or "chooses" in fit.event.roles:
            continue
        sure = fit.event.certain and not (given.marks | target.marks) & Mark.EITHER and any(score.certain for score in fit.scores)
        if _askew(given.rows, target.rows) or (given.refs and given.refs == target.refs):  # `fit(x, x)`: it gives back what it is given
            continue
        yield from _of(facts, fit, given, given.columns, target, goal, sure)


def _askew(a: Rows | None, b: Rows | None) -> bool:
    """Are the rows that stand beside each other not the same ones, as those of `series[:-1]` and `series[1:]` are not?"""
    return a is not None and b is not None and not _alike(a, b) and bool(set(a.roots()) & set(b.roots()))


def _alike(a: Rows, b: Rows) -> bool:
    """The same rows, or made of the same rows in the same way by another call: features here, labels there."""
    while a is not b:
        if a.kind != b.kind or a.kind not in ("made", "picked") or (a.kind == "picked" and a.by != b.by):
            return False
        a, b = a.parts[0], b.parts[0]
    return True


def _of(facts: Facts, fit: Fit, given: Value, columns: Columns, target: Value, goal: Column, sure: bool) -> Iterator[Feature]:
    name = next((key for key in (target.name, _spelled(goal.own)) if key), "the target")
    chosen = columns.place or _split_place(facts, fit) or fit.event.place
    if goal.own is not None and _left_in(columns, goal.own):
        yield Feature(name, "target", fit, chosen, sure, name, chosen)
    if (left := _other_value(columns, goal.own)) is not None:
        told = isinstance(columns.of, Origin) and columns.of.names != ANY_TEXT
        yield Feature(left, "other", fit, chosen, sure and told, name, chosen)
    same = _same(goal)
    roots = [own for own in _roots(goal) if own != goal.own] if _pure(goal) else []
    if roots and all(_loaded(own) and _left_in(columns, own) for own in roots):
        yield Feature(_spelled(roots[0]) or "a column", "follows", fit, chosen, sure and len(roots) == 1, name, chosen)
    in_time = _in_time(facts, fit, given, goal)
    for key, one in columns.known.items():
        if key and not isinstance(one.own, Origin) and any(name.startswith(f"{key}_") for name in columns.without):
            continue  # it was taken apart, and some of what it was taken apart into is left out
        shown = key if key and not key.startswith("#") else _spelled(one.own) or "a column"
        how, certain = _how(one, goal, same, columns, in_time)
        how = "target" if how == "copy" and shown == name else how
        if how:
            place = _where(one, goal, how, same) or chosen
            if how == "computed" and any(isinstance(own, Origin) and own.how == "simulated" for own in one.made.keys() - goal.made.keys()):
                place = chosen  # the data itself is made up: that it is there is no fault, that it is chosen is
            yield Feature(shown, how, fit, place, sure and certain, name, chosen)


def _how(one: Column, goal: Column, same: frozenset[Own], columns: Columns, dated: bool) -> tuple[str, bool]:
    """What is wrong with a feature, and whether that is certain."""
    if one.own is None:
        return "", False
    if one.own == goal.own:
        return ("target" if not isinstance(one.own, Origin) else "copy"), True
    met = [ahead for own, ahead in one.made.items() if own in same]
    if met and max(met) == 0:
        return "computed", True
    if max([0, *one.made.values()]) > max([0, *met]) or (met and max(met) > 0):
        ways = {own.how for own in one.made if isinstance(own, Origin) and own.ahead > 0}
        if ways == {FILLED}:  # a gap is filled from below: that looks ahead where the rows stand in time
            return ("ahead" if dated else ""), False
        if ways <= {FILLED, SMOOTHED}:  # along which axis, and with what at the ends, is not looked at
            return "ahead", False
        return "ahead", bool(met) or bool(_roots(one) & _roots(goal))
    if one.own in same or (_pure(goal) and one.own in goal.made and _loaded(one.own)):
        roots = _roots(goal)
        every = {other.own for other in columns.known.values()}
        if len(roots) == 1 or roots <= every:
            return "follows", len(roots) == 1
    if any(isinstance(own, Origin) and own.how == "number" for own in one.made) and any(
        isinstance(own, Origin) and own.how == "blocks" for own in goal.made
    ):
        return "number", True
    return "", False


def _in_time(facts: Facts, fit: Fit, given: Value, goal: Column) -> bool:
    """Do the rows stand in time: by their dates, by what the features or the target take from neighbours, or sorted and then cut?"""
    if given.marks & (Mark.DATED | Mark.LAGGED):
        return True
    if any(isinstance(own, Origin) and own.how in ("shift", "window") for own in goal.made):
        return True
    rows = fit.scores[0].rows if fit.scores else None
    return (
        bool(given.marks & Mark.SORTED) and rows is not None and any(one.by is not None and one.by.kind == "slice" for one in picked(rows))
    )


def _same(goal: Column) -> frozenset[Own]:
    """What stands for the target: itself, and where it is worked out of one column that came with the data, that one, too."""
    mine = frozenset((goal.own,)) if goal.own is not None else frozenset()
    roots = _roots(goal)
    if _pure(goal) and len(roots) == 1 and all(_loaded(own) for own in roots):
        return mine | frozenset(goal.made)
    return mine


def _pure(column: Column) -> bool:
    """Is it worked out of other columns of the same row, and of nothing else?"""
    return ELSE not in column.made and all(ahead == 0 for ahead in column.made.values())


def _roots(column: Column) -> frozenset[Own]:
    """The columns below that were not computed from others: those that came with the data, and what was drawn."""
    return frozenset(own for own in column.made if not isinstance(own, Origin) or own.how == "drawn")


def _loaded(own: Own) -> bool:
    return not isinstance(own, Origin) and isinstance(own[0], int | Origin)


def _other_value(columns: Columns, own: Own | None) -> str | None:
    """The column that was taken apart into one for each of its values, of which the target is one, and another is left."""
    if own is None or isinstance(own, Origin) or not isinstance(own[0], Origin) or not isinstance(own[1], str):
        return None
    told = next((one for one in own[0].names if one and own[1].startswith(f"{one}_")), None)
    before, _, value = own[1].rpartition("_")
    if own[0].names == ANY_TEXT and value.lower() in ANSWERS:  # the name alone tells
        told = before or None
    if told is None or columns.of != own[0] or not columns.more or own[1] not in columns.without:
        return None
    return None if any(one != own[1] and one.startswith(f"{told}_") for one in columns.without) else told


def _left_in(columns: Columns, own: Own) -> bool:
    """Is a column that came with the data still one of those that nobody named?"""
    if isinstance(own, Origin) or not columns.more:
        return False
    whole, name = own
    if columns.of == whole:
        if isinstance(name, str):
            return name not in columns.without and name not in columns.known
        return not columns.without and not columns.known
    if isinstance(name, str) and _holds(columns.of, whole):  # or what it was taken apart into
        return name not in columns.known and not any(one == name or one.startswith(f"{name}_") for one in columns.without)
    if isinstance(columns.of, tuple) and columns.of[:1] == ("span",) and columns.of[1] == whole and isinstance(name, int):
        return not columns.without and _within(name, columns.of[2], columns.of[3])
    return False


def _holds(wide: object, whole: object) -> bool:
    """Was one whole made of another by taking columns apart, with all its other columns?"""
    for _ in range(DEEP):
        if not isinstance(wide, Origin):
            return False
        wide = wide.kept
        if wide == whole:
            return wide is not None
    return False


def _within(at: int, low: int | None, high: int | None) -> bool:
    """Is a position between two others, where that is certain?"""
    low = low or 0
    if at >= 0 <= low:
        return low <= at and (high is None or 0 <= at < high)
    if at < 0:
        return (high is None or at < high < 0) and (low >= 0 or low <= at)
    return False


def _where(one: Column, goal: Column, how: str, same: frozenset[Own]) -> Place | None:
    """Where a feature came to be: where it first read later rows, where the target went in, else where it was computed."""
    told = [own for own in one.made if isinstance(own, Origin)]
    if how == "ahead":
        return next((own.place for own in told if own.ahead > 0), None)
    if how == "number":
        return next((own.place for own in told if own.how == "number"), None)
    if how == "computed":
        met = [
            own.place
            for own in told
            if own not in goal.made and own.place is not None and own.how != "each" and any(it in same for it in own.made)
        ]
        return max(met, key=lambda place: place.order, default=None)
    return None


def _split_place(facts: Facts, fit: Fit) -> Place | None:
    splits = facts.splits_behind(fit.scores[0]) if fit.scores else ()
    return splits[0].place if splits else None


def _spelled(own: Own | None) -> str:
    return own[1] if own is not None and not isinstance(own, Origin) and isinstance(own[1], str) else ""
