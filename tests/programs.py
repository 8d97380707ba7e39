"""Small programs for tests: from text to facts, findings and a whole review."""

from __future__ import annotations

import json
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


def review_of(path: Path) -> Review:
    """The review of a file or folder."""
    files, missing = find([str(path)])
    return review(files, missing=missing)


def save(path: Path, *cells: str | tuple[str, int]) -> Path:
    """Write such a notebook."""
    path.write_text(json.dumps(notebook(*cells), indent=1), encoding="utf-8")
    return path
