"""Small programs for tests: from text to facts, findings and a whole review."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from mlreview_jupyter.facts import build
from mlreview_jupyter.model.facts import Facts
from mlreview_jupyter.model.finding import Finding
from mlreview_jupyter.model.program import Program
from mlreview_jupyter.model.review import Review
from mlreview_jupyter.read import find
from mlreview_jupyter.read.notebook import from_json
from mlreview_jupyter.read.program import from_notebook, from_text
from mlreview_jupyter.review import review
from mlreview_jupyter.rule import HERE
from mlreview_jupyter.rules import rule_named


def script(code: str) -> Program:
    """A script, in `# %%` cells or plain."""
    return from_text(code, "example.py")


def notebook(*cells: str | tuple[str, int], **metadata: Any) -> dict[str, Any]:
    """A notebook of these code cells, as JSON; a pair gives a cell its count."""
    raw = []
    for number, cell in enumerate(cells):
        source, count = cell if isinstance(cell, tuple) else (cell, None)
        raw.append({"cell_type": "code", "id": f"c{number}", "metadata": {}, "source": source, "outputs": [], "execution_count": count})
    return {"cells": raw, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def program(*cells: str | tuple[str, int]) -> Program:
    """The program in such a notebook."""
    return from_notebook(from_json(notebook(*cells)), "example.ipynb")


def facts(*cells: str | tuple[str, int]) -> Facts:
    """The facts of such a notebook."""
    return build(program(*cells))


def ask(rule: str, program: Program) -> tuple[Finding, ...]:
    """What one rule finds."""
    known = rule_named(rule)
    assert known is not None
    return known.ask(build(program))


_MARK = re.compile(r"# %%(?: In \[(\d+)\])?")
_OUTPUT = "#>"
OUTPUTS = f"\n{_OUTPUT}"  # stands in an example with saved outputs


def example(text: str) -> tuple[Program, dict[int | None, int]]:
    """The program of an example, and how many lines stand above each of its cells.

    Where saved outputs stand in it, it is a notebook: `# %% In [2]` begins a cell with that count, lines behind `#>` are
    what is shown under it (`Out[2]: …` a result, `SomeError` and what follows a traceback, all else printed text).
    """
    if OUTPUTS not in text:
        return script(text), {None: 0}
    content, above = saved_example(text)
    return from_notebook(from_json(content), "example.ipynb"), above


def saved_example(text: str) -> tuple[dict[str, Any], dict[int | None, int]]:
    """The notebook of such an example, as JSON."""
    cells: list[dict[str, Any]] = []
    above: dict[int | None, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        mark = _MARK.match(line)
        if mark:
            above[len(cells)] = number
            count = int(mark.group(1)) if mark.group(1) else None
            cells.append({"cell_type": "code", "metadata": {}, "source": [], "outputs": [], "execution_count": count})
        elif line.startswith(_OUTPUT):
            cells[-1]["outputs"].append(line.removeprefix(_OUTPUT).removeprefix(" ").removesuffix(HERE).rstrip())
        else:
            cells[-1]["source"].append(line)
    for cell in cells:
        cell["source"] = "\n".join(cell["source"]).rstrip("\n")
        cell["outputs"] = [_output(cell["outputs"])] if cell["outputs"] else []
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, above


def _output(lines: list[str]) -> dict[str, Any]:
    text = "\n".join(lines)
    result = re.match(r"Out\[(\d+)\]: ", text)
    if result:
        return {
            "output_type": "execute_result",
            "data": {"text/plain": text[result.end() :]},
            "metadata": {},
            "execution_count": int(result.group(1)),
        }
    if re.fullmatch(r"\w+(?:Error|Interrupt)", lines[0]):
        return {"output_type": "error", "ename": lines[0], "evalue": "", "traceback": lines}
    return {"output_type": "stream", "name": "stdout", "text": text + "\n"}


def found_lines(rule: str, text: str) -> tuple[tuple[Finding, ...], list[int]]:
    """What a rule finds in an example, and the lines of the example where it does."""
    program, above = example(text)
    findings = ask(rule, program)
    return findings, sorted({finding.place.line + above[finding.place.cell] for finding in findings})


def review_of(path: Path) -> Review:
    """The review of a file or folder."""
    files, missing = find([str(path)])
    return review(files, missing=missing)


def save(path: Path, *cells: str | tuple[str, int]) -> Path:
    """Write such a notebook."""
    path.write_text(json.dumps(notebook(*cells), indent=1), encoding="utf-8")
    return path
