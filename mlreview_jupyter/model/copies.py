"""Facts → the scores on rows of which copies, or rows made out of them, were fitted on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .duplicates import Duplicates
from .facts import Event, Facts, Learning, Score
from .ops import Learns, Op
from .picks import By, Overlap, Rows, Way, by_chance
from .rows import MANY
from .value import Mark

FEW = 200  # nodes below some rows that are looked through
PAIRS = 2000  # fits and scores of one program that are compared
CHANCE = frozenset({"part", "drawn"})


@dataclass(frozen=True, slots=True)
class Copies:
    """Rows were repeated, or made out of others, by `made`; some of them were fitted on, and others of the same origin are scored."""

    made: Learning
    fit: Learning
    score: Score
    splits: tuple[Event, ...]
    certain: bool


class _Origin(NamedTuple):
    """Where some rows came from: the rows that they are copies of, by which node, and what picked them since."""

    way: Way
    made: Rows | None
    since: tuple[By, ...]


def copies(facts: Facts) -> Iterator[Copies]:
    """Every such score, once for each node that made the copies and each fit, in the order of the scores."""
    if not any(one.learns is Learns.RESAMPLING for one in facts.learnings):
        return
    known: dict[Rows, tuple[_Origin, ...]] = {}
    grouped = frozenset(
        event.id for event in facts.events if (groups := event.roles.get("groups")) is not None and groups.symbol is not None
    )
    models = {
        number: event.roles["model"]
        for event in facts.events
        if event.op is Op.FIT and event.output is not None
        for number in event.output.learned
    }
    told: dict[tuple[Rows, Rows], tuple[tuple[int, bool], ...]] = {}
    for score in facts.held_out():
        for number in sorted(score.own):
            fit = facts.learnings[number]
            if score.rows is None or fit.rows is None:
                continue
            pair = (fit.rows, score.rows)
            if pair not in told and len(told) < PAIRS:
                left, right = (_origins(facts, rows, known) for rows in pair)
                told[pair] = tuple(_meetings(facts, left, right, grouped))
            for made, sure in told.get(pair, ()):
                learning = facts.learnings[made]
                model = models.get(number)
                plain = fit.certain or (model is not None and not model.marks & Mark.GAP)  # a gap on the way to it makes no copy less
                yield Copies(learning, fit, score, facts.splits_behind(score), sure and plain and score.exact)


def kept(facts: Facts) -> Iterator[tuple[Duplicates, list[Score]]]:
    """Shown duplicates that nothing drops before the rows are parted by chance, and the scores that they may spoil."""
    for told in facts.duplicates:
        scores: list[Score] = []
        for score in facts.held_out():
            fits = (rows for number in score.own if (rows := facts.learnings[number].rows) is not None)
            if score.rows is not None and any(_by_chance(told.rows, rows) and _by_chance(told.rows, score.rows) for rows in fits):
                scores.append(score)
        if scores:
            yield told, scores


def _by_chance(whole: Rows, rows: Rows) -> bool:
    """Were they picked out of these rows by chance, with nothing dropped but what is missing?"""
    kinds = set()
    while rows is not whole and rows.kind == "picked" and rows.by is not None:
        kinds.add(rows.by.kind)
        rows = rows.parts[0]
    return rows is whole and bool(kinds & CHANCE) and kinds <= CHANCE | {"most"}


def _origins(facts: Facts, rows: Rows, known: dict[Rows, tuple[_Origin, ...]]) -> tuple[_Origin, ...]:
    if rows in known:
        return known[rows]
    found = [_Origin(way, None, ()) for way in facts.book.ways(rows)]
    stack: list[tuple[Rows, tuple[By, ...]]] = [(rows, ())]
    left = FEW
    while stack and left:
        left -= 1
        node, since = stack.pop()
        if node.kind == "made":
            if not _undone(node, since):
                found += [_Origin(way, node, since) for way in facts.book.ways(node.parts[0])]
            continue
        if node.kind == "picked" and node.by is not None:
            since = (node.by, *since)
        stack.extend((part, since) for part in node.parts)
    known[rows] = tuple(found) if len(found) <= 2 * MANY else ()
    return known[rows]


def _undone(made: Rows, since: tuple[By, ...]) -> bool:
    """Were the copies dropped again, before anything else was picked?"""
    exact = made.by is not None and made.by.b
    return bool(exact) and next((by.kind for by in since if by.kind != "most"), "") == "distinct"


def _meetings(facts: Facts, left: tuple[_Origin, ...], right: tuple[_Origin, ...], grouped: frozenset[int]) -> Iterator[tuple[int, bool]]:
    """The numbers of what made the copies that stand on both sides, and whether they certainly do."""
    met: dict[int, bool] = {}
    for one in right:
        for other in left:
            made = one.made or other.made
            if made is None or made.by is None or not isinstance(made.by.a, int):
                continue
            overlap = facts.book.meet(other.way, one.way)
            parted = _parted(one, other, grouped)
            if overlap is Overlap.NO or parted is Overlap.NO:
                continue
            sure = overlap is Overlap.YES and parted is Overlap.YES
            if overlap is Overlap.YES and (sure or _sliced(one, other)):
                met[made.by.a] = met.get(made.by.a, False) or sure
    yield from met.items()


def _parted(one: _Origin, other: _Origin, grouped: frozenset[int]) -> Overlap:
    """Did copies go to both sides? By chance they do; by what rows hold, or by their group, they stay together."""
    left, right = _since(one, other)
    kinds = {_kind(by) for by in (*left[:1], *right[:1])}
    if any(by.kind == "part" and by.split in grouped for by in (*left, *right)):
        return Overlap.NO
    if kinds <= CHANCE:
        return Overlap.YES
    mixed = one.since[: len(one.since) - len(left)]
    if kinds <= CHANCE | {"slice"} and any(by.kind in CHANCE or by.kind == "most" for by in mixed):
        return Overlap.YES
    exact = all(side.made is None or (side.made.by is not None and side.made.by.b) for side in (one, other))
    return Overlap.NO if exact and kinds == {"where"} else Overlap.MAYBE


def _kind(by: By) -> str:
    """An index that was drawn by chance draws, and so does a condition on numbers that were."""
    return "drawn" if by_chance(by) else by.kind


def _since(one: _Origin, other: _Origin) -> tuple[tuple[By, ...], tuple[By, ...]]:
    """What picked the rows of each side since they were made, from where the two part."""
    if one.made is not other.made:
        return (one.since if one.made else (), other.since if other.made else ())
    at = 0
    while at < min(len(one.since), len(other.since)) and one.since[at] == other.since[at]:
        at += 1
    return one.since[at:], other.since[at:]


def _sliced(one: _Origin, other: _Origin) -> bool:
    left, right = _since(one, other)
    return {by.kind for by in (*left[:1], *right[:1])} <= CHANCE | {"slice", "at"}
