"""Names: where a read finds its value, and what is known of one that finds none."""

from __future__ import annotations

import ast
import builtins
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from ..model.facts import Definition, Kind, MissingName, Value
from ..model.program import Place, Step
from .machine import Machine, Miss
from .pathnames import own_file
from .scope import Scope

# Names that IPython puts there, and those that Python itself gives to modules and methods.
INJECTED = frozenset(
    """
    get_ipython In Out _ __ ___ _i _ii _iii _ih _oh _dh _exit_code display exit quit __builtin__ __builtins__ __name__
    __doc__ __spec__ __loader__ __package__ __file__ __annotations__ __class__ __module__ __qualname__ reveal_type
    WindowsError
    """.split()
)
KNOWN = frozenset(dir(builtins)) | INJECTED
# Names that hosted Spark notebooks find there; the short ones only where something else speaks of Spark.
SPARK = frozenset({"spark", "sqlContext", "dbutils", "displayHTML"})
SPARK_SHORT = frozenset({"sc", "sql", "table"})
PYTHON_2 = frozenset({"reload", "unicode", "xrange", "raw_input", "basestring", "long", "unichr", "execfile", "reduce", "file", "cmp"})
_SPARK = re.compile(r"pyspark|\bspark\.|\bsc\.(?:parallelize|textFile|broadcast)|dbutils|# COMMAND ---")
_PYTHON_2 = re.compile(r"^[ \t]*print[ \t]+[\w\"'%]|^[ \t]*except[ \t]+\w+[ \t]*,", re.MULTILINE)
_HISTORY = re.compile(r"_i?\d+$")
_WORD = re.compile(r"[^\W\d]\w*")
# What a bare word may mean on a line of its own, when no such name exists.
AUTOMAGIC = frozenset(
    """
    ls pwd cd who whos clear history hist ll lf lk dirs pip conda env cls mkdir man more cat matplotlib pylab time reset
    """.split()
)


def name_value(m: Machine, name: str) -> Value | None:
    """The value of a name, or None when nothing has bound it."""
    scope: Scope | None = m.scope
    first = True
    while scope is not None:
        if scope.kind != "class" or first:
            found = scope.names.get(name)
            if found is not None:
                return found
            if scope.kind == "function" and name in scope.locals:
                return Value()  # bound further down in the function: not the notebook's business
        first = first and scope.kind in ("class", "comprehension")
        scope = scope.parent
    if name == "__file__":
        return own_file(m)
    if name in KNOWN or name in SPARK or _hosted(m, name):
        return Value(Kind.SYMBOL, name=f"builtins.{name}")
    if _HISTORY.match(name) and m.program.form.value == "notebook":
        return Value()
    return None


def _hosted(m: Machine, name: str) -> bool:
    """Is it a name of Spark or of Python 2, in a program that otherwise looks like it, or one that Jupyter gives its configuration?"""
    if name in ("c", "get_config"):
        return m.program.path.endswith("_config.py")
    signs = _SPARK if name in SPARK_SHORT else _PYTHON_2 if name in PYTHON_2 else None
    if signs is None:
        return False
    if signs not in m.signs:
        m.signs[signs] = any(signs.search(step.cell.source) for step in m.program.steps)
    return m.signs[signs]


def missing(m: Machine, node: ast.Name) -> None:
    """Remember a read that found nothing, unless it is caught or only rehearsed."""
    if (
        m.rehearsal
        or m.guards
        or m.step.path != m.program.path
        or any(scope.kind == "module" and scope is not m.main for scope in m.scope.chain())
    ):
        return
    if node.id in AUTOMAGIC and m.step.in_notebook:
        return
    outermost = next((place for _, place, _ in m.calls if place is not None), None)
    m.clock += 1
    m.missed.append(Miss(m.clock, node.id, m.place(node), not m.branches, m.rounds > 0, outermost))


class Definitions(Mapping[str, tuple[Definition, ...]]):
    """Bindings of top-level names; places are worked out for the names that are asked for."""

    def __init__(self, bindings: Mapping[str, list[tuple[int, str, Step, ast.AST]]]) -> None:
        self._bindings = bindings

    def __getitem__(self, name: str) -> tuple[Definition, ...]:
        return tuple(
            Definition(name, how, step.place(node)) for _, how, step, node in self._bindings[name] if how not in ("deleted", "handler")
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._bindings)

    def __len__(self) -> int:
        return len(self._bindings)


def settle(m: Machine) -> tuple[tuple[MissingName, ...], tuple[MissingName, ...]]:
    """Every name that was missed, once: those that are certain to be missing, and those that something unread may define."""
    unread = _unread_words(m)
    sure: dict[str, MissingName] = {}
    unsettled: dict[str, MissingName] = {}
    for time, name, place, certain, looped, called in m.missed:
        status, other = _status(m, name, time)
        if status == "elsewhere" or (not certain and looped and m.bindings.get(name)):
            continue  # another way through the program, or an earlier turn of the loop, has defined it
        opened = (bool(m.opened) and m.opened[0][0] <= time) or name in unread
        found = MissingName(name, called or place, status, other, certain, place if called else None)
        if opened:
            unsettled.setdefault(name, found)
        elif name not in sure or (certain and not sure[name].sure):
            sure[name] = found
    return tuple(sure.values()), tuple(missing for name, missing in unsettled.items() if name not in sure)


def _status(m: Machine, name: str, time: int) -> tuple[str, Place | None]:
    bindings = m.bindings.get(name, [])
    before = bisect_left(bindings, time, key=lambda one: one[0])
    if before:
        _, how, step, node = bindings[before - 1]
        return (how if how in ("deleted", "handler") else "elsewhere"), step.place(node)
    for _, how, step, node in bindings:
        if how not in ("deleted", "handler"):
            return "below", step.place(node)
    return "nowhere", None


def _unread_words(m: Machine) -> frozenset[str]:
    """Every word in cells that could not be parsed: any of them may be a name that is defined there."""
    words: set[str] = set()
    for step in m.program.steps:
        if step.tree is None:
            words.update(_WORD.findall(step.cell.source))
    return frozenset(words)
