"""The abstract value of an expression: what it is, which rows it holds, which columns, what was learned on its way."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, NamedTuple

from .origin import NOT_MADE, Own
from .program import Place
from .rows import Rows


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
    EITHER = 512  # it holds these rows or quite others, depending on the way that the program took
    ORDERED = 1024  # the best comes first, or last
    REVERSED = 2048  # the last row comes first
    CHUNK = 4096  # counts by more than one at a time
    LAGGED = 8192  # something in it was taken from the rows next to its own
    DATED = 16384  # its rows stand in the order of their dates
    SORTED = 32768  # its rows were put in an order


class Column(NamedTuple):
    """One column: the source columns it was computed from, what was learned on the way, and how far ahead it looks.

    Columns of one source and one `form` have the same values, up to their names: 0 is that of the source, None is unknown.
    `own` stands for its values; `made` holds that of everything it was computed from, itself included, with the latest row that
    was read of each: 0 is the present row, 1 the next one.
    """

    sources: frozenset[str] = frozenset()
    learned: frozenset[int] = NONE_LEARNED
    ahead: int = 0
    form: int | None = None
    own: Own | None = None
    made: Mapping[Own, int] = NOT_MADE


class Columns(NamedTuple):
    """Columns that are known by name; with `more`, there may be others, but none of `without`.

    `of` stands for the whole that the others are columns of: all of them but `without`. `place` is where they were last chosen.
    """

    known: Mapping[str, Column]
    more: bool = True
    without: frozenset[str] = frozenset()
    rest: frozenset[int] = NONE_LEARNED  # what the unnamed ones have learned
    of: object = None
    place: Place | None = None

    def taught(self, learned: frozenset[int], changed: bool = False) -> Columns:
        """The same columns, each of which has learned this, too; `changed`: it went into their values."""
        if not learned:
            return self
        known = {name: one._replace(learned=one.learned | learned, form=None if changed else one.form) for name, one in self.known.items()}
        return self._replace(known=known, rest=self.rest | learned)


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

    `searched`: the rows, the event of the fit, and what had been learned before it. `names` are those of its parts, in their order.
    """

    settings: frozenset[int] = NONE_LEARNED
    searched: tuple[Rows, int, frozenset[int]] | None = None
    names: tuple[str, ...] = ()
