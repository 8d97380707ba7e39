"""The fixes of leaks are proved: the program still runs, still prints its score, and the leak is gone."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from mlreview_jupyter.rules import rule_named

from ..oracle.programs import program
from ..oracle.table import Table
from ..oracle.table import made as made_table
from ..programs import notebook
from .leaks import RULES, fixed
from .leaky import SHAPES, UNTOUCHED
from .runs import run_all

CASES = [path for rule in RULES for path in sorted((Path(__file__).parents[1] / "cases" / rule).glob("bad_*.py"))]
FORKS = pytest.mark.skipif(sys.platform == "win32", reason="the programs run in copies of a process")


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_is_mended_as_a_person_would(shape: str) -> None:
    start, wrong, right, end = SHAPES[shape]
    done = fixed(start + wrong + end)
    assert done.found > 0
    assert done.refused == ()
    assert done.left == 0
    if "make_pipeline" in right:
        assert "from sklearn.pipeline import make_pipeline\n" in done.text
        done_text = done.text.replace("from sklearn.pipeline import make_pipeline\n", "")
    else:
        done_text = done.text
    assert done_text == start + right + end


@pytest.mark.parametrize("why", UNTOUCHED)
def test_what_is_not_certain_is_not_offered(why: str) -> None:
    start, wrong, end = UNTOUCHED[why]
    done = fixed(start + wrong + end)
    assert done.found > 0, "the leak is found all the same"
    assert done.made == 0
    assert done.text == start + wrong + end


@FORKS
@pytest.mark.slow
def test_every_fixed_program_still_runs_and_prints_its_score() -> None:
    given = {name: "".join((start, wrong, end)) for name, (start, wrong, _, end) in SHAPES.items()}
    for rule in RULES:
        known = rule_named(rule)
        assert known is not None
        given |= {f"{rule} {number}": one.text for number, one in enumerate(known.bad)}
    given |= {path.name: path.read_text(encoding="utf-8") for path in CASES}
    _proved(given, at_least=len(SHAPES))


@FORKS
@pytest.mark.slow
def test_no_fix_breaks_a_program_that_chance_put_together() -> None:
    made = [program(number) for number in range(5000, 5200)]
    _proved(
        {f"{one.number}": one.text for one in made},
        at_least=5,
        first={f"{one.number}": _table(made_table(one.shape, one.number)) for one in made},
    )


def _table(table: Table) -> str:
    """The statements that write what such a program reads."""
    arrays = [
        f"numpy.save({name!r}, numpy.array({values.tolist()!r}))" for name, values in (("X.npy", table.features), ("y.npy", table.target))
    ]
    return "\n".join(["import numpy", f"open('data.csv', 'w').write({table.frame.to_csv(index=False)!r})", *arrays, ""])


def _proved(given: dict[str, str], at_least: int, first: dict[str, str] | None = None) -> None:
    """Fixed, they run as they did, and nothing is found that was mended. `first` runs before each of them."""
    start = first or {}
    done = {name: one for name, text in given.items() if (one := fixed(text)).made}
    before = run_all([start.get(name, "") + given[name] for name in done])
    after = run_all([start.get(name, "") + one.text for name, one in done.items()])
    ran = [name for name, run in zip(done, before, strict=True) if not run.fault]
    broken = {name: new.fault for name, old, new in zip(done, before, after, strict=True) if not old.fault and new.fault}
    assert broken == {}
    silent = [name for name, old, new in zip(done, before, after, strict=True) if old.printed and not new.printed]
    assert silent == []
    assert [name for name, one in done.items() if one.left > one.found - one.made] == []
    assert len(ran) >= at_least


def test_a_fix_reaches_over_the_cells_of_a_notebook() -> None:
    start, wrong, _, end = SHAPES["a tool with a name of its own"]
    scale, _, split = wrong.partition("\n\n")
    data = notebook(start, scale, split.rstrip("\n"), end)
    for number, cell in enumerate(data["cells"], 1):
        cell["execution_count"] = number
    done = fixed(json.dumps(data, indent=1), "notebook")
    cells = json.loads(done.text)["cells"]
    assert cells[1]["source"] == "scaler = StandardScaler()"
    assert cells[2]["source"].split("\n")[1:] == ["X_train = scaler.fit_transform(X_train)", "X_test = scaler.transform(X_test)"]
    assert [cell["execution_count"] for cell in cells] == [1, None, None, 4]
    assert done.left == 0
