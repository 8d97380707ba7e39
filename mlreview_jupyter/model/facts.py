"""What a program does, as facts: values, events, learnings, scores, names; and the questions rules may ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from .across import Handover
from .balance import Balance
from .duplicates import Duplicates
from .local import LocalPath
from .numbers import number as only
from .ops import Learns, Metric, Op
from .program import Gap, Place, Program
from .rows import Overlap, RowBook, Rows
from .secret import Secret
from .sign import Sign
from .stale import StaleOutput
from .value import NONE_LEARNED, NOTHING, Column, Columns, Kind, Mark, Nothing, Tool, Value

__all__ = [
    "NONE_LEARNED",
    "NOTHING",
    "Column",
    "Columns",
    "Definition",
    "Draw",
    "Event",
    "Facts",
    "Kind",
    "Leak",
    "Learning",
    "Mark",
    "MissingName",
    "Nothing",
    "Role",
    "Score",
    "Tool",
    "Value",
]

PAIRS = 200_000  # learnings and scores that are compared with each other; beyond, each score meets its latest learnings
LATEST = 20
SPLITS = 50  # splits of one score that are told
_PARTING = frozenset({Op.SPLIT, Op.CROSS_SCORE, Op.FIT})


class Draw(str, Enum):
    """Where randomness comes from."""

    NONE = "none"
    SEEDED = "seeded"
    UNSEEDED = "unseeded"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a call did, with its inputs and output as they were then."""

    id: int
    op: Op
    name: str
    place: Place
    roles: Mapping[str, Value]
    output: Value | None = None
    draw: Draw = Draw.NONE
    certain: bool = True
    repeated: bool = False  # it stands in a loop
    guarded: bool = False  # it stands in a block that may not run
    elsewhere: bool = False  # in another program, from which something came by a file

    @property
    def short(self) -> str:
        """The last part of the qualified name."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Learning:
    """Something was learned from rows."""

    id: int
    learns: Learns
    name: str
    place: Place
    rows: Rows | None
    subject: str  # what it learned from, in the author's words
    certain: bool = True
    within: object = NOTHING  # the key of the groups in each of which it was learned apart
    statement: tuple[int, int] = (0, 0)  # where the statement begins that it is a part of
    at: int = 0  # how many events there had been before it
    elsewhere: bool = False  # in another program, which came before this one

    @property
    def short(self) -> str:
        """`StandardScaler`, `mean`."""
        return self.name.rpartition(".")[2] or self.name


class Role(str, Enum):
    """What a score is for."""

    TRAINING = "training"
    HELD_OUT = "held-out"
    SELECTION = "selection"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Score:
    """Predictions were judged: on `rows`, by something with these learnings.

    `fits` are those of every model on the way, `own` those of what is judged itself: no other model learned from them.
    """

    id: int
    name: str
    place: Place
    rows: Rows | None
    learned: frozenset[int]
    fits: frozenset[int]
    role: Role
    certain: bool = True
    own: frozenset[int] = NONE_LEARNED
    metric: Metric = Metric.UNKNOWN
    repeated: bool = False  # it stands in a loop, on rows that there were before
    elsewhere: bool = False  # in another program: it says nothing here
    exact: bool = True  # no other rows may have been scored or fitted on, on another way of the program
    many: bool = False  # it stands for many: a whole curve, or what was followed once and happens again and again

    @property
    def short(self) -> str:
        """`accuracy_score`, `score`."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Leak:
    """One learning that saw rows which a held-out score was computed on."""

    learning: Learning
    score: Score
    overlap: Overlap
    splits: tuple[Event, ...]

    @property
    def certain(self) -> bool:
        """Every call on the path is known, and the rows certainly meet."""
        return self.overlap is Overlap.YES and self.learning.certain and self.score.certain

    @property
    def crossed(self) -> tuple[Event, ...]:
        """The splits that were made after the learning: those that it spoils."""
        before = self.learning.elsewhere
        return tuple(split for split in self.splits if split.id >= self.learning.at or (before and not split.elsewhere))


@dataclass(frozen=True, slots=True)
class Definition:
    """A name is bound (or unbound, with `how` "deleted") at the top level."""

    name: str
    how: str
    place: Place


