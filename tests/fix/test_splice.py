"""An edit changes what it names and nothing else, in notebooks and scripts of every form."""

from __future__ import annotations

import codecs
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlreview_jupyter.fix.mend import Mend
from mlreview_jupyter.fix.splice import splice
from mlreview_jupyter.model.finding import Edit
from mlreview_jupyter.model.program import Place

from .saved import LETTERS, Saved, decoded, saved

NEW = st.lists(LETTERS, min_size=1, max_size=3).map("\n".join)


def edit(
    cell: int | None, start: tuple[int, int], end: tuple[int, int], expected: str, new: str, target: str = "source", part: str = ""
) -> Edit:
    return Edit(Place("f", cell, None, None, *start, *end, part), expected, new, True, target)


def mend(*edits: Edit) -> Mend:
    return Mend("some-rule", edits[0].place, edits)


def where(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1)


@given(saved(), st.data())
@settings(max_examples=300, deadline=None)
def test_only_the_span_of_one_cell_changes(notebook: Saved, data: st.DataObject) -> None:
    sources = sorted(cell for cell, part in notebook.texts if cell is not None and not part)
    if not sources:
        return
    cell = data.draw(st.sampled_from(sources))
    source = "\n".join(notebook.texts[cell, ""])
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(source))] * 2)))
    new = data.draw(NEW)
    one = edit(cell, where(source, start), where(source, end), source[start:end], new)
    spliced = splice(notebook.data, [mend(one)], "notebook")
    if new == source[start:end]:
        assert spliced.data == notebook.data
        return
    assert not spliced.refused
    text = decoded(spliced.data, notebook.encoding)
    before, after = json.loads(notebook.text), json.loads(text)
    was, now = cells_of(before)[cell], cells_of(after)[cell]
    key = "source" if "source" in was else "input"
    assert re.sub("\r\n?", "\n", "".join(now[key])) == source[:start] + new + source[end:]
    if was["cell_type"] == "code":
        assert now["outputs"] == []
        assert now.get("execution_count", now.get("prompt_number")) is None
    else:
        assert {**now, key: 0} == {**was, key: 0}
    assert list(was) == list(now)
    for one_before, one_after in zip(cells_of(before), cells_of(after), strict=True):
        assert one_before == one_after or one_before is was
    assert {**before, "cells": 0, "worksheets": 0} == {**after, "cells": 0, "worksheets": 0}
    assert notebook.text.isascii() <= text.isascii()
    marks = {mark for number, line in enumerate(notebook.texts[cell, ""]) for mark in re.findall(r"<\d+>", line)}
    outputs = {
        mark for (at, part), lines in notebook.texts.items() if at == cell and part for line in lines for mark in re.findall(r"<\d+>", line)
    }
    for raw in re.split(r"(?<=[\r\n,])", notebook.text):  # every scrap of the raw text that holds none of that cell's texts
        told = set(re.findall(r"<\d+>", raw))
        if told and not told & (marks | outputs):
            assert raw in text


def cells_of(content: Any) -> list[Any]:
    if isinstance(content.get("cells"), list):
        return list(content["cells"])
    return [cell for sheet in content["worksheets"] if isinstance(sheet, dict) for cell in sheet["cells"]]


@given(saved(tidy=True), st.data())
@settings(max_examples=200, deadline=None)
def test_an_edit_and_its_opposite_leave_every_byte_as_it_was(notebook: Saved, data: st.DataObject) -> None:
    content = json.loads(notebook.text)
    cell = data.draw(st.sampled_from([at for at, one in enumerate(content["cells"]) if one["cell_type"] == "markdown"] or [0]))
    if content["cells"][cell]["cell_type"] == "code":
        cleared = splice(notebook.data, [mend(edit(cell, (1, 0), (1, 0), "", "", "output"))], "notebook")
        base = cleared.data
    else:
        base = notebook.data
    source = "\n".join(notebook.texts[cell, ""])
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(source))] * 2)))
    new = data.draw(NEW)
    changed = source[:start] + new + source[end:]
    if not changed or changed == source:
        return
    there = splice(base, [mend(edit(cell, where(source, start), where(source, end), source[start:end], new))], "notebook")
    if decoded(there.data, notebook.encoding).isascii() != decoded(base, notebook.encoding).isascii():
        return  # the only letters beyond ASCII went, and would come back escaped
    lines = json.loads(decoded(there.data, notebook.encoding))["cells"][cell]["source"]
    assert lines == [line for line in re.split(r"(?<=\n)", changed) if line]  # still a list of its lines
    back = splice(
        there.data, [mend(edit(cell, where(changed, start), where(changed, start + len(new)), new, source[start:end]))], "notebook"
    )
    assert back.data == base


