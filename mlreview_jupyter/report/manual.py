"""A rule's manual page, from the rule itself."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ..catalog.lookup import checklist
from ..rule import HERE, Example, Rule


def page(rule: Rule, width: int = 88) -> str:
    """What `nbreview explain` prints."""
    return "\n".join(_lines(rule, width)).rstrip() + "\n"


def index(rules: Sequence[Rule]) -> str:
    """What `nbreview rules` prints: one line a rule, by area."""
    lines = []
    area = ""
    for rule in rules:
        if rule.area != area:
            area = rule.area
            lines.append(area)
        lines.append(f"  {rule.id:28} {rule.severity.value:9} {rule.sentence}")
    return "\n".join(lines) + "\n"


def _lines(rule: Rule, width: int) -> Iterator[str]:
    ask = next((item.ask for item in checklist() if item.id == rule.item), "")
    yield f"{rule.id}  ({rule.severity.value}, {rule.item})"
    yield ""
    for text in (
        rule.sentence,
        rule.about,
        f"Why: {rule.why}",
        f"Instead: {rule.instead}",
        f"Trade-off: {rule.tradeoff}",
        f"Checklist: {ask}",
    ):
        if text:
            yield from textwrap.wrap(text, width)
            yield ""
    yield from _example("Found in", rule.bad[0])
    if rule.bad[0].fixed:
        yield from _example("Mended", Example(rule.bad[0].fixed))
    yield from _example("Not found in", rule.good[0])


def _example(title: str, example: Example) -> Iterator[str]:
    yield f"{title}:"
    for line in example.text.rstrip().split("\n"):
        marked = line.rstrip().endswith(HERE)
        yield ("  > " + line.rstrip()[: -len(HERE)].rstrip()) if marked else ("    " + line).rstrip()
    yield ""
