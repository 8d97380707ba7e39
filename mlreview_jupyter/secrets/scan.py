"""A program → the secrets in its texts, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from ..model.program import Program
from ..model.secret import Secret
from .calls import NEEDLES
from .decode import decode, shorten, trace
from .find import find, fold
from .mask import mask
from .names import STEMS
from .patterns import pattern
from .shapes import suspects
from .texts import Text, texts

_GAP = "\n\x00\n"
# What follows a part of a name where a value may come: the marks of an assignment, of an escape or a tag, or a word with a digit.
_NEAR = r"[\w.\-]{0,40}[ \t]{0,4}(?:[\"'`\\&<>=:(|*\x1b]|\][ \t]{0,4}=|(?<=[ \t])(?:is|ist|es|est|[^\s\d]{0,40}\d))"
_ADDED = r"\+[ \t\\\n]{0,40}[rbfu]?[\"']"
_SHORTEST = 8


def scan(program: Program) -> tuple[Secret, ...]:
    """Every occurrence of a secret in a program's cells, outputs and metadata, in the order of the texts."""
    known = [text for text in texts(program) if len(text.raw) >= _SHORTEST]
    found: list[Secret] = []
    for number in sorted(_worth_a_look(known)):
        found += _in_text(program, known[number])
    return tuple(found)


def _worth_a_look(known: list[Text]) -> set[int]:
    """The texts in which anything could be: asked of all of them at once, which costs a tenth of asking each."""
    pieces = [shorten(text.whole) for text in known]
    whole = _GAP.join(pieces)
    low = fold(whole)
    ends = list(accumulate(len(piece) + len(_GAP) for piece in pieces))
    alive: set[int] = set()
    for stem in STEMS:
        if stem in low:
            for match in pattern(re.escape(stem) + _NEAR).finditer(low):
                alive.add(bisect_right(ends, match.start()))
    for needle in (*NEEDLES, "-----begin "):
        for match in pattern(needle).finditer(low):
            alive.add(bisect_right(ends, match.start()))
    for match in pattern(_ADDED).finditer(whole):
        if whole[max(0, match.start() - 80) : match.start()].rstrip(" \t\\\n").endswith(('"', "'")):
            alive.add(bisect_right(ends, match.start()))
    hot = suspects(whole)
    if hot:
        alive.update(number for number, piece in enumerate(pieces) if number not in alive and any(word in piece for word in hot))
    return alive


def _in_text(program: Program, text: Text) -> list[Secret]:
    lead = len(text.lead)
    raw = text.whole
    hits = find(decode(raw, text.kind))
    if not hits:
        return []
    plain = trace(raw, text.kind)
    secrets = []
    for hit in hits:
        value = plain.text[hit.start : hit.end]
        start, end = plain.origin(hit.start) - lead, plain.origin(hit.end - 1) + 1 - lead
        if end <= 0:
            continue
        written = text.raw[max(start, 0) : end]
        parts = () if value in written else tuple(part for part in re.findall(r"[^\s\"'\\+;&<>]{8,}", written) if part in value)
        secrets.append(Secret(hit.kind, text.place(program, start, end), value, mask(value), _words(text), hit.sure, parts))
    return secrets


def _words(text: Text) -> str:
    """In which of the texts of a notebook it stands."""
    return {"": "source", "outputs": "output", "metadata": "metadata"}[text.part.partition("/")[0]]
