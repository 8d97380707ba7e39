"""The comments of a cell: their line, their column, and whether anything else stands on the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .logical import CLOSING, ESCAPED

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
            closing = CLOSING[token.group(1)].match(source, at)
            if closing:
                text = closing.group()
                at = closing.end()
                if "\n" in text:
                    line += text.count("\n")
                    begin = at - (len(text) - text.rfind("\n") - 1)
