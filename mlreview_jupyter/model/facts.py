"""What a program does, as facts: values, events, learnings, scores, names; and the questions rules may ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, NamedTuple

from .ops import Learns, Op
from .program import Gap, Place, Program
from .rows import Overlap, RowBook, Rows


class Nothing(Enum):
    """The symbol of a value about which nothing is known."""

    NOTHING = "nothing"


NOTHING: Final = Nothing.NOTHING
NONE_LEARNED: Final[frozenset[int]] = frozenset()


class Kind(str, Enum):
    """What a value is."""

    UNKNOWN = "unknown"
    CONSTANT = "constant"  # a number, a string, a statistic: `symbol` says which
    DATA = "data"  # a frame, an array, a column, an index
    GROUPS = "groups"  # rows by key, waiting for a statistic
    SEQUENCE = "sequence"  # list, tuple, set
    MAPPING = "mapping"
    EACH = "each"  # something to loop over, of which one item is known
    MODULE = "module"
    SYMBOL = "symbol"  # a name out of a library
    TOOL = "tool"  # an instance of a library's class
    FUNCTION = "function"  # defined in the program
    CLASS = "class"
    INSTANCE = "instance"  # of a class defined in the program
    METHOD = "method"  # bound: `held` is its owner


class Mark:
    """Small truths about a value, as bits of a plain number: a review asks for them half a million times."""

    GAP = 1  # something unknown lies on its way
    PREDICTED = 2  # a model made it
    JUDGED = 4  # predictions, compared with something
    FITTED = 8
    INDEX = 16  # row positions or labels, usable as an index
    MASK = 32  # a condition, row by row
    PROPERTY = 64  # a function that runs when its name is read
    STATIC = 128  # a method without an owner
    CLASS = 256  # a method whose owner is its class


class Column(NamedTuple):
    """One column: the source columns it was computed from, what was learned on the way, and how far ahead it looks."""

    sources: frozenset[str] = frozenset()
    learned: frozenset[int] = NONE_LEARNED
    ahead: int = 0


class Columns(NamedTuple):
    """Columns that are known by name; with `more`, there may be others, but none of `without`."""

    known: Mapping[str, Column]
    more: bool = True
    without: frozenset[str] = frozenset()
    rest: frozenset[int] = NONE_LEARNED  # what the unnamed ones have learned


class Value(NamedTuple):
    """An abstract value: what it is, which rows it holds, what was learned on its way.

    Immutable: things that change in Python are found again by `refs`, the addresses at which the builder keeps their
    present state. A tuple, because a review makes thousands of them. Compare by identity.
    """

    kind: Kind = Kind.UNKNOWN
    rows: Rows | None = None
    learned: frozenset[int] = NONE_LEARNED
    symbol: Any = NOTHING  # the constant, or an expression that stands for the value
    name: str = ""  # the qualified name in a library
    items: Any = None  # tuple of a sequence, mapping of a mapping
    columns: Columns | None = None
    scores: frozenset[int] = NONE_LEARNED  # the scores that this was computed from
    marks: int = 0
    refs: tuple[int, ...] = ()
    held: Any = None  # the definition of a function or class, the owner of a method, the parts of a tool
    attributes: Mapping[str, Any] | None = None


class Tool(NamedTuple):
    """What a tool holds beside what it learned: the choices that went into its settings, and what a search saw.

    `searched`: the rows, the event of the fit, and what had been learned before it.
    """

    settings: frozenset[int] = NONE_LEARNED
    searched: tuple[Rows, int, frozenset[int]] | None = None


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
    """Predictions were judged: on `rows`, by something with these learnings."""

    id: int
    name: str
    place: Place
    rows: Rows | None
    learned: frozenset[int]
    fits: frozenset[int]
    role: Role
    certain: bool = True


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

    def calls(self, *ops: Op) -> Iterator[Event]:
        """The events of these kinds."""
        return (event for event in self.events if event.op in ops)

    def definitions(self, name: str) -> tuple[Definition, ...]:
        """Where a top-level name is bound, in the order of the program."""
        return self.names.get(name, ())

    def held_out(self) -> Iterator[Score]:
        """The scores of models on rows that they were not fitted on, those inside a search included."""
        return (score for score in self.scores if score.role in (Role.HELD_OUT, Role.SELECTION))

    def leaks(self) -> Iterator[Leak]:
        """Every learning in the closure of a held-out score that saw the scored rows: the theorem, asked once."""
        for score in self.held_out():
            if score.rows is None:
                continue
            splits: tuple[Event, ...] | None = None
            for number in sorted(score.learned):
                learning = self.learnings[number]
                if learning.rows is None:
                    continue
                meets = self.book.overlap(learning.rows, score.rows)
                if meets is not Overlap.NO:
                    splits = self.splits_behind(score) if splits is None else splits
                    yield Leak(learning, score, meets, splits)

    def splits_behind(self, score: Score) -> tuple[Event, ...]:
        """The splits that made the scored rows what they are; folds, and folds taken by their index, included."""
        if score.rows is None:
            return ()
        made = {node.by.a for node in self.book.behind(score.rows) if node.by is not None and node.by.kind == "part"}
        numbers = {one[0] if isinstance(one, tuple) else one for one in made}
        return tuple(event for event in self.calls(Op.SPLIT, Op.CROSS_SCORE, Op.FIT) if event.id in numbers)

    def _split_by(self, key: object, score: Score) -> bool:
        """Were the scored rows split off by this key? Then what was learned within its groups crossed no split."""
        if key is NOTHING:
            return False
        return any((groups := event.roles.get("groups")) is not None and groups.symbol == key for event in self.splits_behind(score))

    def random_splits(self) -> Iterator[Event]:
        """Every call that parted rows at random: a split, folds inside a score or a search, a draw that a scored part rests on."""
        yield from (event for event in self.calls(Op.SPLIT))
        yield from (event for event in self.calls(Op.CROSS_SCORE, Op.FIT) if event.draw is not Draw.NONE)
        nodes = {node for score in self.scores if score.rows is not None for node in self.book.behind(score.rows)}
        yield from (event for event in self.calls(Op.DRAW) if event.output is not None and event.output.rows in nodes)

    def fitted_apart(self, learning: Learning, score: Score) -> bool:
        """The learning also saw rows that the scored model was fitted on: it stood before the split, not after.

        What learned from the very rows that the model was fitted on stood after the split, however that was made.
        """
        if learning.rows is None or any(self.learnings[number].rows is learning.rows for number in score.fits):
            return False
        if score.rows is None or self._split_by(learning.within, score):
            return False
        fits = [rows for number in score.fits if (rows := self.learnings[number].rows) is not None]
        if self.book.overlap(learning.rows, score.rows) is Overlap.MAYBE and any(
            self.book.overlap(rows, score.rows) is Overlap.MAYBE for rows in fits
        ):
            return False  # whether the parts are apart can't be told: a question to the split, not to what was learned
        return any(self.book.overlap(learning.rows, rows) is not Overlap.NO for rows in fits)
