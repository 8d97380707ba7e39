"""Stale outputs: what proves them, and the notebooks in which nothing is proven."""

from __future__ import annotations

from typing import Any

import pytest

from mlreview_jupyter.facts import build
from mlreview_jupyter.facts.tracebacks import quoted
from mlreview_jupyter.model.stale import StaleOutput
from mlreview_jupyter.read.notebook import from_json
from mlreview_jupyter.read.program import from_notebook
from mlreview_jupyter.rules import rule_named

from ..programs import notebook

RESULT = {"output_type": "execute_result", "data": {"text/plain": ["7"]}, "metadata": {}, "execution_count": 2}


def stale(output: dict[str, Any], source: str = "x = 7", count: int | None = 2, **metadata: Any) -> tuple[StaleOutput, ...]:
    content = notebook(("y = 1", 1), (source, count or 0), ("z = 3", 3), **metadata)
    content["cells"][1]["outputs"] = [output]
    return build(from_notebook(from_json(content), "example.ipynb")).stale


def test_a_result_under_an_assignment() -> None:
    (found,) = stale(RESULT)
    assert (found.proof.value, found.certain, found.shown) == ("undisplayed", True, "7")
    assert (found.place.cell, found.place.line, found.output.part) == (1, 1, "outputs/0")


@pytest.mark.parametrize(
    "metadata",
    [
        {"kernelspec": {"name": "pysparkkernel"}},
        {"kernelspec": {"name": "sagemath-9.0"}},
        {"application/vnd.databricks.v1+notebook": {}},
    ],
)
def test_other_kernels_display_by_rules_of_their_own(metadata: dict[str, Any]) -> None:
    assert stale(RESULT, **metadata) == ()


def test_a_result_that_no_kernel_has_numbered_proves_nothing() -> None:
    assert stale({**RESULT, "execution_count": None}) == ()


def test_python_2_prints_otherwise() -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": "('a', 0)\n"}
    assert stale(printed, 'print("a", 1 / 3)')
    assert stale(printed, 'print("a", 1 / 3)', language_info={"name": "python", "version": "2.7.18"}) == ()
    assert stale({"output_type": "stream", "stream": "stdout", "text": "('a', 0)\n"}, 'print("a", 1 / 3)') == ()


@pytest.mark.parametrize(
    "odd", [{}, {"output_type": []}, {"output_type": "error", "traceback": [1, None]}, {"output_type": "stream", "text": {}}]
)
def test_odd_outputs_are_let_be(odd: dict[str, Any]) -> None:
    assert all(not one.certain for one in stale(odd, "print(1)\nf()"))


def test_a_certain_one_can_be_cleared() -> None:
    rule = rule_named("stale-output")
    assert rule is not None
    content = notebook(("y = 1", 1), ("x = 7", 2))
    content["cells"][1]["outputs"] = [RESULT]
    (finding,) = rule.ask(build(from_notebook(from_json(content), "example.ipynb")))
    (edit,) = finding.edits
    assert (edit.target, edit.place.cell, edit.safe) == ("output", 1, True)


OLD = """\
---------------------------------------------------------------------------
ZeroDivisionError                         Traceback (most recent call last)
\x1b[0;32m<ipython-input-2-ab12cd34ef56>\x1b[0m in \x1b[0;36m<module>\x1b[0;34m()\x1b[0m
\x1b[1;32m      1\x1b[0m good = 1
\x1b[0;32m----> 2\x1b[0m half(good)

<ipython-input-1-0123456789ab> in half(x)
      1 def half(x):
----> 2     return x / 0

ZeroDivisionError: division by zero"""
NEW = """\
Cell In[2], line 2
      1 good = 1
----> 2 half(good)

File /opt/lib/python3.12/json/__init__.py:346, in loads(s)
--> 346     return _default_decoder.decode(s)

ZeroDivisionError: division by zero"""
FILE = """\
/tmp/ipykernel_123/456789.py in <module>
      1 good = 1
----> 2 half(good)

/tmp/ipykernel_123/111.py in half(x)
----> 2     return x / 0"""
UNREAD = """\
  File "<ipython-input-2-8e3cc151e316>", line 2
    half(good
             ^
SyntaxError: unexpected EOF while parsing"""


@pytest.mark.parametrize(
    ("traceback", "lines"),
    [(OLD, ["good = 1", "half(good)"]), (NEW, ["good = 1", "half(good)"]), (FILE, ["good = 1", "half(good)"]), (UNREAD, ["half(good"])],
)
@pytest.mark.parametrize("count", [2, None])
def test_only_the_lines_of_the_cell_itself_are_taken(traceback: str, lines: list[str], count: int | None) -> None:
    assert [one.text for one in quoted(traceback.split("\n"), count)] == lines


def test_a_traceback_of_another_cell_is_not_ours() -> None:
    assert not list(quoted(NEW.split("\n"), 9))
