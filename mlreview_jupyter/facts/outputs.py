"""A program's cells → the saved outputs that their source cannot have produced. Proofs only: an output that merely looks odd is let be."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from ..model.program import Cell, Form, Place, Program, Step
from ..model.stale import Proof, StaleOutput
from ..syntax.magics import cell_magic
from .constants import HIDDEN, NotConstant, fold
from .display import ERRORS, Around, assigns, count_of, flat, is_result, is_shown, printed_in, quote, text_of
from .printed import Printed, printed, silent
from .tracebacks import quoted

_CUT = re.compile(r"truncated|OUTPUT MUTED|output exceeds", re.IGNORECASE)
_PROMPT = re.compile(r"^\s*(?:>>>|\.\.\.|In \[\d+\]:) ?")
_COMMENT = re.compile(r"(?:^|\s)#[^'\"]*$")
LONG = 500  # characters of a line that are compared
_UNDISPLAYED = (
    ast.Assign,
    ast.AnnAssign,
    ast.AugAssign,
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Delete,
    ast.Pass,
    ast.Assert,
    ast.Global,
)
# As they stand, these display nothing either; but that can be set from outside of the notebook.
_BLOCKS = (ast.For, ast.AsyncFor, ast.While, ast.If, ast.With, ast.AsyncWith, ast.Try, ast.Match)


def stale_outputs(program: Program, bound: Collection[str]) -> tuple[StaleOutput, ...]:
    """The stale outputs of a notebook, one a cell: the surest proof. `bound` are the names that the program binds."""
    if program.form is not Form.NOTEBOOK:
        return ()
    around = Around(program, bound)
    found: list[StaleOutput] = []
    for cell in program.cells:
        if cell.kind == "code" and cell.outputs:
            proofs = list(_of_cell(program.path, cell, around))
            if proofs:
                found.append(next((one for one in proofs if one.certain), proofs[0]))
    return (*found, *_uncounted(program, {one.place.cell for one in found}))


def _of_cell(path: str, cell: Cell, around: Around) -> Iterator[StaleOutput]:
    step = around.steps.get(cell.index)
    if step is None:
        place = Place(path, cell.index, cell.id, cell.execution_count, 1, 0, 1, 0)
        yield StaleOutput(Proof.EMPTY, place, _part(place, 0))
        return
    tree = step.tree
    if tree is not None and not tree.body:
        first = next(number for number, line in enumerate(step.lines, 1) if line.strip())
        place = step.span(first, 0, first, len(step.lines[first - 1]))
        if not any(line.strip() and not line.lstrip().startswith("#") for line in step.lines):
            yield StaleOutput(Proof.COMMENTS, place, _part(place, 0), certain=False)
        return
    failed = any(one.get("output_type") in ERRORS for one in cell.outputs)
    if failed:
        yield from _by_traceback(step)
    if cell.index in around.mismatched:
        yield from _by_count(step, around)
    magic = cell_magic(cell.source) if "%%" in cell.source else None
    if tree is None or (magic is not None and magic[0] != "time"):
        return
    yield from _by_result(step, tree.body, around, magic is not None)
    if magic is None and not failed:
        yield from _by_print(step, tree.body, around)
        yield from _by_silence(step, tree.body, around)


def _by_traceback(step: Step) -> Iterator[StaleOutput]:
    """The error quotes a line of this cell that is not in it, comments apart."""
    for number, output in enumerate(step.cell.outputs):
        if output.get("output_type") not in ERRORS:
            continue
        present = {_code(line) for line in step.lines}
        for line, text in quoted(output.get("traceback"), step.cell.execution_count):
            words = _code(text)
            if words and words not in present and words.isascii() and "get_ipython()" not in words:
                at = min(line, len(step.lines))
                place = step.span(at, 0, at, len(step.lines[at - 1]))
                yield StaleOutput(Proof.TRACEBACK, place, _part(place, number, "traceback"), quote(words))
                return


def _code(line: str) -> str:
    """A line without prompt, indentation and comment; of a long one the beginning."""
    return " ".join(_COMMENT.sub("", _PROMPT.sub("", line[:LONG])).split())


def _by_count(step: Step, around: Around) -> Iterator[StaleOutput]:
    """A result says under which number it was made. Where all of them differ, something has numbered the cells anew."""
    if not around.numbered:
        return
    for number, output in enumerate(step.cell.outputs):
        made = count_of(output) if is_result(output) else None
        if made is not None and made != step.cell.execution_count:
            place = _last(step)
            yield StaleOutput(Proof.COUNT, place, _part(place, number), str(made), str(step.cell.execution_count))


def _by_result(step: Step, body: list[ast.stmt], around: Around, timed: bool) -> Iterator[StaleOutput]:
    """A result, under a last statement that displays none, or displays another one."""
    last = body[-1]
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Name | ast.Attribute | ast.Subscript) and not _ends_silent(step, last):
        return  # most results
    for number, output in enumerate(step.cell.outputs):
        if not is_result(output) or count_of(output) is None:  # every kernel numbers them: a tool has written this one
            continue
        proof, wanted, certain = _judged(step, last, output, around, timed)
        line = step.lines[last.lineno - 1] if last.lineno <= len(step.lines) else ""
        if proof is None or line.lstrip().startswith(("%", "!", "?")) or line.rstrip().endswith("?") or not around.plain:
            return
        place = step.place(last)
        place = place if place.line == place.end_line else step.span(last.lineno, place.column, last.lineno, len(line))
        yield StaleOutput(proof, place, _part(place, number), quote(text_of(output)), wanted, certain)


def _judged(step: Step, last: ast.stmt, output: Mapping[str, Any], around: Around, timed: bool) -> tuple[Proof | None, str, bool]:
    """What is wrong with a result, what should stand there, and whether that is certain."""
    if isinstance(last, _UNDISPLAYED):
        return Proof.UNDISPLAYED, "", not assigns(last) or around.contrast
    if not isinstance(last, ast.Expr):
        return (Proof.UNDISPLAYED if isinstance(last, _BLOCKS) else None), "", False
    if _gives_nothing(last.value, around):
        return Proof.UNDISPLAYED, "None", True
    if not timed and _ends_silent(step, last):
        return Proof.UNDISPLAYED, ";", True
    saved, wanted = text_of(output), _shown_as(last.value, around)
    if wanted is not None and saved is not None and "".join(wanted.split()) != "".join(saved.split()) and around.modern:
        return Proof.RESULT, quote(wanted), True
    return None, "", True


def _gives_nothing(node: ast.expr, around: Around) -> bool:
    """`print(…)`, `display(…)`, `None`: their value is None, and None is not displayed."""
    if isinstance(node, ast.Constant):
        return node.value is None
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in ("print", "display"):
        return False
    return not any(one.arg in ("display_id", None) for one in node.keywords) and node.func.id not in around.hidden


def _ends_silent(step: Step, last: ast.Expr) -> bool:
    """A semicolon at the very end of the cell. Behind a comment, not all versions of IPython take it for one."""
    line = step.lines[(last.end_lineno or last.lineno) - 1].rstrip()
    return step.cell.source.rstrip().endswith(";") and line.isascii() and line[last.end_col_offset or 0 :].strip() == ";"


def _shown_as(node: ast.expr, around: Around) -> str | None:
    """How a constant is displayed. A float's form can be set, and a long text is broken."""
    try:
        value = fold(node, {})
        value = fold(node, dict.fromkeys(around.hidden, HIDDEN))
    except NotConstant:
        return None
    shown = repr(value) if isinstance(value, str | int) else ""
    return shown if 0 < len(shown) < 70 else None


