"""A file → the `Program` that it holds, in document order and, where counts tell of another, in recorded order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from ..model.program import Cell, Counts, Form, Gap, Program, Step
from ..syntax.foreign import without_r
from ..syntax.parse import Parsed, parse, parse_all, quiet
from .neighbours import Neighbours
from .notebook import Notebook, from_json, parse_notebook, read_notebook
from .script import read_script
from .source import Unreadable, json_text, python_text, read_python_text

__all__ = ["Unreadable", "from_cells", "from_json", "read", "read_data", "read_notebook"]


def read(path: str, shown: str | None = None, neighbours: Neighbours | None = None) -> Program:
    """The program in a file; `shown` is the name under which places speak of it."""
    shown = path if shown is None else shown
    with quiet():
        if path.lower().endswith(".ipynb"):
            program = from_notebook(read_notebook(path), shown)
        elif path.lower().endswith((".py", ".pyw")):
            program = from_text(read_python_text(path), shown)
        else:
            raise Unreadable("it is neither a notebook (.ipynb) nor a script (.py)")
    return _with_modules(program, neighbours or Neighbours(os.path.dirname(os.path.abspath(path))), shown)


def read_data(data: bytes, shown: str, kind: Literal["notebook", "script"], folder: str | None = None) -> Program:
    """The program in these bytes, as `read` gives it for a file; local modules come along from `folder`, if one is named."""
    with quiet():
        if kind == "notebook":
            program = from_notebook(parse_notebook(json_text(data)), shown)
        else:
            program = from_text(python_text(data), shown)
    return program if folder is None else _with_modules(program, Neighbours(folder), shown)


def _with_modules(program: Program, near: Neighbours, shown: str) -> Program:
    modules = near.of(program, read, shown)
    return replace(program, modules=modules, recorded=replace(program.recorded, modules=modules) if program.recorded else None)


def from_notebook(notebook: Notebook, shown: str) -> Program:
    """The program in a notebook."""
    gaps: list[Gap] = []
    steps = []
    code = [cell for cell in notebook.cells if cell.kind == "code" and cell.source.strip()]
    if notebook.language != "python":
        for cell in code:
            step = Step(cell, None, shown, True, {}, tuple(cell.source.split("\n")), notebook.language)
            gaps.append(Gap("language", f"the notebook's kernel runs {notebook.language}, not Python", step.span(1, 0, 1, 0)))
            steps.append(step)
    else:
        sources = [cell.source for cell in code]
        parsed = without_r(sources, list(parse_all(sources)))
        steps = [_step(cell, one, shown, True, gaps) for cell, one in zip(code, parsed, strict=True)]
    for index, reason in notebook.oddities:
        gaps.append(Gap("format", f"cell {index} {reason}", Step(notebook.cells[index], None, shown, True).span(1, 0, 1, 0)))
    if not steps:
        gaps.append(Gap("empty", "the notebook has no code", Step(Cell(0, "code", ""), None, shown, True).span(1, 0, 1, 0)))
    counts = _counts(notebook.cells)
    program = Program(shown, Form.NOTEBOOK, tuple(steps), "document", notebook.cells, tuple(gaps), counts, metadata=notebook.metadata)
    if counts.recorded and not counts.ordered and not counts.repeated:
        ran = sorted((step for step in steps if step.cell.execution_count), key=lambda step: step.cell.execution_count or 0)
        program = replace(program, recorded=replace(program, steps=tuple(ran), order="recorded"))
    return program


def from_text(text: str, shown: str) -> Program:
    """The program in a script."""
    form, cells = read_script(text)
    return from_cells(cells, form, shown, text)


def from_cells(cells: tuple[Cell, ...], form: Form, shown: str, text: str | None = None) -> Program:
    """The program of a script's cells. A block that reaches over a cell mark makes them one."""
    code = [cell for cell in cells if cell.kind == "code" and cell.source.strip()]
    parsed = list(zip(code, parse_all(cell.source for cell in code), strict=True))
    if text is not None and len(parsed) > 1 and any(one.problem for _, one in parsed):
        whole = parse(text)
        if whole.tree is not None:
            cells = (Cell(0, "code", text),)
            parsed = [(cells[0], whole)]
    gaps: list[Gap] = []
    steps = tuple(_step(cell, one, shown, False, gaps) for cell, one in parsed)
    return Program(shown, form, steps, "document", cells, tuple(gaps))


def _step(cell: Cell, parsed: Parsed, shown: str, in_notebook: bool, gaps: list[Gap]) -> Step:
    step = Step(cell, parsed.tree, shown, in_notebook, parsed.shifts, tuple(cell.source.split("\n")), parsed.language)
    if parsed.tree is None:
        line = min(max(parsed.line, 1), len(step.lines))
        gaps.append(Gap("syntax", parsed.problem, step.span(line, 0, line, len(step.lines[line - 1]))))
    elif parsed.language not in ("python", "aside", "writefile", "html", "javascript", "js", "latex", "markdown", "svg", "HTML", "SVG"):
        gaps.append(Gap("language", f"a {parsed.language} cell", step.span(1, 0, 1, len(step.lines[0]))))
    return step


def _counts(cells: Iterable[Cell]) -> Counts:
    code = [cell for cell in cells if cell.kind == "code" and cell.source.strip()]
    numbers = [cell.execution_count for cell in code if cell.execution_count]
    seen = Counter(numbers)
    lowest = min(numbers, default=None)
    most = max(numbers, default=0)
    mismatched = tuple(
        cell.index
        for cell in code
        if cell.execution_count and any(_result_count(output) not in (None, cell.execution_count) for output in cell.outputs)
    )
    many = len(numbers) >= 2
    span = range(lowest or 0, most)
    missing = tuple(number for number in span if number not in seen) if len(span) < 100_000 else ()
    return Counts(
        many,
        all(a < b for a, b in pairwise(numbers)),
        lowest,
        missing,
        tuple(sorted(number for number, times in seen.items() if times > 1)),
        tuple(cell.index for cell in code if not cell.execution_count) if many else (),
        mismatched,
    )


def _result_count(output: object) -> int | None:
    if isinstance(output, dict) and output.get("output_type") in ("execute_result", "pyout"):
        count = output.get("execution_count", output.get("prompt_number"))
        return count if isinstance(count, int) else None
    return None
