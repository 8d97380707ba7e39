"""Text keeps the form that people and scripts know, fits its width, loses nothing, and is the same in colour."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from mlreview_jupyter.model.review import Review
from mlreview_jupyter.report import paint, text
from mlreview_jupyter.report.places import counted, suppressed
from mlreview_jupyter.report.terminal.line import columns

from .readers import CONTROL, INLINE, commands
from .reviews import hostile, mark
from .samples import clear, file, finding, full, many, unseeded

law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def painted(review: Review, width: int | None = None) -> str:
    stream = io.StringIO()
    paint.show(review, stream, width)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_a_finding_has_the_form_that_scripts_know() -> None:
    told = text.render(replace(full(), findings=(finding(),)), 100)
    block = re.search(
        r"^\[HIGH\] StandardScaler learned from the rows that are scored\nFile: train\.ipynb:cell 4:2   In \[5\]\n"
        r"     2 │ (X = StandardScaler\(\)\.fit_transform\(X\))\n( +─+)\n"
        r"Path: 1  learned  cell 4:2  X = .+\n      2  split    cell 5:1  X_train.+\n      3  scored   cell 7:3  .+\n      4  scored   cell 8:1  .+\n"
        r"Issue: StandardScaler learned from X .+\n(?:  .+\n)*Fix: Split first.+\nTrade-off: a pipeline.+\n"
        r"Rule: learned-before-split \(certain\) · nbreview explain learned-before-split\n\n",
        told,
        re.MULTILINE,
    )
    assert block is not None, told
    assert block.group(2).index("─") == 9 + len("X = ")
    assert len(block.group(2).strip()) == len("StandardScaler().fit_transform(X)")
    assert re.search(
        r"^Decision: BLOCK\nPrimary risks: data leakage, irreproducible training\nTests run: pytest passed\n"
        r"What would flip it: the fixes of 2 findings, 1 answer \(then: APPROVE WITH WARNINGS\)\nTo be settled: .+\n1 finding \(1 high\) · ",
        told,
        re.MULTILINE,
    )


def test_a_place_in_an_output_is_named_as_one() -> None:
    assert "File: train.ipynb:cell 6 output 0:1   In [5]\n" in text.render(full())


def test_what_was_proven_is_shown_with_its_figures() -> None:
    told = text.render(full())
    assert "Evidence: test rows seen: 199 of 200; honest score: 0.81 ± 0.02\n" in told
    assert told.count("Evidence:") == 1


def test_only_what_counts_is_shown_and_how_much_else_there_is() -> None:
    told = text.render(full())
    assert re.findall(r"^\[(\w+)\]", told, re.MULTILINE) == ["CRITICAL", "HIGH", "MEDIUM", "LOW"]
    assert "Not shown: 1 allowed, 1 in the baseline, 1 unchanged since main\n" in told
    assert (
        "4 findings (1 critical, 1 high, 1 medium, 1 low), 1 below low is not shown · 4 rules ran on 2 files: 2 found, 1 unknown, 1 clean\n"
        in told
    )


def test_what_narrows_a_review_stands_before_the_findings() -> None:
    told = text.render(full(), 200)
    begin = told[: told.index("[CRITICAL]")]
    assert "train.ipynb  judged as candidate: a model is scored on held-out rows; classification (RandomForest" in begin
    assert "Context: team: 5 engineers; timeline: ships in May\nPolicy: strict\n" in begin
    assert "Settings: pyproject.toml leaves out the rules of repro\n" in begin
    assert "Settings: pyproject.toml asks for exit code 0 always: not obeyed\n" in begin
    assert "Policy" not in text.render(clear())


def test_findings_of_one_act_have_one_headline_and_every_place() -> None:
    same = [finding(number, line=number, title=f"median of c{number} learned from the rows that are scored") for number in (2, 3, 4)]
    elsewhere = finding(5, cell=9)
    otherwise = finding(6, line=7, fix="Fit it in each fold.")
    proven = finding(7, line=8, certainty="proven")
    told = text.render(replace(full(), findings=(*same, elsewhere, otherwise, proven)))
    assert len(re.findall(r"^\[HIGH\]", told, re.MULTILINE)) == 4
    assert (
        "Also: cell 4:3  median of c3 learned from the rows that are scored\n      cell 4:4  median of c4 learned from the rows that are scored\n"
    ) in told
    assert "6 findings (6 high)" in told


def test_in_a_script_only_what_stands_near_is_one_act() -> None:
    far = [unseeded(number, cell=None, line=line, end_line=line) for number, line in enumerate((3, 5, 40))]
    told = text.render(replace(full(), findings=tuple(far)))
    assert told.count("[MEDIUM]") == 2
    assert f"Also: line 5  {far[0].source}\n" in told


def test_allowances_of_no_use_are_told_near_the_end() -> None:
    told = text.render(full())
    end = told[told.index("In order:") :]
    assert "Allowance: run-all-fails (pyproject.toml: scratch/*) matches nothing and can go\n" in end
    assert "Allowance: scaled-early (train.ipynb:cell 6) does not count: no rule is called scaled-early\n" in end
    assert "the demo shows it on purpose" not in end, "an allowance that is used needs no attention"


def test_warnings_are_followed_up_and_an_approval_says_why() -> None:
    warned = text.render(replace(full(), decision="APPROVE WITH WARNINGS", because=tuple(f"reason {n}" for n in range(8)), flip=()))
    assert re.findall("Follow up: (.+)", warned) == [f"reason {n}" for n in range(6)]
    assert "  and 2 more\n" in warned
    assert "All clear: no score rests on a preparation that learned from its rows (3 judged).\n" in text.render(clear())
    assert "Cannot read broken.ipynb: it is not JSON\n" in text.render(full())


def test_many_files_are_a_line_each_three_in_full_and_every_other_finding_a_line() -> None:
    review = many(20)
    told = text.render(review, 100)
    assert re.search(r"^n000\.ipynb  APPROVE WITH WARNINGS  2 findings \(2 medium\)$", told, re.MULTILINE)
    assert re.search(r"^n019\.ipynb  BLOCK                  1 finding \(1 critical\)$", told, re.MULTILINE)
    assert set(re.findall(r"^File: (n\d+\.ipynb)", told, re.MULTILINE)) == {"n019.ipynb", "n000.ipynb", "n001.ipynb"}
    assert "\nn004.ipynb:cell 5:1  [MEDIUM] split 4-1 has no seed  (split-without-seed)\n" in told
    assert all(told.count(one.title) >= 1 for one in counted(review))
    assert "  17 places in 17 other files: --format json lists them\n" in told


def test_a_line_that_does_not_fit_is_parted_and_keeps_its_words() -> None:
    review = many(20)
    long = unseeded(5, file="n010.ipynb", title="a title of many words " * 5)
    told = text.render(replace(review, findings=(*review.findings, long)), 80)
    part = told[told.index("n010.ipynb:cell 5:1\n  [MEDIUM] a title") :].split("n011")[0]
    assert " ".join(part.split()).startswith(
        "n010.ipynb:cell 5:1 [MEDIUM] " + ("a title of many words " * 5).strip() + " (split-without-seed)"
    )


@pytest.mark.parametrize("width", [60, 80, 140])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    wide = finding(source="値 = 模型.適合(訓練資料)  # " + "語" * 90, column=4, end_column=12)
    for review in (full(), many(), clear(), replace(full(), findings=(wide,))):
        for told in (text.render(review, width), text.summary(review, width)):
            for line in told.splitlines():
                assert columns(line) <= max(width, 69), line  # the table and titles have a form of their own


def test_the_mark_stands_below_the_place_also_after_wide_characters() -> None:
    one = finding(source="名前 = scaler.fit(X)", column=5, end_column=18, related=())
    told = text.render(replace(full(), findings=(one,)), 80).splitlines()
    (at,) = [number for number, line in enumerate(told) if "名前 =" in line]
    assert columns(told[at][: told[at].index("scaler")]) == told[at + 1].index("─")
    assert told[at + 1].count("─") == len("scaler.fit(X)")


def test_a_terminal_that_knows_ascii_gets_no_more() -> None:
    review = replace(full(), findings=(finding(),))
    assert text.render(review, 80, unicode=False).isascii()
    assert text.summary(review, 80, unicode=False).isascii()


def test_the_summary_says_how_it_went() -> None:
    told = text.summary(full())
    assert told.startswith("train.ipynb   BLOCK                  4 findings (1 critical, 1 high, 1 medium, 1 low), 3 suppressed\n")
    assert "\nbroken.ipynb  BLOCK                  cannot be read\nCannot read broken.ipynb: it is not JSON\n" in told
    assert "Settings: pyproject.toml leaves out the rules of repro\n" in told
    assert "\nDecision: BLOCK\nPrimary risks: data leakage, irreproducible training\n4 findings (" in told
    assert "[CRITICAL]" not in told


def test_a_file_of_a_long_name_keeps_the_columns_in_line() -> None:
    names = ("a.ipynb", "b" * 70 + ".ipynb")
    review = replace(clear(), files=tuple(file(name, "APPROVE") for name in names))
    assert text.summary(review, 80).startswith(f"a.ipynb  APPROVE                no findings\n{names[1]}\n         APPROVE    ")


def test_colours_add_nothing_and_take_nothing_away() -> None:
    for review in (full(), many(), clear()):
        for width in (80, None):
            assert ESCAPES.sub("", painted(review, width)) == text.render(review, width)


def test_severities_and_the_decision_are_coloured_and_words_of_a_notebook_are_not_markup() -> None:
    title = "[bold red]x[/] :smile: [link=http://x.example]y[/link] 'z' 12"
    told = painted(replace(full(), findings=(finding(title=title),)))
    assert title in told, "in one piece: nothing in it was taken for markup, or coloured as code"
    assert re.search(r"\x1b\[1;38;2;216;54;44m\[HIGH\]\x1b\[0m", told)
    assert re.search(r"\x1b\[1;38;2;216;54;44mBLOCK\x1b\[0m", told)
    assert re.search(r"\x1b\[38;2;216;54;44m─+\x1b\[0m", told)
    assert "\x1b]8" not in told
    assert re.search(r"\x1b\[1;38;2;\d+;\d+;\d+mAPPROVE\x1b\[0m", painted(clear()))


def test_who_wants_no_colours_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "38;2" not in painted(full())


def test_a_command_is_broken_even_where_the_mark_parts_it() -> None:
    one = replace(finding(), source="####vso[task.setvariable]PWNED", column=3, end_column=12)
    assert "##vso[" not in text.render(replace(full(), findings=(one,)))


@given(hostile())
@law
def test_nothing_in_the_text_commands_a_terminal_or_a_ci_service(review: Review) -> None:
    for width in (None, 80):
        for told in (text.render(review, width), text.summary(review, width)):
            told.encode("utf-8")
            assert not CONTROL.search(told)
            assert not INLINE.search(told)
            assert not commands(told)
        assert ESCAPES.sub("", painted(review, width)) == text.render(review, width)


@given(hostile())
@law
def test_every_finding_that_counts_is_in_the_text(review: Review) -> None:
    told = text.render(review, 80)
    there = {number for number in range(len(review.findings)) if mark(number) in told}
    assert there >= {number for number, one in enumerate(review.findings) if one in counted(review)}
    assert not there & {number for number, one in enumerate(review.findings) if one in suppressed(review)}
