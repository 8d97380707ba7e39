"""Text reads as the block format says and does nothing; JSON is strict and follows its schema."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from mlreview_jupyter.report.inert import inert
from mlreview_jupyter.report.json import plain, schema
from mlreview_jupyter.report.json import render as to_json
from mlreview_jupyter.report.text import render as to_text

from ..programs import review_of, save

FIELDS = [
    "id",
    "rule",
    "item",
    "severity",
    "certainty",
    "lane",
    "title",
    "issue",
    "fix",
    "tradeoff",
    "edits",
    "file",
    "cell",
    "cell_id",
    "execution_count",
    "line",
    "column",
    "end_line",
    "end_column",
    "physical_line",
    "suppressed_by",
    "related",
    "evidence",
]


def test_the_block_format(tmp_path: Path) -> None:
    told = review_of(save(tmp_path / "n.ipynb", ("x = 1", 1), ("print(x,  lost)", 3)))
    text = to_text(told)
    block = re.search(
        r"^\[HIGH\] (.+)\nFile: (.+):cell (\d+):(\d+)   In \[3\]\n(.+)\n(.+)\n(?:Path: .+\n(?: .+\n)*)?Issue: (.+)\nFix: (.+)\n",
        text,
        re.MULTILINE,
    )
    assert block is not None, text
    assert block.group(5).endswith("│ print(x,  lost)")
    assert block.group(6).index("─") - block.group(5).index("p") == len("print(x,  ")
    assert re.search(r"^Decision: BLOCK\nPrimary risks: irreproducible training\nTests run: none", text, re.MULTILINE)


def test_nothing_is_wider_than_the_terminal(tmp_path: Path) -> None:
    told = review_of(
        save(tmp_path / "n.ipynb", "print(" + "lost_" * 60 + ")", "def f():\n    return later\nf()\nlater = " + "1 + " * 90 + "1")
    )
    name = str(tmp_path)
    for line in to_text(told, 80).split("\n"):
        assert len(line.replace(name, "")) <= 80 or "lost_" in line, line


def test_ascii_where_the_terminal_knows_no_more(tmp_path: Path) -> None:
    told = review_of(save(tmp_path / "n.ipynb", "print(lost)"))
    assert to_text(told, unicode=False).isascii()


def test_json_has_the_promised_fields_and_follows_its_schema(tmp_path: Path) -> None:
    told = review_of(
        save(
            tmp_path / "n.ipynb",
            "print(lost)",
            "from sklearn.model_selection import train_test_split\na, b = train_test_split(list(range(9)))",
        )
    )
    content = json.loads(to_json(told))
    jsonschema.validate(content, schema())
    assert content["schema"] == "mlreview/1"
    assert all(set(FIELDS) <= set(finding) for finding in content["findings"])
    assert [finding["rule"] for finding in content["findings"]] == ["run-all-fails", "split-without-seed"]
    assert content["findings"][1]["edits"][0]["new"] == "), random_state=0"
    assert json.loads(json.dumps(plain(told))) == content
    assert json.loads(json.dumps(asdict(told))) == content, "where msgspec cannot be had, the same comes out"


@given(st.text())
def test_inert_text_is_one_harmless_line(text: str) -> None:
    shown = inert(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ud800-\udfff\U000e0000-\U000e007f]", shown)
    assert "##[" not in shown
    assert "##vso[" not in shown
    assert not shown.lstrip().startswith("::")
    shown.encode("utf-8")


def test_what_a_notebook_says_stays_inert(tmp_path: Path) -> None:
    told = review_of(save(tmp_path / "n.ipynb", "print(lost, '\x1b[31m ##[error]x ::error::y \u202e')"))
    text = to_text(told)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "##[" not in text
