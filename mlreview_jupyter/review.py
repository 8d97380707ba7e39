"""The whole sentence: read a program, derive facts, ask rules, decide."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from . import __version__
from .decide import Around, Asked, decide, examine
from .facts import build
from .model.across import Others
from .model.examined import Examined
from .model.facts import Facts
from .model.finding import Ending, Finding, Outcome
from .model.judged import Judged
from .model.program import Place
from .model.review import Review
from .model.words import MISSING
from .read import (
    Found,
    Neighbours,
    Project,
    Unreadable,
    Writers,
    find_checks,
    find_project,
    index_of,
    physical_line,
    positions,
    read,
    read_data,
    unparsed,
)
from .rule import Rule
from .rules import find_rules, names

TOOL = f"mlreview {__version__}"
DEBUG = False  # faults of our own are raised instead of reported


def review(files: Sequence[Found], rules: Sequence[Rule] | None = None, missing: Iterable[str] = ()) -> Review:
    """Review these files, one after the other; what does not exist is trouble, not silence."""
    rules = find_rules() if rules is None else rules
    project = find_project(files[0].path) if files else Project(None)
    examined = look_at_all(files, rules, project) + [absent(path, project) for path in missing]
    checks = find_checks(os.path.dirname(os.path.abspath(files[0].path))) if files else ()
    return conclude(examined, rules, Around(checks=checks, base=project.base, tool=TOOL))


def conclude(examined: Sequence[Examined], rules: Sequence[Rule], around: Around) -> Review:
    """What all of it amounts to."""
    return decide(examined, [Asked(rule.id, rule.item, rule.area, rule.strength) for rule in rules], around)


def look_at_all(files: Sequence[Found], rules: Sequence[Rule], project: Project) -> list[Examined]:
    """Files that are reviewed together, one after the other: what one of them writes, another may read."""
    index = index_of(files)
    return [look(found, rules, project, others=Writers(index, set())) for found in files]


def look(
    found: Found,
    rules: Sequence[Rule],
    project: Project,
    near: Neighbours | None = None,
    data: bytes | None = None,
    others: Others | None = None,
) -> Examined:
    """One file: read, judged, and reduced to plain data. With `data`, that is what the file holds."""
    lines: dict[str, Any] = {}
    if data is not None and found.path.lower().endswith(".ipynb"):
        lines[found.path] = positions(data)

    def locate(place: Place) -> int | None:
        return physical_line(found.path if place.path == found.shown else place.path, place, lines)

    return examine(judge(found, rules, near, data, others), project.key, locate, names())


def absent(path: str, project: Project, reason: str = MISSING) -> Examined:
    """A file that had to be reviewed and is not there."""
    return examine(Judged(path, None, None, (), (), reason), project.key, lambda place: None, {})


def judge(
    found: Found, rules: Sequence[Rule], near: Neighbours | None = None, data: bytes | None = None, others: Others | None = None
) -> Judged:
    """Read one file and ask every rule about it. Whatever goes wrong stays with this file and is said."""
    try:
        if data is None:
            program = read(found.path, found.shown, near)
        else:
            kind: Literal["notebook", "script"] = "notebook" if found.path.lower().endswith(".ipynb") else "script"
            program = read_data(data, found.shown, kind, os.path.dirname(os.path.abspath(found.path)))
    except Unreadable as error:
        return Judged(found.shown, None, None, (), (), str(error))
    try:
        facts = build(program, others)
    except Exception as error:
        _let_through(error)
        reason = f"the facts could not be derived: {type(error).__name__}"
        return Judged(found.shown, program, None, (), tuple(Outcome(rule.id, found.shown, Ending.CRASHED, reason) for rule in rules))
    findings: list[Finding] = []
    outcomes: list[Outcome] = []
    for rule in rules:
        mine, outcome = _ask(rule, facts, found.shown)
        findings.extend(mine)
        outcomes.append(outcome)
    lost = unparsed(program)
    if lost:  # what its text gives away is told; no rule can say that it is in order
        outcomes = [one for one in outcomes if one.ending is Ending.FOUND]
    return Judged(found.shown, facts.program, facts, tuple(findings), tuple(outcomes), lost)


def _ask(rule: Rule, facts: Facts, file: str) -> tuple[Sequence[Finding], Outcome]:
    try:
        judged, findings = rule.judged(facts), rule.ask(facts)
    except Exception as error:
        _let_through(error)
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


def _let_through(error: Exception) -> None:
    if DEBUG:
        raise error
