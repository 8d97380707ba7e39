"""Text and the secrets that it may hold → the same text with each of them masked, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .mask import mask

_SHORTEST = 4  # a shorter one would be found in every word
_HEAD = 16


def hide(text: str, values: Iterable[str]) -> str:
    """The text without these values: plain, or as JSON, HTML, an address, Python or base64 spells them; cut off at its end, too."""
    known = tuple(sorted({value for value in values if len(value) >= _SHORTEST}))
    if not known or not text:
        return text
    forms, expression = _expression(known)
    return expression.sub(lambda found: forms.get(found.group(), None) or _cut(found.group(), forms), text)


def _cut(found: str, forms: dict[str, str]) -> str:
    return next((shown for form, shown in forms.items() if form.startswith(found[:_HEAD])), "…")


@lru_cache(64)
def _expression(values: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    forms: dict[str, str] = {}
    for value in values:
        for form in _forms(value):
            forms.setdefault(form, mask(value))
    longest = sorted(forms, key=len, reverse=True)
    heads = sorted({form[:_HEAD] for form in longest if len(form) > _HEAD + 4 and " " not in form[:_HEAD]})
    whole = "|".join(re.escape(form) for form in longest)
    cut = "|".join(re.escape(head) for head in heads)
    return forms, re.compile(f"{whole}|(?:{cut})[^\\s\"'<>&\\\\…]*" if cut else whole)


def _forms(value: str) -> Iterator[str]:
    """All ways in which a value is written."""
    import html  # here and below: most reviews have nothing to hide
    import json
    from urllib.parse import quote

    lines = [line.strip(" \t\"'+,\\") for line in value.split("\n")] if "\n" in value else []
    for plain in (value, *(line for line in lines if len(line) >= 12 and not line.startswith("-----"))):
        yield plain
        for ascii_only in (True, False):
            once = json.dumps(plain, ensure_ascii=ascii_only)[1:-1]
            yield from (once, json.dumps(once, ensure_ascii=ascii_only)[1:-1])
        for quoted in (html.escape(plain), html.escape(plain, quote=False), html.escape(plain).replace("&#x27;", "&#39;")):
            yield from (quoted, html.escape(quoted))
        data = plain.encode("utf-8", "surrogatepass")
        yield from (repr(plain)[1:-1], quote(data, safe=""), quote(data))
        yield from _base64(plain)


def _base64(value: str) -> Iterator[str]:
    """The middle of its base64 form, which is there wherever in a longer text the value begins."""
    from base64 import b64encode

    data = value.encode("utf-8", "surrogatepass")
    for before, cut in ((0, 0), (1, 2), (2, 3)):
        coded = b64encode(b"\0" * before + data).decode("ascii").rstrip("=")
        middle = coded[cut : len(coded) - (1 if (before + len(data)) % 3 else 0)]
        if len(middle) >= 8:
            yield from (middle, middle.replace("+", "-").replace("/", "_"))
