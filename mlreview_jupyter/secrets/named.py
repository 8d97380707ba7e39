"""Plain text → the secrets that a name in front of them gives away: `db_password = "…"`, `--token …`, `X-Api-Key: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit
from .judge import Named, judge
from .names import STEMS, meaning
from .patterns import pattern

# After a part of a name: its rest, what closes it, and what stands between it and its value. All in small letters.
_AFTER = (
    r"(?P<rest>[\w.\-]{0,40})[\"'`\]*]{0,6}[ \t]{0,20}"
    r"(?P<between>:[ \t]?[a-z][\w.\[\]]{0,24}[ \t]?=(?!=)|=(?![=~])>?|:=?(?!:)|<-|->|,|\)\.(?:send_?keys|fill|type)\(|\(|>|\|"
    r"|(?:is|ist|es|est|lautet|was)(?=[ \t])|(?<=[ \t])(?=[\"']|[^\s\"'=:,()<>]{6}))"
)
_QUOTED = (
    r"\s{0,60}\(?\s{0,60}[rbfuRBFU]{0,2}(?:\"\"\"\s{0,4}([^\"]{1,2000})\"\"\"|'''\s{0,4}([^']{1,2000})'''"
    r"|\"([^\"\n]{1,2000})\"|'([^'\n]{1,2000})'|`([^`\n]{1,2000})`)"
)
_BARE = r"[ \t*]{0,10}([^\s\"'`<>,;(){}\[\]|\\&]{6,400})"
_SCHEME = r"(?:bearer|basic|token|apikey|ssws|digest|key|bot)[ \t:]{1,4}"
_TWO_WORDS = r"\b(?:api|access|secret|private|auth|account|license|subscription|encryption|bot) $"  # `API key`, in prose


def named(text: str, low: str) -> Iterator[Hit]:
    """What is a secret because of the name in front of it."""
    seen: set[int] = set()
    for stem in STEMS:
        if stem not in low:
            continue
        for found in pattern(re.escape(stem) + _AFTER).finditer(low):
            at = found.end("between")
            if at in seen:
                continue
            seen.add(at)
            start = _begin(low, found.start())
            name = text[start : found.end("rest")]
            kind = meaning(name.strip("-."))
            if not kind or (start > 1 and low.startswith("::", start - 2)):  # `::` makes it a member, as AWS names its resources
                continue
            if kind == "key" and pattern(_TWO_WORDS).search(low, max(0, start - 14), start):
                kind = "API key"
            value = _value(text, at, found["between"] != "|")
            if value is not None:
                begin, end, quoted = value
                sure = judge(text[begin:end], Named(text, start, name, kind, found["between"], quoted))
                if sure is not None:
                    yield Hit(begin, end, "API key" if kind == "key" else kind, sure)


def _begin(low: str, start: int) -> int:
    """Where the name begins that goes on here."""
    floor = max(0, start - 60)
    while start > floor and (low[start - 1].isalnum() or low[start - 1] in "_-."):
        start -= 1
    return start


def _value(text: str, at: int, may_be_quoted: bool) -> tuple[int, int, bool] | None:
    """The value that begins here: from where to where, and whether it stands in quotes."""
    quoted = pattern(_QUOTED).match(text, at) if may_be_quoted else None
    found = quoted or pattern(_BARE).match(text, at)
    if found is None:
        return None
    begin, end = found.span(found.lastindex or 0)
    scheme = pattern(_SCHEME, re.IGNORECASE).match(text, begin)
    if scheme is not None:
        begin = scheme.end()
        if quoted is None:
            found = pattern(_BARE).match(text, begin)
            if found is None:
                return None
            begin, end = found.span(1)
    if quoted is None:
        end = begin + len(text[begin:end].rstrip(".,:*`"))
        if text.startswith(("(", "[", "{", "]("), end):
            return None
    else:
        whole = text[begin:end]
        begin, end = begin + len(whole) - len(whole.lstrip()), begin + len(whole.rstrip())
    return (begin, end, quoted is not None) if begin < end else None
