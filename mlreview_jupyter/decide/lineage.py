"""Facts and findings → the way of the data, small enough to draw: what fed each score, and which of it is a leak."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from posixpath import basename

from ..model.facts import Event, Facts, Learning, Score
from ..model.finding import Finding
from ..model.lineage import Flow, Lineage, Stop
from ..model.ops import Learns, Op
from ..model.program import Place
from ..model.rows import Rows
from ..model.spot import Spot

MOST = 40  # stops of one picture
Key = tuple[str, object]


def lineage(facts: Facts | None, findings: Sequence[Finding], spot: Callable[[Place], Spot]) -> Lineage:
    """The graph. Where there is more than a picture holds, what leaks comes first, then what is scored first."""
    if facts is None or not facts.scores:
        return Lineage()
    return _Drawing(facts, findings, spot).graph()


class _Drawing:
    def __init__(self, facts: Facts, findings: Sequence[Finding], spot: Callable[[Place], Spot]) -> None:
        self.facts, self.spot = facts, spot
        self.paths = [
            (_begin(one), frozenset(step.place for step in one.related if step.role == "scored"))
            for one in findings
            if any(step.role == "scored" for step in one.related)
        ]
        self.urgent = frozenset(place for start, ends in self.paths for place in (start, *ends))
        self.stops: dict[Key, tuple[str, str, Place | None]] = {}  # in the order in which they are found
        self.flows: dict[Key, dict[Key, None]] = {}  # target → sources
        self.learned: dict[int, Key] = {}
        self.scored: dict[Place, Key] = {score.place: ("scored", score.place) for score in facts.scores}
        self.fed = {event.place: event for event in facts.events if event.op in (Op.LEARN, Op.FIT, Op.RESAMPLE)}
        self.more = 0

    def graph(self) -> Lineage:
        for score in self._scores():
            if len(self.stops) >= MOST:
                self.more += 1
                continue
            self._score(score)
        self._reduce()
        keys = sorted(self.stops, key=self._order)
        number = {key: at for at, key in enumerate(keys)}
        walks = self._walks()
        leaking = frozenset().union(*walks)
        stops = tuple(
            Stop(kind, label, self.spot(place) if place is not None else None, key in leaking)
            for key in keys
            for kind, label, place in (self.stops[key],)
        )
        flows = tuple(
            Flow(number[source], number[target], any(source in walk and target in walk for walk in walks))
            for target in keys
            for source in sorted(self.flows.get(target, ()), key=number.__getitem__)
        )
        return Lineage(stops, flows, self.more)

    def _scores(self) -> Iterable[Score]:
        """One for each place, those on the path of a finding first."""
        seen: dict[Place, Score] = {}
        for score in self.facts.scores:
            if score.rows is not None and score.fits:
                seen.setdefault(score.place, score)
        return sorted(seen.values(), key=lambda score: score.place not in self.urgent)

    def _score(self, score: Score) -> None:
        key = self._stop("scored", score.name.rpartition(".")[2], score.place)
        for number in sorted(score.learned):
            learning = self.facts.learnings[number]
            if learning.learns is Learns.VOCABULARY and learning.place not in self.urgent:
                continue
            if len(self.stops) >= MOST and number not in self.learned:
                self.more += 1
                continue
            source = self._learning(learning)
            if source != key:
                self._flow(source, key)
        self._rows(score.rows, key)

    def _learning(self, learning: Learning) -> Key:
        """The stop at which something was learned. Inside a search or a cross-validation it is the call itself."""
        known = self.learned.get(learning.id)
        if known is not None:
            return known
        if learning.place in self.scored and learning.learns is Learns.FIT:
            key = self.scored[learning.place]
            self.learned[learning.id] = key
            return key
        kind = {Learns.FIT: "fitted", Learns.CHOICE: "chosen"}.get(learning.learns, "learned")
        key = self.learned[learning.id] = self._stop(kind, learning.short, learning.place)
        if learning.learns is Learns.CHOICE:
            for score in self.facts.scores:
                if score.rows is learning.rows and score.place in self.scored and score.place.order < learning.place.order:
                    self._flow(self._stop("scored", score.name.rpartition(".")[2], score.place), key)
        event = self.fed.get(learning.place)
        if event is not None:
            self._inputs(event, key)
        self._rows(learning.rows, key)
        return key

    def _inputs(self, event: Event, key: Key) -> None:
        """Everything that had been learned in what a call was given."""
        for role, value in event.roles.items():
            for number in value.learned if role != "model" else ():
                source = self.learned.get(number)
                if source is not None and source != key:
                    self._flow(source, key)

    def _rows(self, rows: Rows | None, key: Key) -> None:
        """Where these rows came from: the last split, else the data itself."""
        if rows is None:
            return
        events = [self.facts.events[number] for number in sorted(self.facts.book.splits(rows)) if number < len(self.facts.events)]
        splits = [event for event in events if event.op is Op.SPLIT]
        if not splits:
            for source in self._sources(rows):
                self._flow(source, key)
            return
        for split in splits[-2:]:
            stop: Key = ("split", split.place)
            if stop not in self.stops:
                self._stop("split", split.short, split.place)
                data = split.roles.get("data")
                self._inputs(split, stop)
                self._rows(data.rows if data is not None else None, stop)
            if stop != key:
                self._flow(stop, key)

    def _sources(self, rows: Rows) -> list[Key]:
        """The data that these rows were read from, as far as it has a name."""
        found: list[Key] = []
        for root in rows.roots()[:3]:
            place = next((e.place for e in self.facts.calls(Op.LOAD) if e.output is not None and e.output.rows is root), None)
            key: Key = ("data", root.id)
            self.stops.setdefault(key, ("data", root.label or "the data", place))
            found.append(key)
        return found

    def _stop(self, kind: str, label: str, place: Place) -> Key:
        key: Key = (kind, place)
        if any(place.path == writer.path for writer in self.facts.program.writers):
            label = f"{label} in {basename(place.path)}"
        known = self.stops.get(key)
        if known is None:
            self.stops[key] = (kind, label, place)
        elif label not in known[1].split(", ") and len(known[1]) + len(label) < 60:
            self.stops[key] = (kind, f"{known[1]}, {label}", place)
        return key

    def _flow(self, source: Key, target: Key) -> None:
        self.flows.setdefault(target, {})[source] = None

    def _reduce(self) -> None:
        """A flow that another way tells of, step by step, is left out."""
        reach: dict[Key, set[Key]] = {}

        def above(key: Key, busy: frozenset[Key]) -> set[Key]:
            if key not in reach:
                if key in busy:
                    return set()
                found: set[Key] = set()
                for source in self.flows.get(key, ()):
                    found |= {source} | above(source, busy | {key})
                reach[key] = found
            return reach[key]

        for key, sources in list(self.flows.items()):
            indirect = set().union(*(above(source, frozenset((key,))) for source in sources)) if sources else set()
            self.flows[key] = {source: None for source in sources if source not in indirect and source in self.stops and source != key}

    def _order(self, key: Key) -> tuple[int, tuple[str, int, str, int, int] | tuple[()]]:
        place = self.stops[key][2]
        return (0, ()) if place is None else (1, place.order)

    def _walks(self) -> list[frozenset[Key]]:
        """For each finding that is drawn: every stop on a way from where something was learned to a score that it spoils."""
        forth: dict[Key, list[Key]] = {}
        for target, sources in self.flows.items():
            for source in sources:
                forth.setdefault(source, []).append(target)
        back = {key: list(sources) for key, sources in self.flows.items()}
        at: dict[Place, list[Key]] = {}
        for key, (_, _, place) in self.stops.items():
            if place is not None:
                at.setdefault(place, []).append(key)
        drawn = ((at[start], ends) for start, ends in self.paths if start in at)
        return [_reached(begin, forth) & _reached([("scored", place) for place in ends if place in at], back) for begin, ends in drawn]


def _begin(finding: Finding) -> Place:
    """Where it was learned: in another program, that is not where the finding stands."""
    first = finding.related[0]
    return first.place if first.role == "learned" and first.place.path != finding.place.path else finding.place


def _reached(starts: Iterable[Key], ways: Mapping[Key, Sequence[Key]]) -> frozenset[Key]:
    seen: set[Key] = set()
    stack = list(starts)
    while stack:
        key = stack.pop()
        if key not in seen:
            seen.add(key)
            stack.extend(ways.get(key, ()))
    return frozenset(seen)
