"""`nbreview explain RULE` and `nbreview rules`."""

from __future__ import annotations

from ..report.manual import index as listed
from ..report.manual import page
from ..rules import find_rules, names, rule_named
from .codes import FINE, USAGE
from .show import put, say, shown


def explain(words: list[str]) -> int:
    """A rule's manual page."""
    if len(words) != 1 or words[0].startswith("-"):
        say("usage: nbreview explain RULE")
        return FINE if words in (["-h"], ["--help"]) else USAGE
    rule = rule_named(words[0])
    if rule is None:
        from difflib import get_close_matches

        near = get_close_matches(words[0], names(), 1)
        say(f"no rule is called {shown(words[0])}" + (f"; did you mean {near[0]}?" if near else "; nbreview rules lists them"))
        return USAGE
    put(page(rule))
    return FINE


def index(words: list[str]) -> int:
    """All rules; with --names, their ids alone, for completion."""
    if words == ["--names"]:
        put("".join(f"{rule.id}\n" for rule in find_rules()))
        return FINE
    if words:
        say("usage: nbreview rules [--names]")
        return FINE if words in (["-h"], ["--help"]) else USAGE
    put(listed(find_rules()))
    return FINE
