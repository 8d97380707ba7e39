"""Findings in order → the same in groups: those that one act made, at one place, are read as one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from ...model.review import Reported

NEAR = 5  # lines of a script between two that belong together; in a notebook, the cell holds them together


def groups(findings: Iterable[Reported]) -> list[list[Reported]]:
    """Each group where its first finding stood; a finding that nothing joins is a group of its own."""
    told: list[list[Reported]] = []
    by: dict[Hashable, list[Reported]] = {}
    for one in findings:
        group = by.get(_act(one))
        if group is None or one.certainty == "proven" or (one.cell is None and abs(one.line - group[-1].line) > NEAR):
            group = by[_act(one)] = []
            told.append(group)
        group.append(one)
    return told


def _act(one: Reported) -> Hashable:
    """What several findings have in common where they come from one act: the rule, the place, the fix, and the way from there on.

    Where no way leads on, a fix may name what the title names: it is the same fix for each of them.
    """
    way = tuple((step.role, step.spot.file, step.spot.cell, step.spot.line) for step in one.related[1:])
    fix = one.fix
    for word in () if way else one.title.split():
        fix = fix.replace(word, "")
    return (one.rule, one.lane, one.file, one.cell, one.part, one.severity, one.certainty, fix, one.tradeoff, way)