@given(saved() | saved(tidy=True), st.data())
@settings(max_examples=150, deadline=None)
def test_several_edits_are_as_good_as_one_after_the_other(notebook: Saved, data: st.DataObject) -> None:
    sources = sorted(cell for cell, part in notebook.texts if cell is not None and not part)
    # How a letter is escaped and which line end is written is read from the text, which an edit may change: not asked here.
    new = NEW.filter(str.isascii) if "\\r" not in notebook.text else LETTERS.filter(str.isascii)
    edits = []
    for cell in sources:
        source = "\n".join(notebook.texts[cell, ""])
        cuts = sorted(data.draw(st.lists(st.integers(0, len(source)), min_size=4, max_size=4, unique=True))) if len(source) > 4 else []
        edits += [
            edit(cell, where(source, start), where(source, end), source[start:end], data.draw(new))
            for start, end in zip(cuts[::2], cuts[1::2], strict=True)
        ]
    at_once = splice(notebook.data, [mend(one) for one in data.draw(st.permutations(edits))], "notebook")
    one_by_one = notebook.data
    for one in reversed(edits):  # from the last on, so that places stay true
        one_by_one = splice(one_by_one, [mend(one)], "notebook").data
    assert at_once.data == one_by_one
    assert {why for _, why in at_once.refused} <= {"it changes nothing"}
    assert not at_once.waiting


def lines_of(*lines: str) -> bytes:
    return json.dumps(
        {"cells": [{"cell_type": "code", "execution_count": 3, "outputs": [{"a": 1}], "source": [*lines]}], "metadata": {}}, indent=1
    ).encode()


def test_a_line_more_is_an_element_more_at_the_same_indentation() -> None:
    done = splice(lines_of("x = 1\n", "y"), [mend(edit(0, (1, 5), (1, 5), "", "\nz = 'ü'"))], "notebook")
    assert done.data.decode() == lines_of("x = 1\n", "z = '\u00fc'\n", "y").decode().replace(
        '"execution_count": 3', '"execution_count": null'
    ).replace('"outputs": [\n    {\n     "a": 1\n    }\n   ]', '"outputs": []')
    assert "\\u00fc" in done.data.decode()


@pytest.mark.parametrize(
    ("start", "end", "expected", "left"),
    [
        ((1, 0), (2, 0), "a\n", ["b\n", "c"]),
        ((2, 0), (3, 0), "b\n", ["a\n", "c"]),
        ((2, 0), (3, 1), "b\nc", ["a\n"]),
        ((1, 1), (2, 1), "\nb", ["a\n", "c"]),
        ((1, 1), (2, 0), "\n", ["ab\n", "c"]),
        ((1, 0), (3, 1), "a\nb\nc", []),
    ],
)
def test_lines_that_go_take_their_elements_along(start: tuple[int, int], end: tuple[int, int], expected: str, left: list[str]) -> None:
    done = splice(lines_of("a\n", "b\n", "c"), [mend(edit(0, start, end, expected, ""))], "notebook")
    assert json.loads(done.data)["cells"][0]["source"] == left


def test_what_is_not_as_expected_is_refused_and_the_rest_is_made() -> None:
    good, stale = mend(edit(0, (1, 0), (1, 1), "a", "A")), mend(edit(0, (2, 0), (2, 1), "x", "X"))
    both = mend(edit(0, (2, 0), (2, 1), "b", "B"), edit(0, (3, 0), (3, 1), "x", "X"))
    lost = (
        mend(edit(0, (9, 0), (9, 1), "a", "b")),
        mend(edit(7, (1, 0), (1, 1), "a", "b")),
        mend(edit(0, (1, 0), (1, 1), "a", "b", part="metadata/x")),
    )
    done = splice(lines_of("a\n", "b\n", "c"), [stale, both, good, *lost], "notebook")
    assert json.loads(done.data)["cells"][0]["source"] == ["A\n", "b\n", "c"]
    assert [one for one, _ in done.refused] == [stale, both, *lost]
    assert "not what the fix expects" in done.refused[0][1]


