"""Cases beyond the examples that teach: `tests/cases/<rule>/` holds programs, found by themselves.

Lines that end in `# <- here` are those that the rule must find, whatever its certainty; a file without any must stay clean.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mlreview_jupyter.rule import HERE
from mlreview_jupyter.rules import rule_named

from .programs import ask, script

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.py"))


@pytest.mark.parametrize("path", [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in CASES])
def test_case(path: Path) -> None:
    assert rule_named(path.parent.name) is not None, "a folder of cases is called like its rule"
    text = path.read_text(encoding="utf-8")
    marked = [number for number, line in enumerate(text.split("\n"), 1) if line.rstrip().endswith(HERE)]
    assert sorted({finding.place.line for finding in ask(path.parent.name, script(text))}) == marked
