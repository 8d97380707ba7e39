"""Cases beyond the examples that teach: `tests/cases/<rule>/` holds programs, found by themselves.

Lines that end in `# <- here` are those that the rule must find, whatever its certainty; a file without any must stay clean.
In a `.ipynb`, the mark stands in the source of a cell.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mlreview_jupyter.read.notebook import read_notebook
from mlreview_jupyter.read.program import from_notebook
from mlreview_jupyter.rule import HERE
from mlreview_jupyter.rules import rule_named

from .programs import ask, found_lines

CASES = sorted(path for path in (Path(__file__).parent / "cases").glob("*/*") if path.suffix in (".py", ".ipynb"))


@pytest.mark.parametrize("path", [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in CASES])
def test_case(path: Path) -> None:
    assert rule_named(path.parent.name) is not None, "a folder of cases is called like its rule"
    if path.suffix == ".ipynb":
        program = from_notebook(read_notebook(str(path)), path.name)
        marked = [
            (cell.index, number)
            for cell in program.cells
            for number, line in enumerate(cell.source.split("\n"), 1)
            if line.rstrip().endswith(HERE)
        ]
        assert sorted({(finding.place.cell or 0, finding.place.line) for finding in ask(path.parent.name, program)}) == marked
        return
    text = path.read_text(encoding="utf-8")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.rstrip().endswith(HERE)]
    assert found_lines(path.parent.name, text)[1] == lines
