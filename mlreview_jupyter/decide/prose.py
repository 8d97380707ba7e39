"""A Markdown cell → the allowances in its comments (`<!-- mlreview: … -->`), and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .clause import SIGN, meant

_FENCE = re.compile(r"[ \t]{0,3}(?:# ?)?[ \t]{0,3}(```|~~~)")
_HEADING = re.compile(r"[ \t]{0,3}#")
OPEN, CLOSE = "<!--", "-->"


class Written(NamedTuple):
    """The text of an allowance, its line in the cell, and why it is none."""

    text: str
    line: int
    problem: str


def written(source: str, known: Mapping[str, str]) -> Iterator[Written]:
    """Each comment that is meant for us, on however many lines; what is fenced is shown and not said."""
    text = _without_code(source)
    at, line, counted = 0, 1, 0
    for number, one in enumerate(text.split("\n"), 1):
        if _HEADING.match(one) and OPEN not in one:
            for said in meant(one.lstrip("# \t"), known):
                yield Written(said, number, f"in a Markdown cell it stands in a comment: `<!-- mlreview: {said[:200]} -->`")
    while (begin := text.find(OPEN, at)) >= 0:
        line, counted = line + text.count("\n", counted, begin), begin
        end = text.find(CLOSE, begin)
        body = text[begin + len(OPEN) :].split("\n", 1)[0] if end < 0 else text[begin + len(OPEN) : end]
        if SIGN.search(body):
            for said in meant(" ".join(body.split()), known):
                yield Written(said, line, "" if end >= 0 else "its comment does not end: `-->` is missing")
        if end < 0:
            return
        at = end + len(CLOSE)


def _without_code(source: str) -> str:
    """The same lines, those of a fenced block empty."""
    lines, fence = [], ""
    for line in source.split("\n"):
        found = _FENCE.match(line)
        if found and fence in ("", found.group(1)):
            fence = "" if fence else found.group(1)
            lines.append("")
        else:
            lines.append("" if fence else line)
    return "\n".join(lines)
