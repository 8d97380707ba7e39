"""Calls that count duplicate rows, and what stands under their cells → how many a notebook shows."""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections.abc import Iterator

from ..model.duplicates import Duplicates
from ..model.facts import Event, Value
from ..model.ops import Op
from ..model.program import Program, Step
from .display import is_result, printed_in, text_of

COUNTED = "duplicates"  # the name of the event of such a call
MASK = "duplicated"  # what makes the condition that is counted
MOST = 50  # counts of one program that are looked up
LONG = 2000  # characters of an output that tells of them
_RESULT = re.compile(r"^(?:np\.int\d+\()?(\d{1,9})\)?$")
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,9})(?![\w.,%])")


def duplicates(program: Program, events: list[Event]) -> Iterator[Duplicates]:
    """Every count that is shown, in the order of the program."""
    steps = {step.cell.index: step for step in program.steps if step.in_notebook and step.cell.outputs}
    asked = [event for event in events if event.op is Op.MEASURE and event.name == COUNTED and event.place.path == program.path]
    for event in asked[:MOST]:
        step = steps.get(event.place.cell) if event.place.cell is not None else None
        rows = event.roles["data"].rows
        number = _shown(step, event.place.line) if step is not None else None
        if number and rows is not None:
            yield Duplicates(event.place, rows, number)


def counts_them(node: ast.AST, data: Value) -> bool:
    """`frame.duplicated().sum()`, over all columns."""
    inner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    if not isinstance(data.symbol, tuple) or data.symbol[:1] != (MASK,) or data.symbol[1:2] != (("rows", data.rows),):
        return False
    return isinstance(inner, ast.Call) and not inner.args and all(one.arg == "keep" for one in inner.keywords)


def _shown(step: Step, line: int) -> int | None:
    """The number that the statement on this line shows, where it is the only one that it can be."""
    body = step.tree.body if step.tree is not None else []
    at = bisect_right([one.lineno for one in body], line) - 1
    statement = body[at] if at >= 0 else None
    if not isinstance(statement, ast.Expr):
        return None
    if _prints(statement):
        printed, _ = printed_in(step.cell)
        found = _NUMBER.findall(printed) if len(printed) < LONG and sum(1 for one in body if not _silent(one)) == 1 else []
        return int(found[0]) if len(found) == 1 else None
    results = [text for output in step.cell.outputs if is_result(output) and (text := text_of(output))]
    match = _RESULT.match(results[0].strip()) if len(results) == 1 and statement is body[-1] and len(results[0]) < LONG else None
    return int(match.group(1)) if match is not None else None


def _prints(statement: ast.Expr) -> bool:
    call = statement.value
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print"


def _silent(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign | ast.AnnAssign | ast.Import | ast.ImportFrom | ast.FunctionDef)
