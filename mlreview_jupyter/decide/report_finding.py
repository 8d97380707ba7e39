"""`Finding` → `Reported`: with an id that stays, and the line of the file on disk."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable

from ..model.finding import Finding
from ..model.program import Place, Program
from ..model.review import Change, Proof, Reported, Spot, Step

Locate = Callable[[Place], int | None]


def spot(place: Place, locate: Locate) -> Spot:
    """A place as the world outside sees it."""
    return Spot(
        place.path,
        place.cell,
        place.cell_id,
        place.execution_count,
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        locate(place),
        place.part,
    )


def report(finding: Finding, program: Program, locate: Locate, key: Callable[[str], str], seen: Counter[str]) -> Reported:
    """A finding as it is reported. Its id survives moved lines: it is made of rule, file, line text and ordinal."""
    place = finding.place
    source = program.text(place)
    stem = f"{finding.rule}\n{key(place.path)}\n{place.part and f'{place.cell} {place.part}'}{' '.join(source.split())}"
    seen[stem] += 1
    digest = hashlib.sha256(f"{stem}\n{seen[stem]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Reported(
        digest,
        finding.rule,
        finding.item,
        finding.severity.value,
        finding.certainty.value,
        "rules",
        finding.title,
        finding.issue,
        finding.fix,
        finding.tradeoff,
        tuple(Change(spot(edit.place, locate), edit.target, edit.expected, edit.new, edit.safe) for edit in finding.edits),
        place.path,
        place.cell,
        place.cell_id,
        place.execution_count,
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        locate(place),
        None,
        tuple(Step(one.role, spot(one.place, locate), one.text, one.note) for one in finding.related),
        tuple(Proof(one.name, one.value) for one in finding.evidence),
        source,
        place.part,
    )