def _by_print(step: Step, body: list[ast.stmt], around: Around) -> Iterator[StaleOutput]:
    """What is printed for certain is not in the output, or not in this order."""
    source = step.cell.source
    if "print" not in source or "stdout" in source or "clear_output" in source:
        return
    pieces = printed(body, ())
    if not pieces:
        return
    saved, at = printed_in(step.cell)
    if _missing(saved, pieces, str.strip) is None and not pieces[0].whole:
        return
    line = flat(saved)
    if (_missing(line, pieces, flat) is None and line == flat(pieces[0].text)) or not around.kernel or not around.modern:
        return
    if _CUT.search(saved) or "\b" in saved or "\r" in saved or around.diverted:
        return
    pieces = printed(body, around.hidden)
    missing = _missing(line, pieces, flat)
    if missing is None and pieces and pieces[0].whole and line != flat(pieces[0].text) and around.contrast and not around.hooks:
        missing = pieces[0], True  # all that it prints is there, and more
    if missing is not None:
        piece, after = missing
        place = step.place(piece.node)
        certain = (after or not piece.cleared) and step.cell.execution_count is not None
        yield StaleOutput(Proof.PRINTED, place, _part(place, max(at, 0)), quote(saved), quote(piece.text), certain)


def _missing(saved: str, pieces: list[Printed], form: Callable[[str], str]) -> tuple[Printed, bool] | None:
    """The first piece that is not there, and whether one before it is."""
    position = 0
    for piece in pieces:
        wanted = form(piece.text)
        here = saved.find(wanted, position) if flat(wanted).isprintable() else position
        if here < 0:
            return piece, position > 0
        position = here + len(wanted)
    return None


def _by_silence(step: Step, body: list[ast.stmt], around: Around) -> Iterator[StaleOutput]:
    """Something is shown, and nothing in the cell runs code that could show it."""
    last = body[-1]
    if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant):
        return
    shows = next((number for number, output in enumerate(step.cell.outputs) if is_shown(output)), -1)
    if shows >= 0 and all(silent(one) for one in body) and around.kernel and not around.hooks:
        place = _last(step)
        certain = around.contrast and step.cell.execution_count is not None
        yield StaleOutput(Proof.SILENT, place, _part(place, shows), quote(text_of(step.cell.outputs[shows])), certain=certain)


def _uncounted(program: Program, known: Collection[int | None]) -> Iterator[StaleOutput]:
    """Cells with an output and no count amid counted ones. Where there are many, something has cleared the counts."""
    counts = program.counts
    if counts is None or not counts.uncounted:
        return
    cells = [cell for cell in program.cells if cell.kind == "code" and cell.source.strip()]
    counted = [cell.index for cell in cells if cell.execution_count]
    lacking = [cell for cell in cells if not cell.execution_count and cell.outputs and counted[0] < cell.index < counted[-1]]
    if len(lacking) > max(1, len(counted) // 8):
        return
    steps = {step.cell.index: step for step in program.steps}
    for cell in lacking:
        if cell.index not in known and cell.index in steps:
            place = _last(steps[cell.index])
            yield StaleOutput(Proof.UNCOUNTED, place, _part(place, 0), certain=False)


def _last(step: Step) -> Place:
    """The last line of a cell that is not blank."""
    line = next(number for number in range(len(step.lines), 0, -1) if step.lines[number - 1].strip())
    return step.span(line, 0, line, len(step.lines[line - 1]))


def _part(place: Place, number: int, key: str = "") -> Place:
    part = f"outputs/{number}" + (f"/{key}" if key else "")
    return Place(place.path, place.cell, place.cell_id, place.execution_count, 1, 0, 1, 0, part)
