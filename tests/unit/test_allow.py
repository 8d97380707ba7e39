"""An allowance covers what it stands at, needs a rule and a reason, and is told where it is of no use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mlreview_jupyter.model.review import Review
from mlreview_jupyter.syntax.comments import comments

from ..programs import notebook, review_of, save

LOST = "print(lost)"


def told(tmp_path: Path, *cells: str, script: bool = False) -> Review:
    if script:
        path = tmp_path / "s.py"
        path.write_text("\n".join(cells))
        return review_of(path)
    return review_of(save(tmp_path / "n.ipynb", *cells))


def suppressed(review: Review) -> list[str | None]:
    return [finding.suppressed_by for finding in review.findings]


@pytest.mark.parametrize(
    "cell",
    [
        "print(lost)  # mlreview: allow run-all-fails -- typed into the session on purpose",
        "print(lost)  #mlreview:allow run_all_fails — typed into the session on purpose",
        "# mlreview: allow run-all-fails -- typed into the session on purpose\nprint(lost)",
        "x = 1\n# mlreview: allow run-all-fails -- typed into the session on purpose\n# and more\n\nprint(lost)",
        "print(\n    lost,\n)  # mlreview: allow run-all-fails -- typed into the session on purpose",
        "%%time\n# mlreview: allow run-all-fails -- typed into the session on purpose\nx = 1\nprint(lost)",
        "print(lost)  # mlreview: allow split-without-seed, run-all-fails -- typed into the session on purpose",
        "print(lost)  # noqa: F821  # mlreview: allow run-all-fails -- typed into the session on purpose",
        "print(lost)  # type: ignore # mlreview:allow run-all-fails -- typed into the session on purpose",
        "print(lost)  # mlreview allow run-all-fails -- typed into the session on purpose",
        "print(lost)  # MLReview: Allow Run-All-Fails -- typed into the session on purpose",
        "print(lost)  # nbreview: allow run-all-fails -- typed into the session on purpose",
        "print(lost)  # mlreview:\tallow:\trun-all-fails -- typed into the session on purpose",
        "print(lost)  # mlreview: allow run-all-fails - typed into the session on purpose",
        "print(lost)  # mlreview: allow run-all-fails: typed into the session on purpose",
        "print(lost)  # mlreview: allow[run-all-fails] -- typed into the session on purpose",
        "print(lost)  # mlreview: allow `run-all-fails` -- typed into the session on purpose",
        "print(lost)  # mlreview: allow split-without-seed -- no # mlreview: allow run-all-fails -- typed into the session on purpose",
        '"""What this\ncell does."""\n\n# mlreview: allow run-all-fails -- typed into the session on purpose\nx = 1\nprint(lost)',
        "%matplotlib inline\n# mlreview: allow run-all-fails -- typed into the session on purpose\nx = 1\nprint(lost)",
        "%%time  # mlreview: allow run-all-fails -- typed into the session on purpose\nx = 1\nprint(lost)",
    ],
)
def test_a_line_or_the_first_line_of_a_cell_is_allowed(tmp_path: Path, cell: str) -> None:
    review = told(tmp_path, cell)
    assert suppressed(review) == ["allowed: typed into the session on purpose"]
    assert review.decision == "APPROVE WITH WARNINGS"  # a blocker that was allowed is listed
    assert any("allowed: typed" in reason for reason in review.because)
    assert {one.rule: one.outcome for one in review.outcomes}["run-all-fails"] == "allowed"


@pytest.mark.parametrize(
    "cell",
    [
        "print(lost)  # mlreview: allow run-all-fails",
        "print(lost)  # mlreview: allow run-all-fails -- .",
        "print(lost)  # mlreview: allow * -- all of it",
        "print(lost)  # mlreview: allow all -- all of it",
        "print(lost)  # mlreview: allow no-such-rule -- because",
        "print(lost)  # mlreview: ignore run-all-fails -- because",
        "print(lost)  # mlreview: allow split-without-seed -- another rule",
        "print(lost)\nx = 1  # mlreview: allow run-all-fails -- another line",
        "print(lost)  # mlreview: disable=run-all-fails -- because",
        "print(lost)  # mlreview ignore run-all-fails -- because",
        "print(lost)  # mlreview: alow run-all-fails -- because",
        "print(lost)  # mlreview: allow run-all-fails typed on purpose",
        "x = 1\n# mlreview: allow run-all-fails -- not the head of the cell\ny = 2\nprint(lost)",
        "'a text'.strip()\n# mlreview: allow run-all-fails -- no docstring\ny = 2\nprint(lost)",
    ],
)
def test_what_is_no_allowance_covers_nothing_and_is_told(tmp_path: Path, cell: str) -> None:
    review = told(tmp_path, cell)
    assert suppressed(review) == [None]
    assert review.decision == "BLOCK"
    assert all(one.problem or not one.used for one in review.allowances)
    assert review.allowances


@pytest.mark.parametrize(
    "cell",
    [
        'print(lost, "# mlreview: allow run-all-fails -- in a string")',
        'print(lost, """\n# mlreview: allow run-all-fails -- in a string\n""")',
        'x = """\n# mlreview: allow run-all-fails -- first line\n"""\nprint(lost)',
    ],
)
def test_a_string_allows_nothing(tmp_path: Path, cell: str) -> None:
    review = told(tmp_path, cell)
    assert suppressed(review) == [None]
    assert not review.allowances


