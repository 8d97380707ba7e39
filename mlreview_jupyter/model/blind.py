"""Facts → the random splits that are blind to an order or to groups of their rows, where the program itself shows those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .facts import Draw, Event, Facts, Score
from .fits import Fit, fits
from .ops import Op
from .origin import Origin
from .picks import picked as way_of
from .rows import Rows
from .sign import Sign
from .value import Mark

MOST = 200  # scores whose splits are looked at


@dataclass(frozen=True, slots=True, eq=False)
class Blind:
    """A random split that takes apart what a sign says belongs together, and a score behind it."""

    split: Event
    sign: Sign
    score: Score
    fit: Fit
    certain: bool


def blind(facts: Facts) -> Iterator[Blind]:
    """Every random split of rows that are shown to be ordered or grouped, with the best sign of each sort."""
    known = [*facts.signs, *_groups(facts)]
    for fit in fits(facts):
        signs = [*(one for one in known if not _of_target(one, fit)), *_of_features(fit)]
        for score in fit.scores[:MOST] if signs else ():
            if score.rows is None:
                continue
            for split in splits_of(facts, score):
                for ordered in (True, False):
                    found = [one for one in signs if one.ordered is ordered and _speaks_of(facts, one, score, split, fit)]
                    if found:
                        best = min(found, key=lambda one: _ORDER.index(one.how))
                        sure = best.how in ("windows", "entity") or (best.how == "neighbours" and best.at < 0)
                        yield Blind(split, best, score, fit, sure and score.certain and split.certain)


def first_of_each(facts: Facts, ordered: bool) -> Iterator[Blind]:
    """For each split that is blind to an order, or to groups, the surest sign of it."""
    seen: set[int] = set()
    for one in sorted((one for one in blind(facts) if one.sign.ordered is ordered), key=lambda one: not one.certain):
        if one.split.id not in seen:
            seen.add(one.split.id)
            yield one


_ORDER = ("windows", "entity", "neighbours", "blocks", "groups", "keyed", "dates")


def _speaks_of(facts: Facts, sign: Sign, score: Score, split: Event, fit: Fit) -> bool:
    """Was it seen before the split, of the rows that are scored or of what the score rests on?"""
    if sign.at < 0:  # a feature of the model itself
        return True
    if sign.rows is None or score.rows is None or (sign.at > split.id and sign.how != "groups"):
        return False
    if set(sign.rows.roots()) & set(score.rows.roots()):
        return _marked(fit, sign.how) and not (sign.how == "keyed" and _known(fit, sign))
    return sign.how == "windows" and any(facts.learnings[number].rows is sign.rows for number in score.learned)


def _of_features(fit: Fit) -> Iterator[Sign]:
    """The features, and the target, that hold values of the rows before or after."""
    for value in (fit.event.roles.get("data"), fit.target):
        for key, column in value.columns.known.items() if value is not None and value.columns is not None else ():
            for own in column.made:
                if isinstance(own, Origin) and own.how in ("shift", "window", "running") and own.place is not None:
                    yield Sign("neighbours", own.place, value.rows if value is not None else None, -1, key)
                    break


def _marked(fit: Fit, how: str) -> bool:
    """Do the features come of what was seen: of rows in the order of dates; or, where not all of them are known, of neighbours?"""
    data = fit.event.roles.get("data")
    if how == "dates":
        return data is not None and bool(data.marks & Mark.DATED)
    told = data is not None and data.columns is not None and not data.columns.more
    return how != "neighbours" or (data is not None and bool(data.marks & Mark.LAGGED) and not told)


def _known(fit: Fit, sign: Sign) -> bool:
    """Is the model told which entity a row is of? Then those that it knows may be all that it is asked about."""
    data = fit.event.roles.get("looked") or fit.event.roles.get("data")
    if data is None or data.columns is None or sign.own is None:
        return False
    columns = data.columns
    return any(sign.own in one.made for one in columns.known.values()) or (columns.more and sign.name not in columns.without)


def _groups(facts: Facts) -> Iterator[Sign]:
    """The splits that keep groups together."""
    for event in facts.calls(Op.SPLIT, Op.CROSS_SCORE):
        if "groups" in event.roles and (data := event.roles.get("data")) is not None:
            yield Sign("groups", event.place, data.rows, event.id, event.short)


def _of_target(sign: Sign, fit: Fit) -> bool:
    """Is what names the entity what is to be predicted?"""
    columns = fit.target.columns if fit.target is not None else None
    return sign.own is not None and columns is not None and any(sign.own in one.made for one in columns.known.values())


def splits_of(facts: Facts, score: Score) -> Iterator[Event]:
    """The splits behind a score that took its rows at random, one by one: no groups were given to them."""
    if score.rows is None:
        return
    drawn: set[Rows] = set()
    splits: set[int] = set()
    _parted(score.rows, drawn, splits, set())
    drawn.update(_left_out(facts, score))
    for number in sorted(splits):
        event = facts.events[number] if number < len(facts.events) else None
        if event is not None and event.op in _PARTING and event.draw is not Draw.NONE and "groups" not in event.roles:
            yield event
    for event in facts.calls(Op.DRAW) if drawn else ():
        if event.output is not None and event.output.rows in drawn:
            yield event


def _left_out(facts: Facts, score: Score) -> Iterator[Rows]:
    """The draws that took the scored rows out, where what is left was learned from."""
    for node in way_of(score.rows) if score.rows is not None else ():
        if node.by is not None and node.by.kind == "drawn":
            ways = [way_of(rows) for number in score.own if (rows := facts.learnings[number].rows) is not None]
            if any(one.by is not None and one.by.kind == "outside" and _came_of(one.by.a, node) for way in ways for one in way):
                yield node


def _came_of(rows: object, of: Rows) -> bool:
    return isinstance(rows, Rows) and of in way_of(rows)


_PARTING = frozenset({Op.SPLIT, Op.CROSS_SCORE, Op.FIT})


def _parted(rows: Rows, drawn: set[Rows], splits: set[int], seen: set[Rows]) -> None:
    """What picked these rows out of others: splits, indexes, what was left out, drawn conditions, slices of what was shuffled.

    Not what a condition compares with: it picks all rows of some entities, or of some time.
    """
    stack = [rows]
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        stack.extend(node.parts)
        by = node.by
        if by is None:
            continue
        if by.kind == "part":
            number = by.split
            splits.update((number,) if isinstance(number, int) else ())
        elif by.kind in ("at", "outside") and isinstance(by.a, Rows):
            drawn.update(one for one in way_of(by.a) if one.kind != "source" or one not in rows.roots())
            stack.append(by.a)
        elif by.kind == "where":
            drawn.update(_in_condition(by.a))
        elif by.kind == "slice" and node.parts[0].by is not None and node.parts[0].by.kind == "most":
            drawn.add(node.parts[0])


def _in_condition(symbol: object) -> Iterator[Rows]:
    if isinstance(symbol, tuple):
        if len(symbol) == 2 and symbol[0] == "drawn" and isinstance(symbol[1], Rows):
            yield symbol[1]
        for part in symbol:
            yield from _in_condition(part)
