"""A `.py` file → its cells: percent cells, Databricks cells, or the whole file as one."""

from __future__ import annotations

import re

from ..model.program import Cell, Form

_PERCENT = re.compile(r"^#[ \t]*(?:%%|In\[[ \d]*\]:?|<codecell>|<markdowncell>)(.*)$", re.MULTILINE)
_DATABRICKS = "# Databricks notebook source"
_COMMAND = re.compile(r"^# COMMAND -{5,}[ \t]*$", re.MULTILINE)
_MAGIC = re.compile(r"^# MAGIC ?", re.MULTILINE)
_LANGUAGES = frozenset({"md", "sql", "sh", "scala", "r", "fs", "html", "bash", "md-sandbox"})


def read_script(text: str) -> tuple[Form, tuple[Cell, ...]]:
    """The form of a script and its cells; `first_line` says where each begins."""
    if text.startswith(_DATABRICKS):
        return Form.DATABRICKS, tuple(_databricks(text))
    marks = list(_PERCENT.finditer(text))
    if not marks:
        return Form.SCRIPT, (Cell(0, "code", text),)
    cells = []
    line = 1
    if text[: marks[0].start()].strip():
        cells.append(Cell(0, "code", text[: marks[0].start()]))
    for number, mark in enumerate(marks):
        line += text.count("\n", marks[number - 1].start() if number else 0, mark.start())
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        markdown = "[markdown]" in mark.group(1) or "[md]" in mark.group(1) or "<markdowncell>" in mark.group()
        body = text[mark.start() : end]
        cells.append(Cell(len(cells), "markdown" if markdown else "code", body, first_line=line))
    return Form.PERCENT, tuple(cells)


def _databricks(text: str) -> list[Cell]:
    cells: list[Cell] = []
    starts = [0, *(found.end() for found in _COMMAND.finditer(text))]
    ends = [*(found.start() for found in _COMMAND.finditer(text)), len(text)]
    line, before = 1, 0
    for start, end in zip(starts, ends, strict=True):
        line += text.count("\n", before, start)
        before = start
        kind, source = _databricks_cell(text[start:end])
        cells.append(Cell(len(cells), kind, source, first_line=line))
    return cells


def _databricks_cell(body: str) -> tuple[str, str]:
    """Kind and source; the lines stay where they are, so that their numbers do."""
    written = [line for line in body.split("\n") if line.strip() and not line.startswith(_DATABRICKS) and not line.startswith("# DBTITLE")]
    if not written or not all(line.startswith("# MAGIC") for line in written):
        return "code", body
    source = _MAGIC.sub("", body)
    first = next((line for line in source.split("\n") if line.strip() and not line.startswith("#")), "")
    words = first.lstrip("%").split(None, 1) if first.startswith("%") else []
    word = words[0].lower() if words else ""
    if word.startswith("md"):
        return "markdown", source
    if word in _LANGUAGES:
        return "code", source.replace("%" + word, "%%" + word, 1)
    return "code", source.replace("%python", "", 1)