def test_of_edits_that_overlap_the_first_is_made_and_a_twin_is_no_overlap() -> None:
    first, second, twin = (mend(edit(0, (1, 0), (1, end), "abc"[:end], new)) for end, new in ((2, "X"), (3, "Y"), (2, "X")))
    done = splice(lines_of("abc"), [first, second, twin], "notebook")
    assert json.loads(done.data)["cells"][0]["source"] == ["Xc"]
    assert (done.made, done.waiting) == ((first, twin), (second,))


def test_outputs_and_other_texts() -> None:
    cell = {"cell_type": "code", "metadata": {"t": "secret"}, "source": "x", "outputs": [{"text": "secret"}], "execution_count": 1}
    raw = json.dumps({"cells": [cell, {**cell, "cell_type": "raw"}], "metadata": {"a/b": ["se", "cret"]}}).encode()
    edits = [
        edit(0, (1, 0), (1, 6), "secret", "", "output", "outputs/0/text"),
        edit(None, (1, 0), (1, 6), "secret", "-", part="metadata/a~1b"),
        edit(0, (1, 0), (1, 6), "secret", "-", part="metadata/t"),
    ]
    done = splice(raw, [mend(one) for one in edits], "notebook")
    assert json.loads(done.data) == {
        "cells": [{**cell, "outputs": [], "execution_count": None, "metadata": {"t": "-"}}, {**cell, "cell_type": "raw"}],
        "metadata": {"a/b": ["-"]},
    }
    again = splice(done.data, [mend(edits[0])], "notebook")
    assert again.data == done.data
    assert "no outputs" in again.refused[0][1]


def test_outputs_that_stand_twice_go_twice() -> None:
    raw = b'{"cells": [{"cell_type": "code", "outputs": ["secret"], "source": "x", "outputs": [ "secret" ] }]}'
    done = splice(raw, [mend(edit(0, (1, 0), (1, 0), "", "", "output"))], "notebook")
    assert done.data == b'{"cells": [{"cell_type": "code", "outputs": [], "source": "x", "outputs": [] }]}'


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("head", "encoding", "mark"),
    [
        ("", "utf-8", b""),
        ("", "utf-8", codecs.BOM_UTF8),
        ("# coding: latin-1\n", "latin-1", b""),
        ("#!/bin/x\n# -*- coding: cp1252 -*-\n", "latin-1", b""),
    ],
)
def test_a_script_keeps_its_encoding_and_its_line_ends(end: str, head: str, encoding: str, mark: bytes) -> None:
    text = head + "é = 1\n# %%\nf(é, x)\n\n\ny = 2"
    data = mark + text.replace("\n", end).encode(encoding)
    line = head.count("\n") + 3
    done = splice(data, [mend(edit(None, (line, 6), (line, 7), ")", ",\n  seed=é)"))], "script")
    assert done.data == mark + text.replace("x)", "x,\n  seed=é)").replace("\n", end).encode(encoding)
    over = splice(data, [mend(edit(None, (line, 7), (line + 3, 1), "\n\n\ny", "\nz"))], "script")
    assert over.data == mark + text.replace("\n\n\ny", "\nz").replace("\n", end).encode(encoding)


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    done = splice(b"# coding: latin-1\nx = 1\n", [mend(edit(None, (2, 4), (2, 5), "1", "'€'"))], "script")
    assert "lacks a character" in done.refused[0][1]


def test_a_cell_that_databricks_keeps_as_comments() -> None:
    text = "# Databricks notebook source\nx = 1\n\n# COMMAND ----------\n\n# MAGIC %pip install a\n# MAGIC y = 2\n"
    edits = [
        edit(None, (6, 5), (6, 12), "install", "install\n-q"),
        edit(None, (2, 4), (2, 5), "1", "3"),
        edit(None, (6, 13), (7, 1), "a\ny", "b\nz"),
    ]
    done = splice(text.encode(), [mend(one) for one in edits], "script")
    assert not done.refused
    assert (
        done.data.decode()
        == "# Databricks notebook source\nx = 3\n\n# COMMAND ----------\n\n# MAGIC %pip install\n# MAGIC -q b\n# MAGIC z = 2\n"
    )
