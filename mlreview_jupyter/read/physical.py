"""A place in a notebook → the line of the file on disk: worked out only when something is reported there."""

from __future__ import annotations

from bisect import bisect_right

from ..model.program import Place
from .raw import Cursor, find_cells, find_source, find_value, keys_of
from .source import Unreadable, json_text, read_json_text

FILES = 3  # texts kept at a time: places come file by file


class Positions:
    """One notebook file: where its cells begin, and the lines of every text that was asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mac = "\r" in text
        try:
            self.cells = find_cells(text)
        except (ValueError, IndexError, RecursionError):
            self.cells = []
        self.lines: list[int] = []  # on which each cell begins
        line, at = 1, 0
        for start in self.cells:
            line += self._breaks(at, start)
            at = start
            self.lines.append(line)
        self.parts: dict[tuple[int | None, str], tuple[list[int], list[int]]] = {}

    def line(self, cell: int | None, line: int, part: str = "") -> int | None:
        """The physical line where a line of a cell's source begins, or of another text in it. Of what is not there, that of what holds it."""
        if cell is not None and not 0 <= cell < len(self.cells):
            return None
        key = (cell, part)
        if key not in self.parts:
            try:
                self.parts[key] = self._part(cell, part)
            except (ValueError, IndexError, RecursionError):
                return None
        firsts, physical = self.parts[key]
        return physical[max(0, bisect_right(firsts, line) - 1)]

    def _part(self, cell: int | None, part: str) -> tuple[list[int], list[int]]:
        """For each string of a text: the first of its lines that begins in it, and where on disk that is."""
        text = self.text
        top, line = (Cursor(text).at, 1) if cell is None else (self.cells[cell], self.lines[cell])
        source = not part or part == "source"
        start, _ = find_source(text, top) if source else find_value(text, top, keys_of(part))
        line += self._breaks(0 if cell is None else top, start)
        firsts, physical = [1], [line]
        if text[start] != "[":
            return firsts, physical
        at, current, fresh, before = start, 1, True, ""
        cursor = Cursor(text, start)
        for _ in cursor.entries():
            line += self._breaks(at, cursor.at)
            at = cursor.at
            if text[at] != '"':
                continue
            value = cursor.string().value
            if source:  # any line end counts as one; in an output a lone \r goes back to the start of the same line
                value = value.removeprefix("\n") if before == "\r" else value
                before = value[-1:]
                value = value.replace("\r\n", "\n").replace("\r", "\n")
            count = value.count("\n")
            if fresh or count:
                firsts.append(current if fresh else current + 1)
                physical.append(line)
            current += count
            fresh = value.endswith("\n") if value else fresh
        return firsts, physical

    def _breaks(self, start: int, end: int) -> int:
        count = self.text.count("\n", start, end)
        return count + self.text.count("\r", start, end) - self.text.count("\r\n", start, end) if self.mac else count


def positions(data: bytes) -> Positions:
    """The positions in a notebook that is no file."""
    try:
        return Positions(json_text(data))
    except Unreadable:
        return Positions("{}")


def physical_line(path: str, place: Place, cache: dict[str, Positions]) -> int | None:
    """The line on disk; the file is read again when the first place in it is asked for."""
    if place.cell is None and not place.part:
        return place.line
    if path not in cache:
        try:
            text = read_json_text(path)
        except Unreadable:
            return None
        while len(cache) >= FILES:
            del cache[next(iter(cache))]
        cache[path] = Positions(text)
    return cache[path].line(place.cell, place.line, place.part)
