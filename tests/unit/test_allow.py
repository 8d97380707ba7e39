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
