"""Fixes are made until none is left: twice is as good as once, and none costs a file its sense."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlreview_jupyter.decide import Around
from mlreview_jupyter.fix.mend import Refused
from mlreview_jupyter.fix.offers import Offers, offers
from mlreview_jupyter.fix.rounds import Mended, mend
from mlreview_jupyter.model.facts import Facts
from mlreview_jupyter.model.finding import Certainty, Edit, Finding, Severity
from mlreview_jupyter.read import Found, Project, matches
from mlreview_jupyter.rule import Rule
from mlreview_jupyter.rules import find_rules

from ..programs import notebook
from ..properties.programs import PROGRAMS


def judge_by(rules: Sequence[Rule], name: str) -> Callable[[bytes], Offers]:
    def judge(data: bytes) -> Offers:
        return offers(data, Found(name, name, True), rules, Project(None), Around(matches=matches))

    return judge


def rewrite(id: str, pattern: str, new: str, safe: bool = True) -> Rule:
    """A rule that finds a pattern in the source, and would have something else there."""

    def check(facts: Facts) -> list[Finding]:
        found = []
        for step in facts.program.steps:
            for number, line in enumerate(step.lines, 1):
                for match in re.finditer(pattern, line):
                    place = step.span(number, match.start(), number, match.end())
                    edit = Edit(place, match.group(), match.expand(new), safe)
                    found.append(Finding("", "", Severity.LOW, Certainty.CERTAIN, id, "", "", "", place, edits=(edit,)))
        return found

    return replace(find_rules()[0], id=id, check=check, judges=lambda facts: 1, doubts=None, area="notebook")


def fixed(rules: Sequence[Rule], *cells: str, unsafe: bool = False) -> tuple[Mended, list[str]]:
    data = json.dumps(notebook(*cells)).encode()
    mended = mend(data, "notebook", judge_by(rules, "n.ipynb"), unsafe=unsafe)
    return mended, [cell["source"] for cell in json.loads(mended.data)["cells"]]


def test_what_overlaps_is_made_in_the_next_round() -> None:
    rules = [rewrite("one", r"a\+b", "b+a"), rewrite("two", r"\bb\b", "c")]
    mended, sources = fixed(rules, "x = a+b\ny = b", "z = a+b")
    assert sources == ["x = c+a\ny = c", "z = c+a"]
    assert [one.rule for one in mended.made] == ["one", "two", "one", "two", "two"]


def test_fixes_that_undo_one_another_leave_the_file_alone() -> None:
    with pytest.raises(Refused, match="undo"):
        fixed([rewrite("there", "^a", "b"), rewrite("back", "^b", "a")], "a = 1")


def test_fixes_without_end_leave_the_file_alone() -> None:
    with pytest.raises(Refused, match="no end"):
        fixed([rewrite("more", "a$", "aa")], "a")


def test_a_fix_that_breaks_a_cell_is_not_made_and_the_others_are() -> None:
    rules = [rewrite("bad", r"f\(", "f(("), rewrite("good", r"\bone\b", "1")]
    mended, sources = fixed(rules, "x = one", "y = f(one)", "z = one + one")
    assert sources == ["x = 1", "y = f(1)", "z = 1 + 1"]
    assert [(one.rule, why) for one, why in mended.refused] == [("bad", "the cell would not be Python after it")]


def test_unsafe_fixes_are_counted_and_made_only_when_asked_for() -> None:
    rules = [rewrite("safe", "a", "b"), rewrite("unsafe", "c", "d", safe=False)]
    mended, sources = fixed(rules, "a\nc\nc")
    assert (sources, mended.unsafe) == (["b\nc\nc"], 2)
    mended, sources = fixed(rules, "a\nc\nc", unsafe=True)
    assert (sources, mended.unsafe) == (["b\nd\nd"], 0)


def test_what_is_allowed_is_not_fixed() -> None:
    some = find_rules()[0].id
    _, sources = fixed([rewrite(some, "aaa", "b")], f"aaa  # mlreview: allow {some} -- it is meant so", "aaa")
    assert sources == [f"aaa  # mlreview: allow {some} -- it is meant so", "b"]


def test_what_would_change_another_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "near.py").write_text("aaa")
    (tmp_path / "n.py").write_text("import near")

    def check(facts: Facts) -> list[Finding]:
        (near,) = facts.program.modules.values()
        place = near.steps[0].span(1, 0, 1, 3)
        return [Finding("", "", Severity.LOW, Certainty.CERTAIN, "", "", "", "", place, edits=(Edit(place, "aaa", "b", True),))]

    rule = replace(rewrite("along", "aaa", "b"), check=check)
    mended = mend(b"import near", "script", judge_by([rule], str(tmp_path / "n.py")))
    assert mended.data == b"import near"
    assert "near.py: fix that file" in mended.refused[0][1]


WITH_OUTPUTS = {"execution_count": 7, "outputs": [{"output_type": "stream", "name": "stdout", "text": ["x\n"]}]}


@given(st.sampled_from(PROGRAMS), st.sampled_from([None, 1, 4]), st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_fixing_twice_is_fixing_once_and_a_valid_notebook_stays_one(cells: list[str], indent: int | None, listed: bool, crlf: bool) -> None:
    content = notebook(*cells)
    for cell in content["cells"]:
        cell.update(WITH_OUTPUTS)
        if listed:
            cell["source"] = cell["source"].splitlines(keepends=True)
    text = json.dumps(content, indent=indent)
    data = text.replace("\n", "\r\n").encode() if crlf else text.encode()
    judge = judge_by(find_rules(), "n.ipynb")
    once = mend(data, "notebook", judge, unsafe=True)
    assert mend(once.data, "notebook", judge, unsafe=True).data == once.data
    after = json.loads(once.data)
    nbformat.validate(after)
    edited = {edit.place.cell for one in once.made for edit in one.edits}
    for number, (was, now) in enumerate(zip(content["cells"], after["cells"], strict=True)):
        assert now == was or (number in edited and {**was, "source": 0, "outputs": [], "execution_count": None} == {**now, "source": 0})
    assert not once.refused
    assert not judge(once.data).mends


@given(st.sampled_from(PROGRAMS), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=40, deadline=None)
def test_the_same_of_scripts(cells: list[str], end: str) -> None:
    data = "".join(f"# %%\n{cell}\n" for cell in cells).replace("\n", end).encode()
    judge = judge_by(find_rules(), "s.py")
    once = mend(data, "script", judge, unsafe=True)
    assert mend(once.data, "script", judge, unsafe=True).data == once.data
    assert b"\n" not in once.data.replace(end.encode(), b"")


def test_the_programs_have_something_to_fix() -> None:
    judge = judge_by(find_rules(), "n.ipynb")
    made = [mend(json.dumps(notebook(*cells)).encode(), "notebook", judge, unsafe=True).made for cells in PROGRAMS]
    assert sum(map(bool, made)) >= 3
