"""Every rule's examples: the marked lines are the found lines, the fix gives `fixed`, and each program does what it says."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from mlreview_jupyter.fix.mend import Mend
from mlreview_jupyter.fix.splice import splice
from mlreview_jupyter.model.program import Program
from mlreview_jupyter.read import read_data
from mlreview_jupyter.rule import Example, Rule
from mlreview_jupyter.rules import find_rules

from .programs import OUTPUTS, ask, found_lines, saved_example, script

BAD = [pytest.param(rule, example, id=f"{rule.id}-bad-{number}") for rule in find_rules() for number, example in enumerate(rule.bad, 1)]
GOOD = [pytest.param(rule, example, id=f"{rule.id}-good-{number}") for rule in find_rules() for number, example in enumerate(rule.good, 1)]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_finds_the_marked_lines_and_no_others(rule: Rule, example: Example) -> None:
    found, lines = found_lines(rule.id, example.text)
    assert lines == example.lines
    assert {finding.certainty.value for finding in found} == {"certain"}


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_is_silent_on_what_is_right(rule: Rule, example: Example) -> None:
    assert not example.lines
    assert found_lines(rule.id, example.text) == ((), [])


@pytest.mark.parametrize(("rule", "example"), [one for one in BAD if one.values[1].fixed])
def test_the_fix_gives_the_fixed_program_which_is_clean(rule: Rule, example: Example) -> None:
    mended = _mended(rule, example).decode()
    assert mended == Example(example.fixed).text
    assert ask(rule.id, script(mended)) == ()


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_what_is_fixed_is_found_no_more(rule: Rule, example: Example) -> None:
    findings = ask(rule.id, _read(_mended(rule, example), example))
    assert not any(finding.edits for finding in findings)


def _mended(rule: Rule, example: Example) -> bytes:
    """The example as a file, after the rule's edits."""
    data = json.dumps(saved_example(example.text)[0]).encode() if OUTPUTS in example.text else example.text.encode()
    offered = [Mend(rule.id, one.place, one.edits) for one in ask(rule.id, _read(data, example)) if one.edits]
    spliced = splice(data, offered, "notebook" if OUTPUTS in example.text else "script")
    assert not spliced.refused
    assert not spliced.waiting
    return spliced.data


def _read(data: bytes, example: Example) -> Program:
    return read_data(data, "example", "notebook" if OUTPUTS in example.text else "script")


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "example"), BAD + GOOD)
def test_the_example_runs_as_it_says(rule: Rule, example: Example) -> None:
    if example.not_run:
        assert len(example.not_run) > 10
        return
    done = subprocess.run([sys.executable, "-c", example.text], capture_output=True, text=True, timeout=120, check=False)
    ended = done.stderr.strip().rpartition("\n")[2].partition(":")[0] if done.returncode else ""
    assert ended == example.fails, done.stderr
