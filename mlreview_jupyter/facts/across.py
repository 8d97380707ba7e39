"""A path that is read → what this program, or another one that is reviewed with it, has written there.

The other program is walked in the same machine, since only there can its rows meet those of the reader. It has names, files
and seeds of its own; its events and scores are marked as not the reader's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from posixpath import basename, dirname, join, normpath

from ..model.across import Handover
from ..model.facts import NONE_LEARNED, NOTHING, Kind, Mark, Role, Score, Value
from ..model.ops import Metric
from ..model.program import Form, Place, Program
from .arguments import Arguments
from .beyond import Shelf
from .classes import instance_learned
from .functions import call_function
from .join import contents
from .join import join as either
from .machine import Machine, Spent, TooDeep
from .parts import fitted
from .retold import doubted
from .scope import Scope

WALKED = 12  # other programs that are walked for one reader
LEAST = 20_000  # nodes that a cell of them may have looked at ...
EACH = 4  # ... and more for each character in it
ABOVE = 4  # folders above a script from which it may be run
NESTED = 8  # containers in containers

# Of what can grow, this belongs to the program that is being run; and of what is only set, this is of all of them.
_OWN = frozenset("files written paths seeds modules running nested results yields receivers calls exits".split())
_OF_ALL = frozenset("fits clock later journal".split())


def key_of(path: str) -> str:
    """The same for one path, however it is spelled."""
    return path if "://" in path else normpath(path.replace("\\", "/"))


def standing(program: Program, path: str) -> str:
    """The same for one file, whichever program reads it. A name that is no file's stands for itself."""
    if "://" in path or "." not in basename(path):
        return path
    return normpath(join(dirname(program.path.replace("\\", "/")), key_of(path)))


def taken(m: Machine, path: str, place: Place) -> Value | None:
    """What was written at a path, here or elsewhere; None where nobody is known to have written it."""
    own = m.files.get(key_of(path)) or m.files.get(path)
    if own is not None or m.beyond.others is None or "://" in path or not basename(path):
        return own
    found: list[tuple[Value, bool, Place]] = []
    for program in m.beyond.others(m.program.path, path):
        shelf = _shelf(m, program)
        if shelf is not None:
            found.extend(_written(m, shelf, path))
    if not found:
        return None
    if len(found) > 1 or not found[0][1]:
        m.beyond.depth += 1
        found = [(_doubted(m, value), False, written) for value, _, written in found]
        m.beyond.depth -= 1
    for value, _, written in found:
        m.beyond.handovers.append(Handover(path, written, place, learned_in(m, value), m.beyond.depth > 0))
    return either([value for value, _, _ in found])


def _doubted(m: Machine, value: Value, level: int = 0) -> Value:
    """The same if it is what lies there: what it has learned is not certain to have come. Its rows are as good as any."""
    value = m.present(value)
    if value.kind in (Kind.TOOL, Kind.INSTANCE):
        return value._replace(marks=value.marks | Mark.GAP)
    items = value.items
    if level < NESTED and isinstance(items, tuple):
        items = tuple(_doubted(m, one, level + 1) for one in items)
    elif level < NESTED and isinstance(items, dict):
        items = {key: _doubted(m, one, level + 1) for key, one in items.items()}
    return doubted(m, value)._replace(items=items, refs=())


def _written(m: Machine, shelf: Shelf, path: str) -> Iterator[tuple[Value, bool, Place]]:
    """What a program has written at a path of the reader, and whether it is certain that this is the same file."""
    for rehearsed in (False, True):
        if rehearsed:
            _rehearse(m, shelf)
        found = [(key, sure) for key in shelf.written if (sure := same(m.program, path, shelf.program, key)) is not None]
        if found:
            key, sure = next((one for one in found if one[1]), found[0])
            yield shelf.files[key], sure and not rehearsed, shelf.written[key]
            return


def same(reader: Program, path: str, writer: Program, written: str) -> bool | None:
    """Is it one file? None where it is not, False where it may be: scripts are run from their folder or from one above."""
    mine, theirs = list(_places(reader, key_of(path))), list(_places(writer, key_of(written)))
    if mine[0] == theirs[0]:
        return True
    own = mine[0] in theirs or theirs[0] in mine
    return False if own or ("/" in path and "/" in written and not set(mine).isdisjoint(theirs)) else None


