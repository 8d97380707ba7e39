"""A saved traceback → the lines that it quotes of the cell under which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# The heads of frames in cells: of IPython 8 and later, of those before, and of ipykernel's files. The number is the cell's count.
_HEADS = (
    re.compile(r"\s*(?:Cell|Input) In ?\[(?P<count>\d+)\]"),
    re.compile(r"\s*(?:File \")?<ipython-input-(?P<count>\d+)-\w+>"),
)
_FILE = re.compile(r"(?:File \")?\S*[/\\]ipykernel_\d+[/\\]\d+\.py\b.*? in (?:<module>|<cell line|\?)")
_OTHER = re.compile(r"(?:File |\S.* in )")
_UNREAD = re.compile(r"line (\d+)$")  # of a cell that Python could not read: the line follows, and a caret below it
_CARET = re.compile(r"\s+\^[\s^~]*$")
_NUMBERED = re.compile(r"(?:-+>|\s)\s*(\d+)(?: (.*))?$")
LONG = 400  # lines of a traceback that are looked at


class Quoted(NamedTuple):
    """A line of the source as it was when the error was raised, with the number that it had."""

    number: int
    text: str


def quoted(traceback: object, count: int | None) -> Iterator[Quoted]:
    """The lines of this cell in a traceback. A cell without a count is the one where the traceback begins."""
    parts = [one for one in traceback if isinstance(one, str)] if isinstance(traceback, list) else []
    lines = _COLOURS.sub("", "\n".join(parts)).split("\n")[:LONG]
    inside, first = False, True
    for at, line in enumerate(lines):
        found = _NUMBERED.match(line)
        if inside and found:
            if found.group(2):
                yield Quoted(int(found.group(1)), found.group(2))
            continue
        head = next((match for one in _HEADS if (match := one.match(line))), None)
        if head is not None or _FILE.match(line):
            number = head.group("count") if head is not None else None
            if number is not None and count is not None:
                inside = int(number) == count
            else:
                inside = first and (count is None or number is None)
            first = False
            unread = _UNREAD.search(line)
            if inside and unread and _CARET.match("".join(lines[at + 2 : at + 3])):
                yield Quoted(int(unread.group(1)), lines[at + 1].strip())
        elif _OTHER.match(line) or not line.strip():
            inside = False