def test_an_allowance_without_use_warns(tmp_path: Path) -> None:
    review = told(tmp_path, "x = 1  # mlreview: allow run-all-fails -- gone by now")
    assert review.decision == "APPROVE WITH WARNINGS"
    assert [one.used for one in review.allowances] == [0]


@pytest.mark.parametrize(
    ("allow", "works"),
    [
        ({"run-all-fails": "a session of its own"}, True),
        (["run-all-fails -- a session of its own"], True),
        (["*"], False),
        ({"run-all-fails": ""}, False),
        ({"run-all-fails": 7}, False),
        ("run-all-fails", False),
        ([{"rule": "run-all-fails"}], False),
    ],
)
def test_the_metadata_of_a_cell(tmp_path: Path, allow: Any, works: bool) -> None:
    content = notebook(LOST)
    content["cells"][0]["metadata"] = {"mlreview": {"allow": allow}}
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(content))
    review = review_of(path)
    assert [one is not None for one in suppressed(review)] == [works]
    assert bool(review.allowances[0].problem) is not works


def test_only_its_own_cell(tmp_path: Path) -> None:
    review = told(tmp_path, "# mlreview: allow run-all-fails -- this cell only\nprint(lost)", "print(gone)")
    assert suppressed(review) == [None, "allowed: this cell only"] or suppressed(review) == ["allowed: this cell only", None]
    assert review.decision == "BLOCK"


def test_a_script_is_allowed_as_a_whole_by_its_head_and_by_its_lines(tmp_path: Path) -> None:
    head = told(tmp_path, "#!/usr/bin/env python", "# mlreview: allow run-all-fails -- a fragment", "x = 1", "print(lost)", script=True)
    assert suppressed(head) == ["allowed: a fragment"]
    assert head.allowances[0].origin == "file"
    cells = told(tmp_path, "# %%", "x = 1", "# %%", "# mlreview: allow run-all-fails -- a fragment", "x = 2", "print(lost)", script=True)
    assert suppressed(cells) == ["allowed: a fragment"]
    assert cells.allowances[0].line == 4


def test_comments_are_told_from_strings_and_shell_lines() -> None:
    text = "x = '#no' # one\n'''\n# no\n''' # two\n!pip install a#b # three\n  # four\n"
    assert [(one.line, one.text.strip(), one.alone) for one in comments(text)] == [
        (1, "one", False),
        (4, "two", False),
        (5, "three", False),
        (6, "four", True),
    ]


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("mlreview: allow run-all-fials -- because", "did you mean run-all-fails?"),
        ("mlreview: allow run-all-fails", "write `mlreview: allow run-all-fails -- REASON`"),
        ("mlreview: allow run-all-fails typed on purpose", "write `mlreview: allow run-all-fails -- typed on purpose`"),
        ("mlreview: ignore run_all_fails -- because", "write `mlreview: allow run-all-fails -- because`"),
        ("mlreview disable run-all-fails", "write `mlreview: allow run-all-fails -- REASON`"),
        ("mlreview: allow leakage -- because", "leakage is no rule, but stands for several: name the one that is meant, of "),
        ("mlreview: allow all -- because", "one rule has to be named"),
        ("mlreview: allow -- because", "it names no rule"),
        ("mlreview: allow qqq -- because", "nbreview rules lists them"),
    ],
)
def test_what_does_not_count_says_how_it_should_read_and_where_it_stands(tmp_path: Path, comment: str, words: str) -> None:
    review = told(tmp_path, "y = 1", f"x = 1\nz = 2  # {comment}")
    (allowance,) = review.allowances
    assert words in allowance.problem
    assert (allowance.cell, allowance.line) == (1, 2)
    assert any("n.ipynb:cell 1:2: the allowance of" in reason and words in reason for reason in review.because)


