"""Every rule's examples: the marked lines are the found lines, the fix gives `fixed`, and each program does what it says."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mlreview_jupyter.rule import Example, Rule
from mlreview_jupyter.rules import find_rules

from .edits import apply
from .programs import ask, script

BAD = [pytest.param(rule, example, id=f"{rule.id}-bad-{number}") for rule in find_rules() for number, example in enumerate(rule.bad, 1)]
GOOD = [pytest.param(rule, example, id=f"{rule.id}-good-{number}") for rule in find_rules() for number, example in enumerate(rule.good, 1)]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_finds_the_marked_lines_and_no_others(rule: Rule, example: Example) -> None:
    found = ask(rule.id, script(example.text))
    assert sorted({finding.place.line for finding in found}) == example.lines
    assert {finding.certainty.value for finding in found} == {"certain"}


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_is_silent_on_what_is_right(rule: Rule, example: Example) -> None:
    assert not example.lines
    assert ask(rule.id, script(example.text)) == ()


@pytest.mark.parametrize(("rule", "example"), [one for one in BAD if one.values[1].fixed])
def test_the_fix_gives_the_fixed_program_which_is_clean(rule: Rule, example: Example) -> None:
    edits = [edit for finding in ask(rule.id, script(example.text)) for edit in finding.edits]
    mended = apply(example.text, edits)
    assert mended == Example(example.fixed).text
    assert ask(rule.id, script(mended)) == ()


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "example"), BAD + GOOD)
def test_the_example_runs_as_it_says(rule: Rule, example: Example) -> None:
    if example.not_run:
        assert len(example.not_run) > 10
        return
    done = subprocess.run([sys.executable, "-c", example.text], capture_output=True, text=True, timeout=120, check=False)
    ended = done.stderr.strip().rpartition("\n")[2].partition(":")[0] if done.returncode else ""
    assert ended == example.fails, done.stderr
