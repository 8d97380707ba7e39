"""Chance → the JSON of a notebook: most of it as it should be, some of it of other versions, and some as no writer would write it."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from typing import Any

from . import texts

ODD: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    3,
    10**400,
    1.5,
    float("nan"),
    float("inf"),
    "",
    "x",
    "\ud800",
    "\0",
    [],
    [None],
    [[]],
    ["x", 3],
    {},
    {"a": []},
    {"source": "x"},
]
TRACEBACK = [
    "\x1b[0;31mNameError\x1b[0m  Traceback (most recent call last)",
    "Cell In[3], line 1\n----> 1 x\n",
    "File ~/a.py:3, in f(x)",
    "NameError: name 'x' is not defined",
]
MEDIA = [
    "text/plain",
    "text/html",
    "image/png",
    "image/svg+xml",
    "application/json",
    "application/vnd.jupyter.widget-view+json",
    "text/latex",
    "x",
]


def notebook(chance: random.Random) -> bytes:
    """The bytes of a file that ends in .ipynb."""
    content = {
        "cells": [_cell(chance, at) for at in range(chance.choice([1, 1, 2, 3, 4]))],
        "metadata": _metadata(chance),
        "nbformat": 4,
        "nbformat_minor": chance.choice([0, 2, 4, 5]),
    }
    if chance.random() < 0.06:
        cells = [{**cell, "input": cell.get("source", ""), "prompt_number": cell.get("execution_count")} for cell in content["cells"]]
        content = {"worksheets": [{"cells": cells}, chance.choice(ODD)], "metadata": {"name": "x"}, "nbformat": 3, "nbformat_minor": 0}
    content = deepcopy(content)  # what is broken here is whole again for the next
    while chance.random() < 0.25:
        _break(chance, content)
    text = json.dumps(content, indent=chance.choice([1, 1, None, 2]), ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.03:
        text = texts.spoil(chance, text)
    encoding = chance.choice(["utf-8"] * 30 + ["utf-8-sig", "utf-16", "latin-1"])
    return text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")


def of_cells(cells: list[str]) -> bytes:
    """An ordinary notebook of these cells."""
    raw = [
        {"cell_type": "code", "id": f"c{at}", "metadata": {}, "source": source, "outputs": [], "execution_count": at + 1}
        for at, source in enumerate(cells)
    ]
    return json.dumps({"cells": raw, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode("utf-8", "surrogatepass")


def _cell(chance: random.Random, at: int) -> dict[str, Any]:
    source: Any = texts.cell(chance)
    kind = chance.choice(["code"] * 12 + ["markdown", "raw", "heading", "x"])
    if kind == "markdown" and chance.random() < 0.7:
        source = chance.choice(
            ["# Title", "", "[a](b.png)", "<img src=x onerror=y>", "![a](attachment:b.png)", "$x$", "- a\n- b", *texts.HOSTILE]
        )
    if chance.random() < 0.5:
        source = source.splitlines(keepends=True)
    cell: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": source}
    if kind == "code":
        cell["execution_count"] = chance.choice([None, at + 1, at + 1, at + 1, 9 - at, 1, 0, -1, 10**18, "3", 2.5])
        cell["outputs"] = [_output(chance) for _ in range(chance.choice([0, 0, 0, 1, 2]))]
    if chance.random() < 0.5:
        cell["id"] = chance.choice([f"c{at}", "same", "", 3, "é", "../x", "<b>"])
    if chance.random() < 0.15:
        cell["metadata"] = chance.choice(
            [
                {"tags": ["parameters", 3, "mlreview-allow"]},
                {"mlreview": {"allow": "x"}},
                {"jupyter": {"source_hidden": True}},
                {"a": {"b": [1]}},
            ]
        )
    if chance.random() < 0.03:
        cell["attachments"] = chance.choice([{"../a.png": {"image/png": "iVBO"}}, {"a": 3}, [], None])
    return cell


def _output(chance: random.Random) -> Any:
    text = chance.choice(
        ["0.93\n", "accuracy: 0.5", "\x1b[31mred\x1b[0m", "[0.1, 0.2]", "   precision    recall\n 0  0.9 0.8\n", *texts.HOSTILE]
    )
    text = text if chance.random() < 0.5 else [text, "\n"]
    return chance.choice(
        [
            {"output_type": "stream", "name": "stdout", "text": text},
            {
                "output_type": "execute_result",
                "data": {chance.choice(MEDIA): text},
                "metadata": {},
                "execution_count": chance.choice([1, 2, None, "x"]),
            },
            {"output_type": "display_data", "data": chance.choice([{chance.choice(MEDIA): text}, [], None]), "metadata": {}},
            {
                "output_type": "error",
                "ename": "NameError",
                "evalue": text,
                "traceback": chance.choice([TRACEBACK, TRACEBACK[:1], "x", None, [3]]),
            },
            {"output_type": "pyout", "prompt_number": 3, "text": text},
            chance.choice(ODD),
        ]
    )


def _metadata(chance: random.Random) -> Any:
    known = {
        "kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"},
        "language_info": {"name": "python", "version": "3.8.1"},
    }
    others = [
        {},
        known,
        known,
        {"language_info": {"name": chance.choice(["R", "julia", "python3", "", "\ud800"])}},
        {"title": "x", "authors": [{"name": "é"}]},
    ]
    others += [
        {"widgets": {"application/vnd.jupyter.widget-state+json": chance.choice(ODD)}},
        {"mlreview": {"stage": "production"}},
        {"kernelspec": chance.choice(ODD)},
    ]
    return chance.choice(others)


def _break(chance: random.Random, content: Any) -> None:
    """Something somewhere becomes something else, is gone, or is there twice."""
    target = content
    while isinstance(target, dict | list) and target:
        key = chance.choice(list(target)) if isinstance(target, dict) else chance.randrange(len(target))
        if not isinstance(target[key], dict | list) or not target[key] or chance.random() < 0.25:
            kind = chance.random()
            if kind < 0.7:
                target[key] = deepcopy(chance.choice(ODD))
            elif kind < 0.85:
                del target[key]
            elif isinstance(target, list):
                target.insert(key, deepcopy(target[key]))
            return
        target = target[key]
