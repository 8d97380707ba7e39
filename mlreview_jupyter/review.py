"""The whole sentence: read a program, derive facts, ask rules, decide."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from . import __version__
from .decide import decide
from .facts import build
from .model.facts import Facts
from .model.finding import Ending, Finding, Outcome
from .model.judged import Judged
from .model.program import Place
from .model.review import Review
from .read import Found, Unreadable, find_checks, physical_line, read
from .rule import Rule
from .rules import find_rules


def review(files: Sequence[Found], rules: Sequence[Rule] | None = None, missing: Iterable[str] = ()) -> Review:
    """Review these files; what does not exist is trouble, not silence."""
    rules = find_rules() if rules is None else rules
    judged = [judge(found, rules) for found in files]
    judged += [Judged(path, None, None, (), (), "no such file or directory") for path in missing]
    paths = {found.shown: found.path for found in files}
    lines: dict[str, Any] = {}

    def locate(place: Place) -> int | None:
        return physical_line(paths.get(place.path, place.path), place, lines)

    by_item: dict[str, list[str]] = defaultdict(list)
    for rule in rules:
        by_item[rule.item].append(rule.id)
    checks = find_checks(os.path.dirname(os.path.abspath(files[0].path))) if files else ()
    return decide(judged, by_item, {rule.id: rule.strength for rule in rules}, checks, locate, f"mlreview {__version__}")


def judge(found: Found, rules: Sequence[Rule]) -> Judged:
    """Read one file and ask every rule about it. Whatever goes wrong stays with this file and is said."""
    try:
        program = read(found.path, found.shown)
    except Unreadable as error:
        return Judged(found.shown, None, None, (), (), str(error))
    try:
        facts = build(program)
    except Exception as error:
        reason = f"the facts could not be derived: {type(error).__name__}"
        return Judged(found.shown, program, None, (), tuple(Outcome(rule.id, found.shown, Ending.CRASHED, reason) for rule in rules))
    findings: list[Finding] = []
    outcomes: list[Outcome] = []
    for rule in rules:
        mine, outcome = _ask(rule, facts, found.shown)
        findings.extend(mine)
        outcomes.append(outcome)
    return Judged(found.shown, program, facts, tuple(findings), tuple(outcomes))


def _ask(rule: Rule, facts: Facts, file: str) -> tuple[Sequence[Finding], Outcome]:
    try:
        judged, findings = rule.judged(facts), rule.ask(facts)
    except Exception as error:
        return (), Outcome(rule.id, file, Ending.CRASHED, f"{type(error).__name__}")
    if findings:
        return findings, Outcome(rule.id, file, Ending.FOUND, f"{len(findings)} found", judged)
    doubt = rule.doubts(facts) if rule.doubts is not None else ""
    doubt = doubt or next((f"{gap.reason} ({gap.place.words()})" for gap in facts.gaps if gap.kind in rule.blind), "")
    if doubt:
        return (), Outcome(rule.id, file, Ending.UNKNOWN, doubt, judged)
    if not judged:
        return (), Outcome(rule.id, file, Ending.NOT_APPLICABLE, "nothing of the kind was seen")
    return (), Outcome(rule.id, file, Ending.CLEAN, "", judged)
