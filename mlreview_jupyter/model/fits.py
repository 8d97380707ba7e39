"""Facts → each fit of a model, the scores that what it learned got, and what else looked at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .balance import same_values
from .facts import Event, Facts, Learning, Role, Score
from .ops import Learns, Op
from .rows import Overlap, Rows
from .value import Kind, Value

SCORED = (Op.FIT, Op.CROSS_SCORE)
WEIGHTS = frozenset({"class_weight", "class_weights", "auto_class_weights", "scale_pos_weight", "is_unbalance"})
LATEST = 20  # fits behind one prediction that are told
LOOKED = (Op.PREDICT, Op.UNKNOWN, Op.SHOW)


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """One fit of a model: by `event`, which is a cross-validation where it learned inside one.

    `learned` is the model's own learning and those of its parts; `looks` are predictions, and calls that nobody
    described which got the model or its predictions.
    """

    event: Event
    learned: tuple[Learning, ...]
    scores: tuple[Score, ...]
    looks: tuple[Event, ...]
    roots: frozenset[Rows]  # the sources of the rows that it learned from

    @property
    def rows(self) -> Rows | None:
        """The rows that it learned from."""
        return self.learned[0].rows

    @property
    def model(self) -> Value:
        """The model before it was fitted."""
        return self.event.roles["model"]

    @property
    def weighs(self) -> str:
        """The argument by which some classes weigh more than others, of the fit, the model or what it holds; empty without one."""
        if "classes" in self.event.roles:
            return "class_weight"
        return next((name for name, value in settings(self.model) if name in WEIGHTS and value.symbol not in (None, 1, False)), "")

    @property
    def target(self) -> Value | None:
        """What it learned to predict."""
        return self.event.roles.get("target")

    @property
    def name(self) -> str:
        """The class of the model; of a pipeline or a search, that of what learns inside it."""
        return self.learned[-1].short if len(self.learned) == 1 or self.model.name != self.learned[-1].name else self.learned[-2].short

    @property
    def classes(self) -> frozenset[str]:
        """The classes that learned in this fit."""
        names = {one.name for one in self.learned} - {""}
        return frozenset(names - {self.model.name} if len(names) > 1 else names)

    @property
    def training(self) -> tuple[Score, ...]:
        """Its scores on the very rows that it was fitted on."""
        return tuple(score for score in self.scores if score.role is Role.TRAINING)

    @property
    def validates(self) -> bool:
        """Fitting it scored it, too, on rows that it left out: in a search, by folds or by a bag."""
        return "inside" in self.event.roles

    @property
    def held_out(self) -> bool:
        """Is it scored on rows that it was not fitted on, as far as that is known?"""
        if self.event.op is Op.CROSS_SCORE or "evaluated" in self.event.roles:
            return True
        return any(score.role is not Role.TRAINING for score in self.scores)

    def looked_at(self, facts: Facts) -> bool:
        """Did it predict rows that it was not fitted on and whose truth is known, or was it handed on with data?"""
        return any(self._beyond(facts, event) for event in self.looks)

    def _beyond(self, facts: Facts, event: Event) -> bool:
        if event.op is not Op.PREDICT:
            return event.op is Op.UNKNOWN and any(one.rows is not None for one in event.roles.values())
        rows = event.roles["data"].rows
        if rows is None or self.rows is None or facts.book.overlap(rows, self.rows) is Overlap.YES:
            return False
        return not self.roots.isdisjoint(rows.roots())

    def of(self, target: Value) -> bool:
        """Are these the values that it learned to predict, in rows of the same source, as far as is known?"""
        if self.target is None or target.rows is None or self.roots.isdisjoint(target.rows.roots()):
            return False
        return same_values(self.target, target) is not False


def settings(model: Value, level: int = 0) -> Iterator[tuple[str, Value]]:
    """The arguments that a model was made with, by name, those of its parts included."""
    yield from ((name, value) for name, value in (model.attributes or {}).items() if isinstance(value, Value))
    for part in model.items or () if level < 4 and isinstance(model.items, tuple) else ():
        yield from settings(part, level + 1)


def fits(facts: Facts) -> tuple[Fit, ...]:
    """Every fit, in the order of the program."""
    known = facts.answers.get("fits")
    if not isinstance(known, tuple):
        known = facts.answers["fits"] = _fits(facts)
    return known


def _fits(facts: Facts) -> tuple[Fit, ...]:
    events = [event for event in facts.events if event.op in SCORED and event.output is not None and event.output.learned]
    if not events:
        return ()
    by_learning = {number: event.id for event in events if event.output is not None for number in event.output.learned}
    scores: dict[object, list[Score]] = defaultdict(list)
    for score in facts.scores:
        inside = score.rows.by.a if score.role is Role.SELECTION and score.rows is not None and score.rows.by is not None else None
        for number in dict.fromkeys(by_learning.get(one, inside) for one in score.own):
            scores[number].append(score)
    looks = _looks(facts, by_learning, {ref: event.id for event in events for ref in event.roles["model"].refs})
    return tuple(
        Fit(event, learned, tuple(scores[event.id]), tuple(looks[event.id]), frozenset(rows.roots()) if rows is not None else frozenset())
        for event in events
        for learned in (_learned(facts, event),)
        for rows in (learned[0].rows,)
    )


def _learned(facts: Facts, event: Event) -> tuple[Learning, ...]:
    numbers = sorted(event.output.learned) if event.output is not None else ()
    return tuple(one for number in numbers if (one := facts.learnings[number]).learns is Learns.FIT)


def _looks(facts: Facts, by_learning: Mapping[int, int], by_address: Mapping[int, int]) -> Mapping[int, list[Event]]:
    """For each fit, by the number of its event: what it predicted, and where it or its predictions went."""
    looks: dict[int, list[Event]] = defaultdict(list)
    known = frozenset(by_learning)
    for event in facts.events:
        if event.op in LOOKED:
            found: set[int] = set()
            for value in event.roles.values():
                found.update(by_address[ref] for ref in value.refs if value.kind is Kind.TOOL and ref in by_address)
            if not found:
                found.update(by_learning[one] for value in event.roles.values() for one in sorted(value.learned & known)[-LATEST:])
            for number in found:
                looks[number].append(event)
    return looks


def by_source(given: Iterable[Fit]) -> Iterator[list[Fit]]:
    """Fits that learned from rows of the same sources, each in one group."""
    groups: list[list[Fit]] = []
    at: dict[Rows, int] = {}
    for fit in given:
        number = next((at[root] for root in fit.roots if root in at), len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(fit)
        at.update(dict.fromkeys(fit.roots, number))
    yield from groups