def _places(program: Program, path: str) -> Iterator[str]:
    folder = dirname(program.path.replace("\\", "/"))
    yield normpath(join(folder, path))
    if program.form is Form.NOTEBOOK or path.startswith("/"):
        return
    for _ in range(ABOVE):
        if folder in ("", "/", ".", ".."):
            return
        folder = dirname(folder)
        yield normpath(join(folder, path))


def learned_in(m: Machine, value: Value, level: int = 0) -> frozenset[int]:
    """Everything that was learned on the way to a value and to what it holds."""
    value = m.present(value)
    learned = value.learned
    if value.kind is Kind.TOOL:
        learned |= fitted(m, value).learned
    elif value.kind is Kind.INSTANCE:
        learned |= instance_learned(m, value)
    for one in contents(value) if level < NESTED and value.kind is not Kind.TOOL else ():
        learned |= learned_in(m, one, level + 1)
    return learned


def own_scores(m: Machine) -> tuple[Score, ...]:
    """The scores by their numbers; one of another program says nothing here."""
    theirs = m.beyond.scores
    if not theirs:
        return tuple(m.scores)
    return tuple(_silent(one) if one.id in theirs else one for one in m.scores)


def _silent(score: Score) -> Score:
    return replace(score, rows=None, fits=NONE_LEARNED, own=NONE_LEARNED, role=Role.UNKNOWN, metric=Metric.UNKNOWN, elsewhere=True)


def _shelf(m: Machine, program: Program) -> Shelf | None:
    """What a program writes, once it was walked; nothing of one that waits for us."""
    beyond = m.beyond
    if program.path in beyond.shelves:
        return beyond.shelves[program.path]
    if len(beyond.shelves) >= WALKED or not program.steps or program.path == beyond.reader.path:
        return None
    beyond.shelves[program.path] = None
    beyond.walked.append(program)
    shelf = Shelf(program)
    for step in program.steps:
        if step.tree is not None:
            with _aside(m, shelf, len(step.cell.source)):
                m.step = step
                m.scope = Scope("function", shelf.scope) if step.language == "aside" else shelf.scope
                m.execute(step.tree.body)
    beyond.shelves[program.path] = shelf
    return shelf


def _rehearse(m: Machine, shelf: Shelf) -> None:
    """Somebody may call what the program only defines: it is walked with unknown arguments."""
    waiting = [
        value
        for value in shelf.scope.names.values()
        if value.kind is Kind.FUNCTION and value.held.node not in m.walked and value.held.step.path == shelf.program.path
    ]
    for function in waiting:
        node = function.held.node
        with _aside(m, shelf, len(function.held.step.cell.source)):
            m.step, m.rehearsal = function.held.step, True
            call_function(m, function, Arguments([], {}, Value(symbol=NOTHING)), node)


@contextmanager
def _aside(m: Machine, shelf: Shelf, characters: int) -> Iterator[None]:
    """Run as another program, on what is left for all of them; afterwards everything of ours is as it was."""
    beyond = m.beyond
    saved = {
        name: value for name, value in vars(m).items() if name in _OWN or not (name in _OF_ALL or isinstance(value, dict | list | set))
    }
    granted, scores = min(beyond.left, LEAST + EACH * characters), len(m.scores)
    m.program, m.scope, m.files, m.written = shelf.program, shelf.scope, shelf.files, shelf.written
    m.paths, m.seeds, m.modules, m.calls, m.running, m.nested = set(), {}, shelf.modules, [], [], []
    m.results, m.yields, m.receivers, m.exits = [], [], [], []
    m.branches = m.rounds = m.tries = m.loops = m.guards = 0
    m.choices, m.within, m.statement = NONE_LEARNED, NOTHING, None
    m.stopped = m.rehearsal = m.late_annotations = False
    m.left = granted
    beyond.depth += 1
    try:
        with suppress(Spent, TooDeep, RecursionError):
            yield
    finally:
        beyond.left -= granted - max(m.left, 0)
        beyond.depth -= 1
        beyond.scores.update(range(scores, len(m.scores)))
        for name, value in saved.items():
            setattr(m, name, value)
