"""The text of a notebook file → where the values in it stand: characters counted from 0, nothing copied but what is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_BLANK = re.compile(r"[ \t\n\r]*")
_decode = json.JSONDecoder().raw_decode


class Piece(NamedTuple):
    """A string as it stands in the text, with its quotes, and what it spells."""

    start: int
    end: int
    value: str


class Cursor:
    """Stands on a value of a JSON text. What is not entered is passed over by the parser itself, in one step however long it is.

    A text that is not JSON raises ValueError (an end that comes too early, IndexError).
    """

    def __init__(self, text: str, at: int = 0) -> None:
        self.text = text
        self.at = at
        self._blank()

    def entries(self) -> Iterator[str | int]:
        """The keys of an object or the numbers of a list; at each, the cursor stands on its value. To be followed to the end."""
        opening = self.text[self.at]
        if opening not in "{[":
            return
        closing = "}" if opening == "{" else "]"
        self._forward(1)
        number = 0
        while self.text[self.at] != closing:
            key: str | int = number
            if opening == "{":
                key = self.string().value
                self._forward(1)  # the colon
            start = self.at
            yield key
            if self.at == start:
                self.skip()
            if self.text[self.at] == ",":
                self._forward(1)
            number += 1
        self._forward(1)

    def starts(self) -> list[int]:
        """Where each entry begins."""
        return [self.at for _ in self.entries()]

    def string(self) -> Piece:
        """The string that begins here; the cursor goes behind it."""
        start = self.at
        value, end = _decode(self.text, start)
        self._forward(end - start)
        if not isinstance(value, str):
            raise ValueError("no string")
        return Piece(start, end, value)

    def skip(self) -> int:
        """Go behind the value that begins here; where it ends."""
        _, end = _decode(self.text, self.at)
        self._forward(end - self.at)
        return end

    def _forward(self, count: int) -> None:
        self.at += count
        self._blank()

    def _blank(self) -> None:
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at


def find_cells(text: str) -> list[int]:
    """Where each cell begins, in the order in which cells are counted."""
    cursor = Cursor(text)
    cells: list[int] | None = None
    sheets: list[int] = []
    for key in cursor.entries():
        if key == "cells":  # of keys that stand twice, the last one counts
            cells = cursor.starts() if text[cursor.at] == "[" else None
        elif key == "worksheets":
            sheets = []
            for _ in cursor.entries() if text[cursor.at] == "[" else ():
                sheets += _sheet(cursor)
    return sheets if cells is None else cells


def _sheet(cursor: Cursor) -> list[int]:
    cells: list[int] = []
    for key in cursor.entries() if cursor.text[cursor.at] == "{" else ():
        if key == "cells":
            cells = cursor.starts() if cursor.text[cursor.at] == "[" else []
    return cells


def find_value(text: str, at: int, keys: Sequence[str]) -> tuple[int, bool]:
    """Follow these keys from the value at `at`: where they lead, and whether that is the end of the way or a value above it."""
    for key in keys:
        cursor = Cursor(text, at)
        found = None
        for name in cursor.entries():
            if str(name) == key:
                found = cursor.at
        if found is None:
            return at, False
        at = found
    return at, True


def find_source(text: str, cell: int) -> tuple[int, bool]:
    """The source of the cell that begins there: `source`, or else the `input` of version 3."""
    at, found = find_value(text, cell, ("source",))
    return (at, True) if found else find_value(text, cell, ("input",))


def find_pieces(text: str, at: int) -> list[Piece] | None:
    """The strings that a text is made of: one, or those of a list. None if there is anything else in it."""
    cursor = Cursor(text, at)
    if text[at] == '"':
        return [cursor.string()]
    if text[at] != "[":
        return None
    pieces = []
    for _ in cursor.entries():
        if text[cursor.at] != '"':
            return None
        pieces.append(cursor.string())
    return pieces


def keys_of(part: str) -> tuple[str, ...]:
    """The keys in a place's `part`, which writes `/` in a key as `~1` and `~` as `~0`."""
    return tuple(key.replace("~1", "/").replace("~0", "~") for key in part.split("/")) if part else ()
