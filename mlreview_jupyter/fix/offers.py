"""The bytes of a file → what its findings offer to change, and what a fix must not make worse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..decide import Around, examine
from ..read import Found, Project
from ..review import conclude, judge
from ..rule import Rule
from ..rules import names
from .mend import Mend


@dataclass(frozen=True, slots=True)
class Offers:
    """The mends of all findings that count, the worst first. `unread`: why the file cannot be read; `broken`: cells that are not Python."""

    file: str
    mends: tuple[Mend, ...] = ()
    unread: str = ""
    broken: int = 0


def offers(data: bytes, found: Found, rules: Sequence[Rule], project: Project, around: Around) -> Offers:
    """Review these bytes as what the file holds. What is suppressed offers nothing."""
    judged = judge(found, rules, None, data)
    examined = examine(judged, project.key, lambda place: None, names())
    # A report hides what nobody should see, and orders; the edits themselves are those of the rules.
    by_id = {told.id: finding for told, finding in zip(examined.findings, judged.findings, strict=True)}
    review = conclude([examined], rules, around)
    mends = []
    for told in review.findings:
        finding = by_id[told.id]
        if told.suppressed_by is None and finding.edits:
            mends.append(Mend(finding.rule, finding.place, finding.edits))
    return Offers(found.shown, tuple(mends), judged.trouble, sum(1 for gap in review.gaps if gap.kind == "syntax"))
