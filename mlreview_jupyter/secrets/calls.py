"""Plain text → the secrets that stand in a call or a command by their position alone: `login("me", "…")`, `mysql -p…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit
from .patterns import pattern
from .values import idle, leet, password, pointer, random, spaced, strong

# Calls that are given keys or passwords, by the end of their name; in small letters, as the text is that they are looked for in.
CALLS = ("login(", "client(", "connect(", "sign_in(", "auth(", "auth=(", "password(", "token(", "key(", "credential(", "credentials(")
_SIGN_IN = ("login(", "auth(", "auth=(", "connect(", "sign_in(", "password(")
_ARGUMENT = r"\s{0,40}(?:(\w{1,40})\s?=\s?)?(?:[rbfuRBFU]{0,2}(?:\"([^\"\n]{0,400})\"|'([^'\n]{0,400})')|[^,()\"'\n]{1,80}(?:\([^()\"'\n]{0,60}\))?)\s{0,40}([,)])"
# The command, the flag, and the value. The flag is searched for first: it is the rarest.
_PASSED = (
    (
        " -p",
        r" -p[ =]?(['\"]?)([^\s'\"]{4,200})\1",
        r"\b(?:mysql\w*|mariadb\w*|sshpass|twine|docker|podman|mongo\w*|7za?|unrar|zip|unzip|sqlcmd|bcp|oc|cf|az|impdp|expdp)\b",
    ),
    (" -u", r" -u[ =]?(['\"]?)[^\s'\":]{1,80}:([^\s'\"]{4,200})\1", r"\b(?:curl|http|https|wget|ab|nexus)\b"),
    (" --user", r" --user[ =](['\"]?)[^\s'\":]{1,80}:([^\s'\"]{4,200})\1", r"\b(?:curl|http|https|wget)\b"),
    (" -a ", r" -a (['\"]?)([^\s'\"]{4,200})\1", r"\bredis-cli\b"),
    ("login ", r"\blogin +(?:--\w+ +)?(['\"]?)([^\s'\"-][^\s'\"]{19,200})\1", r"\b(?:wandb|huggingface-cli|hf|vault|comet|snyk)\b"),
    ("identified ", r"identified (?:with \w+ )?by (?:password )?(['\"])([^\s'\"]{6,100})\1", r""),
)


# Where there is none of these, and no part of a telling name, nothing is called that matters here.
NEEDLES = (r"login\(", r"client\(", r"connect\(", r"sign_in\(", " -(?:p|u|-user|a )", "login ", "identified ")


def called(text: str, low: str) -> Iterator[Hit]:
    """What is a secret because of the call or the command that it is given to."""
    for name in CALLS:
        at = low.find(name)
        while at >= 0:
            yield from _arguments(text, at + len(name), name)
            at = low.find(name, at + 1)
    for needle, form, command in _PASSED:
        if needle in low:
            for found in pattern(form, re.IGNORECASE).finditer(text):
                line = text.rfind("\n", max(0, found.start() - 300), found.start()) + 1
                before = max(line, found.start() - 300)
                value = found.group(2)
                if command and not pattern(command).search(text, before, found.start() + 1):
                    continue
                if (
                    not idle(value)
                    and not pointer(value)
                    and (leet(value) or (random(value) if needle != "identified " else password(value)))
                ):
                    yield Hit(found.start(2), found.end(2), "token" if needle == "login " else "password")


def _arguments(text: str, at: int, name: str) -> Iterator[Hit]:
    """The strings that a call is given by position: one that is drawn at random, or, after a user, a password."""
    for number in range(8):
        found = pattern(_ARGUMENT).match(text, at)
        if found is None:
            return
        at = found.end()
        group = 2 if found.group(2) is not None else 3
        value = found.group(group)
        if value and not found.group(1) and not idle(value) and not pointer(value):
            if strong(value) and not re.fullmatch(r"AC[0-9a-f]{32}", value):
                yield Hit(found.start(group), found.end(group), "key given to a call")
            elif number and name in _SIGN_IN and (leet(value) or spaced(value)) and not any(mark in value for mark in "./:"):
                yield Hit(found.start(group), found.end(group), "password")
        if found.group(4) == ")":
            return
