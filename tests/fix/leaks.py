"""A program → the program after the fixes of its leaks, as `nbreview fix --unsafe` makes them."""

from __future__ import annotations

from dataclasses import dataclass

from mlreview_jupyter.decide import Around
from mlreview_jupyter.fix.offers import Offers, offers
from mlreview_jupyter.fix.rounds import mend
from mlreview_jupyter.fix.splice import Kind
from mlreview_jupyter.read import Found, Project, matches
from mlreview_jupyter.rules import find_rules

RULES = ("learned-before-split", "resampled-before-split")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of it: how many findings there were before, how many fixes were made, and how many findings are left."""

    text: str
    found: int
    made: int
    left: int
    refused: tuple[str, ...]


def fixed(text: str, kind: Kind = "script", rules: tuple[str, ...] = RULES) -> Fixed:
    """Fix the leaks of a program."""
    chosen = [rule for rule in find_rules() if rule.id in rules]
    name = "program.ipynb" if kind == "notebook" else "program.py"

    def judge(data: bytes) -> Offers:
        return offers(data, Found(name, name, True), chosen, Project(None), Around(matches=matches))

    done = mend(text.encode(), kind, judge, unsafe=True)
    return Fixed(
        done.data.decode(),
        _count(text, kind, rules),
        len(done.made),
        _count(done.data.decode(), kind, rules),
        tuple(why for _, why in done.refused),
    )


def _count(text: str, kind: Kind, rules: tuple[str, ...]) -> int:
    """How many findings a program has."""
    from mlreview_jupyter.facts import build
    from mlreview_jupyter.read import read_data

    facts = build(read_data(text.encode(), "program", kind))
    return sum(len(rule.ask(facts)) for rule in find_rules() if rule.id in rules)
