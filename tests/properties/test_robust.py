"""Nothing that is read makes the reader crash or hang."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlreview_jupyter.facts import build
from mlreview_jupyter.model.program import Program
from mlreview_jupyter.read import Found, Unreadable
from mlreview_jupyter.read.notebook import from_json
from mlreview_jupyter.read.program import from_notebook, from_text
from mlreview_jupyter.report.json import render as to_json
from mlreview_jupyter.report.text import render as to_text
from mlreview_jupyter.review import review
from mlreview_jupyter.rules import find_rules
from mlreview_jupyter.syntax.parse import parse, quiet

from ..programs import notebook
from .programs import PROGRAMS

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["cells", "source", "cell_type", "metadata", "outputs", "execution_count", "worksheets", "tags", "x"]), inner
        )
    ),
    max_leaves=30,
)
WORDS = [
    "x",
    "df",
    "fit",
    "(",
    ")",
    "[",
    "]",
    ":",
    "=",
    ".",
    ",",
    "'",
    '"',
    "\n",
    "    ",
    "%",
    "!",
    "?",
    "%%",
    "lambda",
    "for",
    "in",
    "if",
    "else",
    "def f",
    "class A",
    "import sklearn",
    "return",
    "yield",
    "await",
    "1",
    "'''",
    "\\",
    "#",
    "@",
    "*",
    "**",
    "==",
]


def everything(program: Program) -> None:
    facts = build(program)
    for rule in find_rules():
        rule.judged(facts)
        for finding in rule.ask(facts):
            assert program.text(finding.place) is not None


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", ["a.ipynb", "a.py"])
def test_arbitrary_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    told = review([Found(str(path), name, True)])
    assert told.decision in ("APPROVE", "APPROVE WITH WARNINGS", "BLOCK")
    to_text(told).encode("utf-8")
    json.loads(to_json(told))


@given(JSON)
@settings(max_examples=200, deadline=2000)
def test_arbitrary_json(content: Any) -> None:
    try:
        notebook = from_json(content)
    except Unreadable:
        return
    everything(from_notebook(notebook, "a.ipynb"))


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
@settings(max_examples=400, deadline=2000)
def test_arbitrary_cells(source: str) -> None:
    with quiet():
        parsed = parse(source)
    assert (parsed.tree is None) == bool(parsed.problem)
    with quiet():
        everything(from_notebook(from_json(notebook("import pandas as pd\ndf = pd.read_csv('x.csv')\nx = df", source)), "a.ipynb"))
        everything(from_text(source, "a.py"))


@given(st.sampled_from(PROGRAMS), st.randoms(use_true_random=False), st.integers(1, 6))
@settings(max_examples=300, deadline=4000)
def test_mutated_programs(cells: list[str], chance: random.Random, times: int) -> None:
    """Tokens of real programs dropped, doubled, swapped and replaced: near to Python, and far from what anyone would write."""
    mutated = copy.copy(cells)
    for _ in range(times):
        at = chance.randrange(len(mutated))
        lines = mutated[at].split("\n")
        line = chance.randrange(len(lines))
        words = lines[line].replace("(", " ( ").replace(")", " ) ").replace(",", " , ").split(" ")
        spot = chance.randrange(len(words))
        words[spot : spot + chance.randrange(3)] = [chance.choice([*WORDS, *words])]
        lines[line] = " ".join(words)
        mutated[at] = "\n".join(lines)
    everything(from_notebook(from_json(notebook(*mutated)), "a.ipynb"))


@given(st.sampled_from(PROGRAMS), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=2000)
def test_mutated_notebooks(cells: list[str], chance: random.Random) -> None:
    """A field of the notebook's JSON becomes something else."""
    content = notebook(*cells)
    odd: list[Any] = [None, 3, "text", [], {}, [None], {"a": []}, -1, True, ["x", 3], "\ud800"]
    target: Any = content
    while isinstance(target, dict | list) and target and chance.random() < 0.8:
        key = chance.choice(list(target)) if isinstance(target, dict) else chance.randrange(len(target))
        if not isinstance(target[key], dict | list) or chance.random() < 0.3:
            target[key] = chance.choice(odd)
            break
        target = target[key]
    try:
        read = from_json(content)
    except Unreadable:
        return
    everything(from_notebook(read, "a.ipynb"))
