"""The comments of a cell: their line, their column, and whether anything else stands on the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .logical import ESCAPED, Strings

_STRING = re.compile(r"[ \t]*[rRuU]?(\"\"\"|'''|\"|')")
# Magics at the head of a cell that do nothing by which a rule could be broken.
_SETTING = re.compile(r"%(?:matplotlib|pylab|load_ext|reload_ext|autoreload|config)\b|%%")
_TOKEN = re.compile(r'#[^\n]*|("""|\'\'\'|"|\')|\n')


class Comment(NamedTuple):
    """One comment, without its `#`."""

    line: int
    column: int
    text: str
    alone: bool


def comments(source: str) -> Iterator[Comment]:
    """Comments of Python, and of the shell in lines that are IPython's; what stands in a string is none."""
    at, line, begin = 0, 1, 0
    fresh = True
    strings = Strings(source)
    while at < len(source):
        if fresh:
            fresh = False
            escaped = ESCAPED.match(source, at)
            if escaped:
                end = source.find("\n", at)
                end = len(source) if end < 0 else end
                mark = source.find(" #", at, end)
                if mark >= 0:
                    yield Comment(line, mark + 1 - begin, source[mark + 2 : end], False)
                at = end
                continue
        token = _TOKEN.search(source, at)
        if token is None:
            return
        word, at = token.group(), token.end()
        if word == "\n":
            line, begin, fresh = line + 1, at, True
        elif word[0] == "#":
            yield Comment(line, token.start() - begin, word[1:], not source[begin : token.start()].strip())
        else:
            close = strings.end(token.group(1), at)
            if close is not None:
                if "\n" in source[at:close]:
                    line += source.count("\n", at, close)
                    begin = source.rfind("\n", at, close) + 1
                at = close


def opening(source: str) -> int:
    """The number of the line with the first statement, behind comments, a cell's magic, settings and a docstring."""
    strings = Strings(source)
    at, line, told = 0, 1, False
    while at < len(source):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        text = source[at:end].strip()
        string = _STRING.match(source, at) if text and not told else None
        if string is not None:
            close = strings.end(string.group(1), string.end())
            if close is None:
                return line
            line += source.count("\n", at, close)
            end = source.find("\n", close)
            end = len(source) if end < 0 else end
            if source[close:end].strip()[:1] not in ("", "#"):
                return line
            told = True
        elif text and text[0] != "#" and not _SETTING.match(text):
            return line
        at, line = end + 1, line + 1
    return line
