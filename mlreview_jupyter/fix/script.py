"""The text of a `.py` file and edits of it → the text after them, with the line ends that it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.finding import Edit
from ..read.source import Encoded
from .mend import Refused, Span

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_BREAK = re.compile(r"\r\n|\r|\n")
_MAGIC = re.compile(r"# MAGIC ?")


class Script:
    """The text of one script, as it lies on disk."""

    def __init__(self, file: Encoded) -> None:
        self.text = file.text
        self.encoding = file.encoding
        self.lines = [found.span(1) for found in _LINE.finditer(file.text)]
        first_end = _BREAK.search(file.text)
        self.line_end = first_end.group() if first_end else "\n"
        self.databricks = file.text.startswith("# Databricks notebook source")

    def locate(self, edit: Edit) -> Span:
        """Where an edit falls. Refuses it where the text is not what it expects."""
        place = edit.place
        if edit.target != "source" or place.part or place.cell is not None:
            raise Refused("a script has nothing but its text")
        if edit.new == edit.expected:
            raise Refused("it changes nothing")
        start, prefix = self._offset(place.line, place.column)
        end, _ = self._offset(place.end_line, place.end_column)
        there = _BREAK.sub("\n", self.text[start:end])
        if prefix:  # a cell that Databricks keeps as comments
            there = re.sub(r"\n# MAGIC ?", "\n", there)
        if there != edit.expected or end < start:
            raise Refused("the text there is not what the fix expects")
        new = edit.new.replace("\n", self.line_end + prefix)
        try:
            new.encode(self.encoding)
        except UnicodeEncodeError:
            raise Refused(f"the file's encoding ({self.encoding}) lacks a character of it") from None
        return Span((None, ""), start, end, new)

    def replaced(self, spans: Sequence[Span]) -> str:
        """The text after these edits, none of which overlap."""
        kept, at = [], 0
        for span in sorted(spans, key=lambda one: (one.start, one.end)):
            kept += [self.text[at : span.start], span.new or ""]
            at = span.end
        return "".join([*kept, self.text[at:]])

    def _offset(self, line: int, column: int) -> tuple[int, str]:
        """The character at a place, and what stands before the code of such a line."""
        if not 0 < line <= len(self.lines):
            raise Refused("the place is not in the text")
        start, end = self.lines[line - 1]
        magic = _MAGIC.match(self.text, start, end) if self.databricks else None
        prefix = magic.group() if magic else ""
        at = start + len(prefix) + column
        if column < 0 or at > end:
            raise Refused("the place is not in the text")
        return at, prefix