@dataclass(frozen=True, slots=True)
class MissingName:
    """A name that is read where nothing has defined it, in the order of the program.

    `status`: "nowhere", "below" (only defined further down), "deleted" (was there and is gone), "handler" (an
    exception's name, gone with its block). `place` is where the program stops; the name itself may be read `inside` a
    function that is called there. `other` is the place that `status` speaks of. `sure` is false where the read may not
    happen.
    """

    name: str
    place: Place
    status: str
    other: Place | None
    sure: bool
    inside: Place | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known about one program."""

    program: Program
    book: RowBook
    events: tuple[Event, ...] = ()
    learnings: tuple[Learning, ...] = ()
    scores: tuple[Score, ...] = ()
    names: Mapping[str, tuple[Definition, ...]] = field(default_factory=dict)
    missing: tuple[MissingName, ...] = ()
    unsettled: tuple[MissingName, ...] = ()  # missing as far as seen, but something unread may define them
    gaps: tuple[Gap, ...] = ()
    balances: tuple[Balance, ...] = ()  # of the columns whose values were counted; told where a share of right answers is
    stale: tuple[StaleOutput, ...] = ()  # saved outputs that their source cannot have produced
    local_paths: tuple[LocalPath, ...] = ()  # paths that hold on one machine only
    secrets: tuple[Secret, ...] = ()  # each occurrence, in sources, outputs and metadata
    signs: tuple[Sign, ...] = ()  # what shows that rows stand in an order or in groups
    duplicates: tuple[Duplicates, ...] = ()  # counts of duplicate rows that are shown
    picked: Mapping[Rows, Place] = field(default_factory=dict)  # where slices and samples of rows were first taken
    handovers: tuple[Handover, ...] = ()  # files by which something came from other programs
    cuts: Mapping[object, frozenset[int]] = field(default_factory=dict)  # by the condition that picks rows: what it alone has learned
    answers: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)  # to what many rules ask

    def calls(self, *ops: Op) -> Iterator[Event]:
        """The events of these kinds, in this program."""
        return (event for event in self.events if event.op in ops and not event.elsewhere)

    def definitions(self, name: str) -> tuple[Definition, ...]:
        """Where a top-level name is bound, in the order of the program."""
        return self.names.get(name, ())

    def held_out(self) -> Iterator[Score]:
        """The scores of models on rows that they were not fitted on, those inside a search included."""
        return (score for score in self.scores if score.role in (Role.HELD_OUT, Role.SELECTION))

    def leaks(self) -> Iterator[Leak]:
        """Every learning in the closure of a held-out score that saw the scored rows: the theorem, asked once."""
        known = self.answers.get("leaks")
        if not isinstance(known, tuple):
            known = self.answers["leaks"] = tuple(self._leaks())
        yield from known

    def _leaks(self) -> Iterator[Leak]:
        left = PAIRS
        told = NONE_LEARNED
        for score in self.held_out():
            if score.rows is None:
                continue
            splits: tuple[Event, ...] | None = None
            left -= len(score.learned)
            for number in sorted(score.learned) if left > 0 else sorted(score.learned - told)[-LATEST:]:
                learning = self.learnings[number]
                if learning.rows is None:
                    continue
                meets = self.book.overlap(learning.rows, score.rows)
                if meets is not Overlap.NO:
                    splits = self.splits_behind(score) if splits is None else splits
                    leak = Leak(learning, score, meets, splits)
                    told = told | only(number) if leak.certain else told
                    yield leak

    def splits_behind(self, score: Score) -> tuple[Event, ...]:
        """The splits that made the scored rows what they are; folds, and folds taken by their index, included."""
        if score.rows is None:
            return ()
        numbers = sorted(self.book.splits(score.rows))[:SPLITS]
        return tuple(event for number in numbers if number < len(self.events) and (event := self.events[number]).op in _PARTING)

    def _split_by(self, key: object, score: Score) -> bool:
        """Were the scored rows split off by this key? Then what was learned within its groups crossed no split."""
        if key is NOTHING:
            return False
        return any((groups := event.roles.get("groups")) is not None and groups.symbol == key for event in self.splits_behind(score))

    def random_splits(self) -> Iterator[Event]:
        """Every call that parted rows at random: a split, folds inside a score or a search, a draw that a scored part rests on."""
        yield from (event for event in self.calls(Op.SPLIT, Op.CROSS_SCORE, Op.FIT) if event.draw is not Draw.NONE)
        nodes = self.book.behind(*{score.rows: None for score in self.scores if score.rows is not None})
        yield from (event for event in self.calls(Op.DRAW) if event.output is not None and event.output.rows in nodes)

    def fitted_apart(self, learning: Learning, score: Score) -> bool:
        """The learning also saw rows that the scored model was fitted on: it stood before the split, not after.

        What learned from the very rows that the model was fitted on stood after the split, however that was made.
        """
        if learning.rows is None or any(self.learnings[number].rows is learning.rows for number in score.own or score.fits):
            return False
        if score.rows is None or self._split_by(learning.within, score):
            return False
        fits = [rows for number in score.fits if (rows := self.learnings[number].rows) is not None]
        fits = [rows for rows in fits if not self._parts_alone(learning, rows, score.rows)]
        if self.book.overlap(learning.rows, score.rows) is Overlap.MAYBE and any(
            self.book.overlap(rows, score.rows) is Overlap.MAYBE for rows in fits
        ):
            return False  # whether the parts are apart can't be told: a question to the split, not to what was learned
        return any(self.book.overlap(learning.rows, rows) is not Overlap.NO for rows in fits)

    def _parts_alone(self, learning: Learning, fitted: Rows, scored: Rows) -> bool:
        """Is what it learned no more than where the fitted rows end and the scored ones begin: the latest date, less six weeks?"""
        return bool(self.cuts) and any(learning.id in self.cuts.get(by.a, NONE_LEARNED) for by in self.book.parting(fitted, scored))

    def fitted_again(self, learning: Learning, score: Score) -> bool:
        """The learning saw scored rows and none that the model was fitted on: the evaluation rows were prepared by themselves.

        What was computed from predictions, or within each group apart, is another thing.
        """
        if learning.rows is None or score.rows is None or learning.within is not NOTHING or not score.fits:
            return False
        if learning.learns is Learns.STATISTIC and learning.id > max(score.own, default=0):
            return False
        fits = [rows for number in score.fits if (rows := self.learnings[number].rows) is not None]
        apart = all(self.book.overlap(learning.rows, rows) is Overlap.NO for rows in fits)
        return bool(fits) and apart and self.book.inside(learning.rows, score.rows)
