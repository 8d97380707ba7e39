"""A finding that begins in another program → the same at the line that reads what came from there, with every file on the way."""

from __future__ import annotations

from dataclasses import replace

from .across import Handover
from .facts import Facts
from .finding import Evidence, Finding, Related
from .program import Place

MOST = 3  # files that are told of one way


def at_home(facts: Facts, finding: Finding) -> Finding | None:
    """The finding as the program that was reviewed has to hear it; None where nothing of it came here."""
    if not facts.handovers:
        return finding
    away = _away(facts)
    spots = (finding.place, *(one.place for one in finding.related))
    foreign = [place for place in spots if place in away or any(place.path == writer.path for writer in facts.program.writers)]
    if not foreign:
        return finding
    ways = _ways(facts, foreign)
    here = next((one for one in ways if not one.elsewhere), None)
    if here is None:
        return finding if finding.place not in foreign else None
    moved = finding.place in foreign
    path = _path(facts, finding, ways, foreign)
    if not moved:
        return replace(finding, related=path)
    place = finding.place
    return replace(
        finding,
        place=here.read,
        title=f"{finding.title} ({place.path})",
        issue=f"{finding.issue} That is in {place.path}, {place.words()}; it came here in {here.file}.",
        related=path,
        evidence=(*finding.evidence, Evidence("came in", here.file)),
        edits=(),
    )


def _away(facts: Facts) -> frozenset[Place]:
    """Where other programs learned something, and this one nothing."""
    own = {one.place for one in facts.learnings if not one.elsewhere}
    return frozenset(one.place for one in facts.learnings if one.elsewhere) - own


def _ways(facts: Facts, foreign: list[Place]) -> list[Handover]:
    """The files by which it came, in the order in which they were read; by what they carried, else by who wrote them."""
    carried = [one for one in facts.handovers if any(facts.learnings[number].place in foreign for number in one.learned)]
    ways = carried or [one for one in facts.handovers if any(one.written.path == place.path for place in foreign)]
    first = next((one for one in ways if not one.elsewhere), None)
    return [one for one in ways if one.elsewhere][: MOST - 1] + ([first] if first is not None else [])


def _path(facts: Facts, finding: Finding, ways: list[Handover], foreign: list[Place]) -> tuple[Related, ...]:
    """Learned there, written there, read here, and then what happened here."""
    related = finding.related
    home = next((at for at, one in enumerate(related) if one.place not in foreign), len(related))
    if not related and finding.place in foreign:
        related, home = (_related(facts, "learned", finding.place, ""),), 1
    between = [
        step
        for way in ways
        for step in (_related(facts, "written", way.written, way.file), _related(facts, "read", way.read, way.file))
        if step.place not in {one.place for one in related}
    ]
    return (*related[:home], *between, *related[home:])


def _related(facts: Facts, role: str, place: Place, note: str) -> Related:
    return Related(role, place, facts.program.text(place).strip(), note)
