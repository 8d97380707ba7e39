"""One text in a notebook's JSON and edits of it → the JSON with these characters changed and no others."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from ..model.program import Place
from ..read.raw import Cursor, find_pieces
from .mend import Refused, Span

_HALF = re.compile("[\ud800-\udfff]")
# What spells one character in a JSON string, or a run of characters that stand for themselves.
_UNIT = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]+",
)
_BREAK = re.compile(r"\r\n|\r|\n")
_CHARACTER = re.compile(r"\r\n|.", re.DOTALL)


class Text:
    """A string of a JSON text, or a list of strings that are its lines.

    `reviewed` is how a review sees it: with one kind of line end, where it is a cell's source.
    """

    def __init__(self, json_text: str, at: int, is_source: bool) -> None:
        pieces = find_pieces(json_text, at)
        if pieces is None:
            raise Refused("what stands there is not text throughout")
        self.start, self.end = at, Cursor(json_text, at).skip()
        self.listed = json_text[at] == "["
        self.bodies = [json_text[piece.start + 1 : piece.end - 1] for piece in pieces]
        self.values = [piece.value for piece in pieces]
        edges = [at, *(edge for piece in pieces for edge in (piece.start, piece.end)), self.end]
        self.between = [json_text[edges[number] : edges[number + 1]] for number in range(0, len(edges), 2)]
        self.spaced = json_text[at - 1 : at] == " "
        self.ascii = json_text.isascii()
        joined = "".join(self.values)
        ends = _BREAK.search(joined) if is_source else None
        self.line_end = ends.group() if ends else "\n"
        self.reviewed = _BREAK.sub("\n", joined) if "\r" in joined and is_source else joined
        self.lines = list(accumulate((len(line) + 1 for line in self.reviewed.split("\n")), initial=0))  # where each begins
        self.joined = [found.start() for found in _CHARACTER.finditer(joined)] if len(self.reviewed) != len(joined) else None
        self.size = len(joined)
        self.upto = list(accumulate(map(len, self.values)))  # characters up to the end of each piece

    def span(self, place: Place) -> tuple[int, int]:
        """The characters of a place."""
        start, end = self._offset(place.line, place.column), self._offset(place.end_line, place.end_column)
        if end < start:
            raise Refused("the place ends before it begins")
        return start, end

    def replaced(self, spans: Sequence[Span]) -> str:
        """The JSON of this text after these edits, none of which overlap."""
        ordered = sorted(spans, key=lambda one: (one.start, one.end), reverse=True)
        if not self.listed:
            body = self.bodies[0]
            for span in ordered:
                start, end = (_raw(self.bodies[0], self._joined(at)) for at in (span.start, span.end))
                body = body[:start] + self._escaped(span.new or "") + body[end:]
            return f'"{body}"'
        bodies, seams = list(self.bodies), [None, *self.between[1:-1]] if self.bodies else []
        for span in ordered:  # from the last to the first, so that places stay true
            self._edit(bodies, seams, span)
        return self._render(bodies, seams)

    def _offset(self, line: int, column: int) -> int:
        if not (0 < line < len(self.lines) and 0 <= column < self.lines[line] - self.lines[line - 1]):
            raise Refused("the place is not in the text")
        return self.lines[line - 1] + column

    def _edit(self, bodies: list[str], seams: list[str | None], span: Span) -> None:
        if not bodies:
            bodies.append("")
            seams.append(None)
        first, start = self._piece(span.start, True)
        last, end = self._piece(span.end, span.start == span.end)
        lines = (span.new or "").split("\n")
        new = [self._escaped(line + "\n") for line in lines[:-1]] + [self._escaped(lines[-1])]
        new[0] = bodies[first][:start] + new[0]
        new[-1] += bodies[last][end:]
        if not new[-1]:
            new.pop()
        elif last + 1 < len(bodies) and _whole(bodies[last]) and not _whole(new[-1]):  # its line end went: the next line comes up
            last += 1
            new[-1] += bodies[last]
        seams[first : last + 1] = [seams[first], *[None] * (len(new) - 1)] if new else []
        bodies[first : last + 1] = new

    def _render(self, bodies: list[str], seams: list[str | None]) -> str:
        head, tail = self.between[0], self.between[-1] if self.bodies else "]"
        if not bodies:
            return "[]"
        if not self.bodies:
            head = "["
        seam = self.between[1] if len(self.bodies) > 1 else "," + head[1:] if len(head) > 1 else ", " if self.spaced else ","
        inner = "".join(
            (head if number == 0 else own or seam) + f'"{body}"' for number, (body, own) in enumerate(zip(bodies, seams, strict=True))
        )
        return inner + tail

    def _piece(self, offset: int, after: bool) -> tuple[int, int]:
        """The piece in which an offset falls, and where in it; between two pieces, that after it or that before it."""
        at = self._joined(offset)
        if not self.upto:
            return 0, 0
        number = min((bisect_right if after else bisect_left)(self.upto, at), len(self.upto) - 1)
        return number, _raw(self.bodies[number], at - (self.upto[number] - len(self.values[number])))

    def _joined(self, offset: int) -> int:
        """Characters of the text as it is stored, for characters as they are reviewed."""
        if self.joined is None:
            return offset
        return self.joined[offset] if offset < len(self.joined) else self.size

    def _escaped(self, text: str) -> str:
        text = text.replace("\n", self.line_end) if self.line_end != "\n" else text
        return json.dumps(text, ensure_ascii=self.ascii or _HALF.search(text) is not None)[1:-1]


def _raw(body: str, count: int) -> int:
    """How far into the JSON string so many characters reach."""
    at = 0
    while count > 0:
        unit = _UNIT.match(body, at)
        if unit is None:
            break
        size = unit.end() - at if body[at] != "\\" else 1
        at = unit.end() if size <= count else at + count
        count -= size
    return at


def _whole(body: str) -> bool:
    """Does the JSON string end with a line end?"""
    ending = re.search(r"(?<!\\)(?:\\\\)*(\\[nr]|\\u000[aAdD])$", body)
    return ending is not None
