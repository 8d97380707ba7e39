"""Text as a file holds it → the text that a reader sees, and the way back from each of its characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from .patterns import pattern

LARGE = 65_536  # from here on, a text is looked at for pictures and libraries that were put into it
_EMBEDDED = r"(?<=base64,)[A-Za-z0-9+/=]{32,}(?:\\n[A-Za-z0-9+/=]+)*"
_RUN = r"[A-Za-z0-9+/=\s_-]+"
_SCRIPT = r"<script[\s>][^<]*(?:<(?!/script)[^<]*)*"
_SCRIPTS = 50
_COLOUR = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,400}(?:\x07|\x1b\\))"
_TAG = r"</t[hd]>\s{0,80}<t[hd](?:\s[^<>]{0,400})?>|</dt>\s{0,80}<dd(?:\s[^<>]{0,400})?>|<[A-Za-z/!][^<>]{0,4000}>"
_WITHIN_WORDS = r"</?(?:span|b|i|em|strong|font|a|code|mark|u|small|sub|sup|wbr|var|kbd|samp|tt|s)\b[^<>]*>"
_TELLING = r"(?:href|src|action|value|content|data-[\w-]+|placeholder|title)\s?="
_ENTITY = r"&(?:quot|amp|lt|gt|apos|nbsp|num|equals|colon|lowbar|sol|commat|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"
_ESCAPE = r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\"'\\/nrt])"
_ADDED = r"([\"'])\s{0,80}\\?\s{0,80}\+\s{0,80}\\?\s{0,80}[rbfu]?\1"
_BESIDE = r"([\"'])[ \t]{1,80}[rbfu]?\1(?=[\w-])"
_BELOW = r"([\"'])[ \t]{0,80}\\?\n[ \t]{1,80}[rbfu]?\1(?=[\w-])"
_ENTITIES = {"quot": '"', "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": " ", "num": "#", "equals": "=", "colon": ":"}
_ENTITIES |= {"lowbar": "_", "sol": "/", "commat": "@"}
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}


def _nothing(found: re.Match[str]) -> str:
    return ""


def _tag(found: re.Match[str]) -> str:
    text = found.group()
    if text.startswith("</"):
        if text.endswith(("/th>", "/td>", "/dt>")):
            return " "
        if "<t" in text or "<d" in text:
            return ": " if text.startswith(("</th", "</dt")) else " | "
    if pattern(_TELLING).search(text):
        return f" {text[1:-1]} "
    return "" if pattern(_WITHIN_WORDS, re.IGNORECASE).match(text) else " "


def _entity(found: re.Match[str]) -> str:
    name = found.group()[1:-1]
    if not name.startswith("#"):
        return _ENTITIES[name]
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(number) if 0 < number < 0x110000 else " "


def _escape(found: re.Match[str]) -> str:
    text = found.group()
    if text[1] in "ux" and len(text) > 2:
        return chr(int(text[2:], 16))
    return _ESCAPES.get(text[1], text[1])


Kind = Literal["plain", "html", "code"]  # in code, a string that stands below another one belongs to it
Change = Callable[[re.Match[str]], str]


def _picture(found: re.Match[str]) -> str:
    """Long runs without blanks; tables of words and numbers stay."""
    run = found.group()
    sample = run[:4096]
    return "" if len(run) > 4096 and len(sample.split()) < len(sample) / 40 else run


def _script(found: re.Match[str]) -> str:
    return "" if found.end() - found.start() > LARGE else found.group()


def _blobs(text: str) -> Iterator[tuple[str, Change]]:
    """What nobody reads: pictures, and libraries that a plot brought along."""
    if "base64," in text:
        yield _EMBEDDED, _nothing
    if len(text) > LARGE:
        if "<script" in text and text.count("<script") < _SCRIPTS:
            yield _SCRIPT, _script
        yield _RUN, _picture


def _layers(text: str, kind: Kind) -> Iterator[tuple[str, Change]]:
    """What there is to be taken out, what was put in last first."""
    yield from _blobs(text)
    if "\x1b" in text:
        yield _COLOUR, _nothing
    if kind == "html" and "<" in text:
        yield _TAG, _tag
    if "&" in text:
        yield _ENTITY, _entity
    if "\\" in text:
        yield _ESCAPE, _escape
        if '\\\\"' in text or "\\\\n" in text:
            yield _ESCAPE, _escape
        if "u001b" in text or "x1b" in text:
            yield _COLOUR, _nothing
    yield _ADDED, _nothing
    yield _BESIDE, _nothing
    if kind == "code":
        yield _BELOW, _nothing


def decode(text: str, kind: Kind = "plain") -> str:
    """The text that a reader sees: without colours, tags, entities and escapes, with strings that are added put together."""
    for layer, change in _layers(text, kind):
        text = pattern(layer).sub(change, text)
    return text


def shorten(text: str) -> str:
    """The text without pictures, libraries and colours."""
    for layer, change in _blobs(text):
        text = pattern(layer).sub(change, text)
    return pattern(_COLOUR).sub("", text) if "\x1b" in text else text


class Trace(NamedTuple):
    """Decoded text, and for each layer that was taken off where its pieces begin, after it and before it."""

    text: str
    layers: tuple[tuple[list[int], list[int]], ...]

    def origin(self, at: int) -> int:
        """Where a character of the decoded text stands in the file's text."""
        for after, before in reversed(self.layers):
            piece = bisect_right(after, at) - 1
            at = before[piece] + at - after[piece]
        return at


def trace(text: str, kind: Kind = "plain") -> Trace:
    """The decoded text, with the way back."""
    layers = []
    for layer, change in _layers(text, kind):
        out: list[str] = []
        after, before = [0], [0]
        last = length = 0
        for found in pattern(layer).finditer(text):
            new = change(found)
            out += (text[last : found.start()], new)
            length += found.start() - last
            if new:
                after.append(length)
                before.append(found.start())
                length += len(new)
            last = found.end()
            after.append(length)
            before.append(last)
        out.append(text[last:])
        text = "".join(out)
        layers.append((after, before))
    return Trace(text, tuple(layers))
