"""What does not change a program does not change its findings: they move, and stay what they are."""

from __future__ import annotations

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from mlreview_jupyter.facts import build
from mlreview_jupyter.model.program import Program
from mlreview_jupyter.read.notebook import from_json
from mlreview_jupyter.read.program import from_notebook
from mlreview_jupyter.rules import find_rules

from ..programs import notebook
from .programs import CHANGES, PROGRAMS


def told(program: Program) -> list[tuple[str, str, str]]:
    """The findings without their places: rule, certainty, and the title with the renamed parts of names cut off."""
    facts = build(program)
    found = [
        (one.rule, one.certainty.value, re.sub(r"_\d+\b", "", re.sub(r"cell \d+:\d+", "cell", one.title)))
        for rule in find_rules()
        for one in rule.ask(facts)
    ]
    return sorted(found)


def program_of(cells: list[str], markdown: int | None = None) -> Program:
    content = notebook(*cells)
    if markdown is not None:
        content["cells"].insert(markdown, {"cell_type": "markdown", "metadata": {}, "source": "## train_test_split(X)"})
    return from_notebook(from_json(content), "example.ipynb")


@given(st.sampled_from(PROGRAMS), st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=3, unique=True), st.integers(0, 10_000))
@settings(max_examples=150, deadline=None)
def test_findings_stay(cells: list[str], changes: list[str], seed: int) -> None:
    before = told(program_of(cells))
    changed = cells
    for change in changes:
        changed = CHANGES[change](changed, random.Random(seed))
    assert told(program_of(changed)) == before, "\n# %%\n".join(changed)


@given(st.sampled_from(PROGRAMS), st.integers(0, 5))
@settings(max_examples=40, deadline=None)
def test_markdown_changes_nothing(cells: list[str], at: int) -> None:
    assert told(program_of(cells, min(at, len(cells)))) == told(program_of(cells))


def test_the_programs_have_findings_to_lose() -> None:
    assert sum(bool(told(program_of(cells))) for cells in PROGRAMS) >= 7
