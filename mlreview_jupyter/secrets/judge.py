"""A value with the name in front of it → is it a secret: certainly, perhaps, or not at all?"""

from __future__ import annotations

import re
from typing import NamedTuple

from .names import meaning
from .patterns import pattern
from .values import idle, leet, password, pointer, random, strong

_SETTING = r"\b(?:user(?:name| id)?|uid|host|server|dbname|database|port)\s?=\s?[^\s,;()=\"']+[ ;]+$"
_SHELL = r"(?:^|[\s;&!%])(?:export|set|env|setx|set_env|configure|config:set|secrets?)\s[^\n]{0,80}$"
# Where a mere `key` is one that opens something: beside a user's name, or in a call that logs in.
_OPENS = r"user_?name[\"']?\s{0,4}[:=][^\n]{0,60}$|(?:login|client|auth|api|connect)\w{0,12}\([^()]{0,80}$"
_SAID = frozenset({"is", "ist", "es", "est", "was", "lautet", "|", ">"})


class Named(NamedTuple):
    """How a value is named: where in which text the name begins, what it means, what stands between, and whether quotes do."""

    text: str
    start: int
    name: str
    kind: str
    between: str
    quoted: bool

    @property
    def assigned(self) -> bool:
        """The name is given this value: `=`, `:`, `<-`."""
        return self.between.endswith(("=", "<-")) or self.between in (":", "=>")

    @property
    def told(self) -> bool:
        """A person, a table or markup says so."""
        return self.between in _SAID

    @property
    def loud(self) -> bool:
        """A flag, an environment variable or a header: nothing there is a variable of the program."""
        return self.name.isupper() or "-" in self.name or self.before(_SHELL, 100)

    def before(self, what: str, reach: int) -> bool:
        """Does this stand before the name?"""
        return pattern(what, re.IGNORECASE).search(self.text, max(0, self.start - reach), self.start) is not None


def judge(value: str, named: Named) -> bool | None:
    """True: a secret. False: perhaps. None: a placeholder, a pointer, a word, or nothing that would be one."""
    if idle(value) or pointer(value) or value == named.name:
        return None
    if named.kind == "password":
        return _password(value, named)
    if pattern(r"[A-Za-z_][\w.:]*").fullmatch(value) and meaning(value):
        return None  # the name of a name
    if named.kind == "key" and not named.before(_OPENS, 120):
        return None
    return _key(value, named) or None


def _password(value: str, named: Named) -> bool | None:
    if named.name.lower() in ("pass", "pw") and not named.assigned:
        return None  # a verb
    if named.quoted:
        if named.assigned:
            return password(value) or random(value) or None
        possible = named.between in (",", "") or named.between.endswith("(")
        return False if possible and leet(value) else None
    if pattern(r"[A-Za-z_][\w.:]*").fullmatch(value) and meaning(value):
        return None
    if named.loud and (named.assigned or named.told or named.between == ""):
        return leet(value) or password(value) or None
    if named.assigned or named.told:
        apart = named.between != "=" or not value.isidentifier() or _mixed(value) or named.before(_SETTING, 80)
        return (leet(value) and apart) or None
    return strong(value) or None


def _key(value: str, named: Named) -> bool:
    """Keys and tokens are drawn at random; the less else speaks for it, the longer it has to be."""
    if named.quoted:
        if named.assigned:
            least = 20 if named.kind in ("key", "token") else 16
            return random(value, least) or (named.kind != "key" and random(value, 12) and leet(value))
        return strong(value)
    if named.assigned or named.told:
        return random(value, 16 if named.loud else 20)
    if named.loud and named.between == "":
        return random(value)
    return named.between == "" and strong(value)


def _mixed(value: str) -> bool:
    """Letters and digits change too often for the name of a variable."""
    return len(pattern(r"[^\W\d_]\d|\d[^\W\d_]").findall(value)) >= 3