@pytest.mark.parametrize(
    "comment",
    [
        "mlreview is what reviews this",
        "see mlreview for more",
        "mlreview allows a reason -- see its manual",
        "nbreview: the command that reviews this",
        "https://example.org/mlreview: a link",
        "mlreview://allow",
        "run nbreview: it finds much",
    ],
)
def test_prose_about_the_review_is_no_allowance(tmp_path: Path, comment: str) -> None:
    assert not told(tmp_path, f"x = 1  # {comment}").allowances


def in_markdown(tmp_path: Path, text: str, *cells: str) -> Review:
    content = notebook("first = 1", *cells)
    content["cells"].insert(1, {"cell_type": "markdown", "id": "m", "metadata": {}, "source": text})
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(content))
    return review_of(path)


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\n<!-- mlreview: allow run-all-fails -- accuracy > 0.9 was enough -->",
        "<!-- MLREVIEW allow run-all-fails --\naccuracy > 0.9\nwas enough -->\nmore",
        "<!-- a note --> text <!-- mlreview: allow run-all-fails -- accuracy > 0.9 was enough --> text",
    ],
)
def test_a_markdown_cell_allows_itself_and_the_next_code_cell(tmp_path: Path, text: str) -> None:
    review = in_markdown(tmp_path, text, "", LOST, "print(gone)")
    assert {finding.cell: finding.suppressed_by for finding in review.findings} == {3: "allowed: accuracy > 0.9 was enough", 4: None}
    assert [(one.cell, one.used, one.problem) for one in review.allowances] == [(1, 1, "")]


def test_a_secret_in_a_markdown_cell_is_allowed_there(tmp_path: Path) -> None:
    token = "ghp_" + "x9Q2mL7vR4tK1zW8" * 2 + "b3N6"
    text = f"`{token}`\n\n<!-- mlreview: allow secret-exposed -- revoked -->"
    assert suppressed(in_markdown(tmp_path, text)) == ["allowed: revoked"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# mlreview: allow run-all-fails -- as in Python", "<!-- mlreview: allow run-all-fails -- as in Python -->"),
        ("<!-- mlreview: allow run-all-fails -- no end\n\ntext", "`-->` is missing"),
        ("<!-- mlreview: allow run-all-fails -->", "it gives no reason"),
    ],
)
def test_what_does_nothing_in_a_markdown_cell_is_told(tmp_path: Path, text: str, words: str) -> None:
    review = in_markdown(tmp_path, text, LOST)
    assert suppressed(review) == [None]
    assert [words in one.problem for one in review.allowances] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "```python\nx = 1\n# mlreview: allow run-all-fails -- how it is written\n```",
        "~~~\n<!-- mlreview: allow run-all-fails -- how it is written -->\n~~~",
        "Write `# mlreview: allow run-all-fails -- REASON`.",
        "# mlreview\n\n## mlreview and its rules",
    ],
)
def test_what_markdown_only_shows_is_no_allowance(tmp_path: Path, text: str) -> None:
    review = in_markdown(tmp_path, text, LOST)
    assert suppressed(review) == [None]
    assert not review.allowances


def test_metadata_that_does_nothing_is_told(tmp_path: Path) -> None:
    content = notebook(LOST, mlreview={"allow": {"run-all-fails": "all of it"}})
    content["cells"][0]["metadata"] = {"mlreview": {"ignore": {"run-all-fails": "a session of its own"}}}
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(content))
    review = review_of(path)
    assert suppressed(review) == [None]
    first, second = review.allowances
    assert "metadata of a notebook allows nothing" in first.problem
    assert "`ignore` is no word for mlreview" in second.problem


@pytest.mark.parametrize(
    "head",
    [
        ['"""What it', 'does."""', "# mlreview: allow run-all-fails -- a fragment"],
        ["#!/usr/bin/env python", "# -*- coding: utf-8 -*-", "'''Doc.'''  # more", "", "# mlreview: allow run-all-fails -- a fragment"],
        ["#!/usr/bin/env python", "# coding: utf-8", "# mlreview: allow run-all-fails -- a fragment", "", "# In[1]:", ""],
        ['"""Doc."""', "# mlreview: allow run-all-fails -- a fragment", "# %% first", "y = 1", "# %% second"],
    ],
)
def test_the_head_of_a_script_ends_where_its_statements_begin(tmp_path: Path, head: list[str]) -> None:
    review = told(tmp_path, *head, "x = 1", "print(lost)", script=True)
    assert suppressed(review) == ["allowed: a fragment"]
    assert [one.origin for one in review.allowances] == ["file"]
