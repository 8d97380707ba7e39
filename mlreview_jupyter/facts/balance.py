"""Calls that count the values of a column, and what stands under their cells → the shares that a notebook shows."""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Iterator

from ..model.balance import Balance, only
from ..model.facts import Column, Columns, Event, Kind, Value
from ..model.ops import Op
from ..model.program import Program, Step
from . import shares
from .display import is_result, printed_in, text_of
from .shares import Shares

MOST = 300  # counts of one program that are looked up
LONG = 20_000  # characters of an output that shows shares
NEAR = 0.02  # by so much the shares of a training and of a test part may differ
# Statements that show nothing, as far as they are plain ones.
_SILENT = (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
CUT = (".head", ".tail", ".nlargest", ".nsmallest", "[:", ".iloc")  # behind a count: only some of the values are shown


def balances(program: Program, events: list[Event]) -> Iterator[Balance]:
    """What is shown of how columns are spread, in the order of the program; of generated data, how it was asked for."""
    steps = {step.cell.index: step for step in program.steps if step.in_notebook and step.cell.outputs}
    targets = [target for event in events if event.op is Op.FIT and (target := event.roles.get("target")) is not None]
    names = sorted({name for target in targets[:MOST] if (name := _name(target))})
    cells: dict[int, _Shown] = {}
    left = MOST
    for event in events:
        if event.op is Op.LOAD and "weights" in event.roles:
            yield from _asked_for(event)
        elif event.op is Op.MEASURE and (at := event.place.cell) is not None and at in steps and event.place.path == program.path and left:
            left -= 1
            data = event.roles["data"]
            whole = event.name == "summary" and only(data) is None  # of a frame, those columns that something learned to predict
            for one in _columns(data, names) if whole else [data] if only(data) is not None else []:
                if at not in cells:
                    cells[at] = _Shown(steps[at])
                found = cells[at].of(event, _name(one), whole)
                if found is not None:
                    yield Balance(event.place, one, found.of, found.total)


def _columns(frame: Value, names: list[str]) -> Iterator[Value]:
    told = frame.columns or Columns({})
    for name in names:
        if name in told.known or (told.more and name not in told.without):
            column = told.known.get(name) or Column(frozenset((name,)), form=0)
            yield frame._replace(name=name, columns=Columns({name: column}, False))


def _name(data: Value) -> str:
    return data.name or next((key for key in (data.columns.known if data.columns is not None else ()) if key), "")


def _asked_for(event: Event) -> Iterator[Balance]:
    """`make_classification(weights=[0.95])`."""
    given, out = event.roles["weights"], event.output
    numbers = [one.symbol for one in given.items] if given.kind is Kind.SEQUENCE and isinstance(given.items, tuple) else []
    if out is None or not numbers or not all(isinstance(one, int | float) and 0 <= one <= 1 for one in numbers):
        return
    rest = 1 - sum(numbers)
    found = shares.of_counts([(str(at), float(one)) for at, one in enumerate([*numbers, *([rest] if rest > 0.001 else [])])])
    if found is not None:
        target = Columns({"target": Column(frozenset(("target",)), form=0)}, False)
        yield Balance(event.place, out._replace(columns=target), found.of)


class _Shown:
    """What stands under one cell, and which of its statements showed it."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.body = step.tree.body if step.tree is not None else []
        self.lines = [one.lineno for one in self.body]
        self.results = [text for output in step.cell.outputs if is_result(output) and (text := text_of(output)) and len(text) < LONG]
        printed, _ = printed_in(step.cell)
        self.printed = printed if len(printed) < LONG else ""
        self.loud = sum(1 for one in self.body if not isinstance(one, _SILENT))

    def of(self, event: Event, name: str, whole: bool) -> Shares | None:
        """What tells of this call: of all that has its shape and name, the only one."""
        at = bisect_right(self.lines, event.place.line) - 1
        if at < 0:
            return None
        statement = self.body[at]
        texts = list(self._texts(statement))
        if event.name == "summary":
            found = [one for text in texts if (one := shares.description(text, name, whole)) is not None]
        elif event.name == "mean":
            turned = any(isinstance(part, ast.Sub) for part in ast.walk(statement))  # `1 - y.mean()`: whose share it is can't be told
            found = [one for text in texts if (one := _number(text, statement, "" if turned else "1")) is not None]
        else:
            found = self._counts(event, name, statement, texts)
        near = found and all(len(one.of) == len(found[0].of) and abs(one.of[0][1] - found[0].of[0][1]) < NEAR for one in found)
        return found[0] if near else None

    def _counts(self, event: Event, name: str, statement: ast.stmt, texts: list[str]) -> list[Shares]:
        last = event.place.end_line
        line = self.step.lines[last - 1] if last <= len(self.step.lines) else ""
        if line[event.place.end_column :].startswith(CUT):
            return []
        found = [one for text in (*self.results, self.printed) for one in shares.series(text) if one.name in ("", name)]
        for text in texts if not found else ():
            found += [*shares.mappings(text), *shares.arrays(text, "bincount(" in line)]
        return found or [one for text in texts if (one := _number(text, statement, "")) is not None and one.of[0][1] >= 0.5]

    def _texts(self, statement: ast.stmt) -> Iterator[str]:
        """What this statement has shown, as far as that can be told: the result of the last one, what a `print` printed."""
        if isinstance(statement, ast.Expr) and _prints(statement) is None and statement is self.body[-1]:
            yield from self.results
        elif _prints(statement) is not None:
            begin = _beginning(statement)
            if self.loud == 1:
                yield self.printed
            elif begin:
                yield from (line for line in self.printed.splitlines() if begin in line)


def _prints(statement: ast.stmt) -> ast.Call | None:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return call if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print" else None


def _beginning(statement: ast.stmt) -> str:
    """The text that a printed line begins with, as it stands in the `print`."""
    call = _prints(statement)
    first = call.args[0] if call is not None and call.args else None
    if isinstance(first, ast.JoinedStr) and first.values:
        first = first.values[0]
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        return first.value.partition("{")[0].partition("%")[0].strip()
    return ""


def _number(text: str, statement: ast.stmt, label: str) -> Shares | None:
    return shares.share(text.replace(_beginning(statement), ""), _prints(statement) is None, label)
