"""The text of a comment → the allowances that it means, each with its rule and reason, or with what is wrong and how it should read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from ..model.plural import listed
from ..rules import chapters

SIGN = re.compile(r"(?:ml|nb)review", re.IGNORECASE)  # no comment without it is one of ours
_MARK = re.compile(r"(?:^|#)[ \t]*(?P<name>(?:ml|nb)review)\b[ \t]*(?P<colon>:?)", re.IGNORECASE)
_WORD = re.compile(r"\s*([A-Za-z]*)\s*[:=(\[]?\s*(.*)", re.DOTALL)
_REASON = re.compile(r"--+|[—–]|\s-\s|:(?=\s)")
_NAME = re.compile(r"[A-Za-z][\w.-]{0,80}")
_EVERY = ("*", "all", "every", "everything", "any")
# What other tools say for it; without a colon, and before the name of a rule, it is meant so.
_MEANT = ("allow", "allowed", "allows", "ignore", "disable", "skip", "suppress", "exclude", "permit", "noqa")
LONGEST = 300  # characters of a reason
HOW = "write `mlreview: allow {} -- {}`"


class Clause(NamedTuple):
    """One rule that may be broken, and why; with a problem, it covers nothing."""

    rule: str
    reason: str
    problem: str


def meant(comment: str, known: Mapping[str, str]) -> Iterator[str]:
    """What stands behind each `mlreview:` in a comment. Without its colon it has to look like an allowance: people write of us, too."""
    marks = list(_MARK.finditer(comment))
    for number, mark in enumerate(marks, 1):
        text = comment[mark.end() : marks[number].start() if number < len(marks) else len(comment)].strip()
        sure = bool(mark["colon"]) and mark["name"].lower() == "mlreview" and not text.startswith("//")
        if sure or _looks_meant(text, known):
            yield text


def clauses(text: str, known: Mapping[str, str]) -> list[Clause]:
    """The allowances in what stands behind the mark. `known`: name or former name of a rule → its name."""
    word, rest = _taken_apart(text)
    mark = _REASON.search(rest)
    names = [name for name in re.split(r"[\s,;()\[\]`'\"]+", rest[: mark.start()] if mark else rest) if name][:20]
    reason = " ".join(rest[mark.end() :].split())[:LONGEST] if mark else ""
    if mark is None:  # words behind the names are a reason that was not marked as one
        count = next((at for at, name in enumerate(names) if at and _plain(name) not in known), len(names))
        names, reason = names[:count], " ".join(names[count:])[:LONGEST]
    first = next((known[_plain(name)] for name in names if _plain(name) in known), "RULE")
    how = HOW.format(first, reason or "REASON")
    if word != "allow":
        return [Clause("" if first == "RULE" else first, reason, f"`{word[:40] or text[:40]}` is no word for mlreview: {how}")]
    if not names or not all(_NAME.fullmatch(name) or name in _EVERY for name in names):
        return [Clause("", reason, f"it names no rule: {how}")]
    problem = ""
    if not any(letter.isalnum() for letter in reason):
        problem = f"it gives no reason: {HOW.format(first, 'REASON')}"
    elif mark is None:
        problem = f"nothing marks the reason: {how}"
    return [_clause(name, reason, problem, known) for name in names]


def _clause(name: str, reason: str, problem: str, known: Mapping[str, str]) -> Clause:
    plain = _plain(name)
    if plain in known:
        return Clause(known[plain], reason, problem)
    return Clause(name, reason, no_rule(name, known))


def no_rule(name: str, known: Mapping[str, str]) -> str:
    """What is wrong with the name of a rule that there is not, and what would work."""
    plain = _plain(name)
    if plain in _EVERY:
        return "one rule has to be named (nbreview rules lists them)"
    inside = chapters().get(plain, ())
    if inside:
        return f"{name} is no rule, but stands for several: name the one that is meant, of {listed(inside, 8)}"
    near = get_close_matches(plain, known, 1)
    return f"no rule is called {name}" + (f": did you mean {near[0]}?" if near else " (nbreview rules lists them)")


def _looks_meant(text: str, known: Mapping[str, str]) -> bool:
    word, rest = _taken_apart(text)
    if word not in _MEANT and not get_close_matches(word, ("allow",), 1, 0.8):
        return False
    name = _NAME.match(rest)
    if name is None:
        return rest.startswith("*")
    plain = _plain(name.group()).rstrip(".")
    return plain in known or plain in chapters() or plain == "all" or bool(get_close_matches(plain, known, 1, 0.8))


def _taken_apart(text: str) -> tuple[str, str]:
    found = _WORD.match(text)
    return (found.group(1).lower(), found.group(2)) if found else ("", text)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
