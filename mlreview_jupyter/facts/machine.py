"""The state of an abstract run: scopes, the present state of what can change, what has happened, what is left to spend."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NamedTuple

from ..model.across import Others
from ..model.facts import NONE_LEARNED, NOTHING, Columns, Draw, Event, Kind, Learning, Mark, Role, Score, Value
from ..model.numbers import number as only
from ..model.ops import Learns, Metric, Op
from ..model.program import Gap, Place, Program, Step
from ..model.rows import Overlap, RowBook, Rows
from .beyond import Beyond
from .memory import Memory
from .scope import Scope
from .seen import Seen
from .wording import words

STEPS = 100_000  # nodes that a program may have looked at again, in loops and calls
DEEP = 120  # expressions within expressions, calls included: four frames of Python each at most
CALLS = 12  # calls within calls
PARTING = (Op.SPLIT, Op.CROSS_SCORE)
FEW = 500  # learnings, and scores, whose sets are kept as plain frozensets: most programs have no more


class Spent(Exception):
    """The budget of steps is used up."""


class TooDeep(Exception):
    """An expression is nested deeper than the builder goes."""


Handler = Callable[["Machine", Any], Value]


class Miss(NamedTuple):
    """A name was read and nothing was found."""

    time: int
    name: str
    place: Place
    sure: bool
    looped: bool
    called: Place | None


class Machine(Memory):
    """One abstract run of one program."""

    expressions: ClassVar[dict[type, Handler]] = {}
    statements: ClassVar[dict[type, Callable[[Machine, Any], None]]] = {}
    # Set where the tables are put together, so that no file of this folder needs one that needs it.
    call: ClassVar[Callable[[Machine, Value, Any, ast.expr], Value]]
    run_text: ClassVar[Callable[[Machine, str, ast.AST], bool]]

    def __init__(self, program: Program, book: RowBook, others: Others | None = None) -> None:
        super().__init__()
        self.program, self.book, self.beyond = program, book, Beyond(program, others)
        self.main = self.scope = Scope("module")
        self.step: Step = program.steps[0] if program.steps else None  # type: ignore[assignment]
        self.left = STEPS
        self.depth = 0
        self.clock = 0
        self.events: list[Event] = []
        self.learnings: list[Learning] = []
        self.fits: frozenset[int] = NONE_LEARNED  # the learnings that are fits of models
        self.scores: list[Score] = []
        self.vague: set[int] = set()  # what was learned from these rows or quite others
        self.before: dict[int, frozenset[int]] = {}  # for each fit of a model: what had been learned on the way to it
        self.chains: dict[int, frozenset[int]] = {}  # for each fit that goes on where others left off: those
        self.gaps: dict[tuple[str, str], Gap] = {}
        self.last_total: tuple[Columns | None, frozenset[int]] = (None, NONE_LEARNED)  # all that the frame changed last has learned
        self.seen = Seen()
        self.files: dict[str, Value] = {}  # by path: what was written there, and where
        self.written: dict[str, Place] = {}
        self.paths: set[str] = set()  # texts that were handed to what takes a path
        self.seeds: dict[str, Draw] = {}
        self.modules: dict[str, Value] = {}
        self.calls: list[tuple[ast.AST, Place | None, bool]] = []  # the functions being walked, where each was called, whether as a method
        self.entered: list[
            tuple[int, Step, ast.AST, tuple[Step, ast.stmt] | None]
        ] = []  # at each of those calls: how many scores there were, and what called
        self.walked: set[ast.AST] = set()
        self.own_names: dict[ast.AST, tuple[frozenset[str], frozenset[str], bool]] = {}  # what is told by the text of each function
        self.statement: tuple[Step, ast.stmt] | None = None  # that is being run
        self.picked: dict[Rows, tuple[Step, ast.stmt]] = {}  # where slices and samples were first taken
        self.cuts: dict[object, frozenset[int]] = {}  # by the condition that picks rows: what it alone has learned
        self.within: object = NOTHING  # the key of the groups that a function is being called with
        self.fed: dict[int, Value] = {}  # the data that each network was called with last
        self.later = False  # there are columns that were written down before their frame was given
        self.late_annotations = False  # `from __future__ import annotations`
        self.running: list[Program] = []  # the `%run` targets around us
        self.nested: list[Program] = []  # the local modules being imported
        self.results: list[list[Value]] = []
        self.yields: list[dict[ast.AST, Value]] = []  # by the place that hands it out: a later turn stands for the earlier
        self.choices: frozenset[int] = NONE_LEARNED
        self.branches = 0  # blocks around us that may not run
        self.rounds = 0  # loops around us, also those whose turns are taken one by one, and those around our caller
        self.tries = 0  # `try` blocks around us
        self.receivers: list[tuple[Value, Value] | None] = []  # for each function being walked: its object, and the class it stands in
        self.loops = 0  # loops around us whose turns are not taken one by one
        self.guards = 0  # try blocks around us that would catch a missing name
        self.rehearsal = False  # walking what nothing calls: no scores, no missing names
        # Bindings of top-level names as (time, how, step, node), and reads that found nothing.
        self.bindings: dict[str, list[tuple[int, str, Step, ast.AST]]] = {}
        self.missed: list[Miss] = []
        self.signs: dict[re.Pattern[str], bool] = {}  # does any cell show it?
        self.opened: list[tuple[int, Gap]] = []  # from here on, names may come from what could not be read

    # ---- running

    def evaluate(self, node: ast.expr) -> Value:
        """The value of an expression."""
        self.left -= 1
        if self.left < 0:
            raise Spent
        if self.depth > DEEP:
            raise TooDeep
        self.depth += 1
        try:
            return self.expressions[node.__class__](self, node)
        finally:
            self.depth -= 1

    def execute(self, body: Sequence[ast.stmt]) -> None:
        """Run statements until one leaves the block."""
        for node in body:
            self.left -= 1
            if self.left < 0:
                raise Spent
            saved = (self.depth, self.scope, self.branches, self.loops, self.rounds, self.guards, self.tries, self.choices, self.within)
            try:
                self.statement = (self.step, node)
                self.statements[node.__class__](self, node)
            except (TooDeep, RecursionError):
                self.depth, self.scope, self.branches, self.loops, self.rounds, self.guards, self.tries, self.choices, self.within = saved
                self.gap("depth", "an expression is nested too deeply to follow", node)
                self.forget(node)
            if self.stopped:
                return

    def forget(self, node: ast.stmt) -> None:
        """What a statement that could not be followed binds becomes unknown."""
        targets = getattr(node, "targets", None) or ([node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else [])
        for target in targets:
            if isinstance(target, ast.Name):
                self.bind(target.id, Value(Kind.UNKNOWN, marks=Mark.GAP), node)

    # ---- names

    def bind(self, name: str, value: Value, node: ast.AST, how: str = "defined") -> None:
        """Give a name its value in the scope where it belongs."""
        scope = self.scope
        while scope.kind == "comprehension" and scope.parent is not None:  # a walrus binds outside
            scope = scope.parent
        if name in scope.outer:
            holder = scope.parent
            while holder is not None and name not in holder.names and holder.parent is not None:
                holder = holder.parent
            scope = holder or scope
        self.log(scope, name)
        scope.names[name] = value
        if scope is self.main:
            self.note(name, how, node)

    def unbind(self, name: str, how: str, node: ast.AST) -> None:
        """A name goes out of existence."""
        self.log(self.scope, name)
        if self.scope.names.pop(name, None) is not None and self.scope is self.main:
            self.note(name, how, node)

    def note(self, name: str, how: str, node: ast.AST) -> None:
        """Remember where a top-level name was bound or unbound."""
        self.clock += 1
        self.bindings.setdefault(name, []).append((self.clock, how, self.step, node))

    # ---- what happened

    def place(self, node: ast.AST) -> Place:
        """Where a node of the present step stands."""
        return self.step.place(node)

    def gap(self, kind: str, reason: str, node: ast.AST) -> None:
        """Something could not be followed; the first place of each is kept."""
        if (kind, reason) not in self.gaps and not self.beyond.depth:
            self.gaps[kind, reason] = Gap(kind, reason, self.place(node))

    def open_world(self, reason: str, node: ast.AST) -> None:
        """From here on a name may come from something that was not read."""
        if self.beyond.depth:
            return
        gap = Gap("names", reason, self.place(node))
        self.opened.append((self.clock, gap))
        self.gaps.setdefault(("names", reason), gap)

    def event(
        self, op: Op, name: str, node: ast.AST, roles: dict[str, Value], output: Value | None = None, draw: Draw = Draw.NONE
    ) -> Event:
        """Record that something happened."""
        certain = not any(value.marks & Mark.GAP for value in roles.values())
        where, beyond = self.place(node), self.beyond.depth > 0
        event = Event(len(self.events), op, name, where, roles, output, draw, certain, self.rounds > 0, self.branches > 0, beyond)
        self.events.append(event)
        if op in PARTING and "groups" not in roles and (draw is not Draw.NONE or op is Op.CROSS_SCORE):
            self.book.mixed[event.id] = self.book.size
        return event

    def learn(
        self, learns: Learns, name: str, node: ast.AST, data: Value, subject: ast.expr | None = None, within: object = NOTHING
    ) -> frozenset[int]:
        """Record that something was learned from the rows of a value; empty when it has none."""
        if data.rows is None:
            return NONE_LEARNED
        place = next((place for _, place, method in self.calls if method and place is not None), None)
        within = self.within if within is NOTHING else within
        begin = (place.line, place.column) if place is not None else None
        certain = not data.marks & Mark.GAP
        return self.learn_at(learns, name, place or self.place(node), data.rows, words(subject), certain, within, begin)

    def learn_at(
        self,
        learns: Learns,
        name: str,
        place: Place,
        rows: Rows,
        subject: str,
        certain: bool,
        within: object = NOTHING,
        begin: tuple[int, int] | None = None,
        at: int | None = None,
    ) -> frozenset[int]:
        """The same, with everything given."""
        number = len(self.learnings)
        if begin is None and self.statement is not None:
            step, node = self.statement
            first = step.place(node)
            begin = (first.line, first.column)
        begin, at = begin or (place.line, place.column), len(self.events) if at is None else at
        beyond = self.beyond.depth > 0
        self.learnings.append(Learning(number, learns, name, place, rows, subject, certain, within, begin, at, beyond))
        learned = only(number) if number > FEW else frozenset((number,))
        if learns is Learns.FIT:
            self.fits |= learned
        return learned

    def score(
        self,
        name: str,
        node: ast.AST,
        rows: Rows | None,
        learned: frozenset[int],
        marks: int,
        role: Role | None = None,
        metric: Metric = Metric.UNKNOWN,
        curve: bool = False,
    ) -> Value:
        """Record a score, with the marks of what went into it; its value remembers it."""
        if self.rehearsal:
            return Value(Kind.CONSTANT)
        fits = learned & self.fits
        own = self.own(fits)
        number = len(self.scores)
        found, sure = self.role_of(rows, own)
        exact = not (marks & Mark.EITHER or self.vague & own)
        if found is Role.TRAINING and not exact:
            found = Role.UNKNOWN  # on one of the ways that the program may take, other rows were fitted or are scored
        certain = sure and not marks & Mark.GAP
        again = self.rounds > 0 and rows is not None and rows.id <= self.outside
        many = curve or (again and self.once > 0)
        place, role = self.place(node), role or found
        self.scores.append(Score(number, name, place, rows, learned, fits, role, certain, own, metric, again, many=many, exact=exact))
        return Value(Kind.CONSTANT, scores=only(number) if number > FEW else frozenset((number,)), symbol=("score", number))

    def own(self, fits: frozenset[int]) -> frozenset[int]:
        """Of several fits those that no other of them learned from: a model that fills gaps or makes features is not what is judged."""
        if len(fits) < 2:
            return fits
        found: list[int] = []
        beneath = NONE_LEARNED
        for number in sorted(fits, reverse=True):  # none learned from a later one
            if number not in beneath:
                found.append(number)
                beneath |= self.before.get(number, NONE_LEARNED)
        return frozenset(found)

    def role_of(self, rows: Rows | None, fits: frozenset[int]) -> tuple[Role, bool]:
        """What a score of these rows is for, by something with these fits; and whether that is certain."""
        if rows is None or not fits:
            return Role.UNKNOWN, True
        met = {self.book.overlap(fit, rows) for number in fits if (fit := self.learnings[number].rows) is not None}
        if not met:
            return Role.UNKNOWN, True
        if Overlap.YES in met:  # of several fits, it can't be told which one made the predictions
            one = len(met) == 1 or self.chains.get(max(fits), NONE_LEARNED) >= fits - {max(fits)}
            return Role.TRAINING if one else Role.UNKNOWN, True
        return Role.HELD_OUT, Overlap.MAYBE not in met
