"""The line of the file on disk for a line of a cell: worked out only when something is reported there."""

from __future__ import annotations

import json
import re

from ..model.program import Place
from .source import Unreadable, read_json_text

# Strings are taken in long runs: a choice made at every character of a picture would keep hundreds of megabytes.
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},]|\n', re.DOTALL)


class Positions:
    """For each cell of one notebook file: the lines of its text and where they stand on disk."""

    def __init__(self, text: str) -> None:
        self.cells = _locate(text)

    def line(self, cell: int, line: int) -> int | None:
        """The physical line of a cell's line."""
        starts = self.cells.get(cell)
        if not starts:
            return None
        physical = None
        for first, where in starts:
            if first > line:
                break
            physical = where
        return physical


def physical_line(path: str, place: Place, cache: dict[str, Positions]) -> int | None:
    """The line on disk; the file is read again when the first place in it is asked for."""
    if place.cell is None:
        return place.line
    if path not in cache:
        try:
            cache[path] = Positions(read_json_text(path))
        except Unreadable:
            return None
    return cache[path].line(place.cell, place.line)


def _locate(text: str) -> dict[int, list[tuple[int, int]]]:
    """Cell index → [(first line of a piece of its source, physical line)]; walks the JSON by its brackets alone."""
    found: dict[int, list[tuple[int, int]]] = {}
    stack: list[list[object]] = []  # ["{", key] or ["[", index]
    line, cell = 1, -1
    key_next = False
    cell_depth = -1
    in_cell_lines = 1
    for token in _TOKEN.finditer(text):
        word = token.group()
        if word == "\n":
            line += 1
        elif word in "{[":
            if word == "{" and _holds_cells(stack):
                cell += 1
                cell_depth = len(stack)
            if word == "[" and _is_source(stack, cell_depth):
                found[cell], in_cell_lines = [], 1
            stack.append([word, None if word == "{" else 0])
            key_next = word == "{"
        elif word in "]}":
            if stack:
                stack.pop()
            if len(stack) <= cell_depth:
                cell_depth = -1
            key_next = False
        elif word == ",":
            key_next = bool(stack) and stack[-1][0] == "{"
        elif key_next:
            stack[-1][1] = word
            key_next = False
        elif _is_source(stack, cell_depth):
            found[cell] = [(1, line)]
        elif len(stack) > 1 and stack[-1][0] == "[" and _is_source(stack[:-1], cell_depth):
            found[cell].append((in_cell_lines, line))
            in_cell_lines += _newlines(word)
    return found


def _newlines(word: str) -> int:
    try:
        value = json.loads(word)
    except ValueError:
        return 0
    return value.replace("\r\n", "\n").replace("\r", "\n").count("\n") if isinstance(value, str) else 0


def _holds_cells(stack: list[list[object]]) -> bool:
    if not stack or stack[-1][0] != "[":
        return False
    if len(stack) == 2:
        return stack[0][1] == '"cells"'
    return len(stack) == 4 and stack[0][1] == '"worksheets"' and stack[2][1] == '"cells"'


def _is_source(stack: list[list[object]], cell_depth: int) -> bool:
    return cell_depth >= 0 and len(stack) == cell_depth + 1 and stack[-1][1] in ('"source"', '"input"')
