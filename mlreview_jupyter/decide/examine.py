"""One judged file → plain data that can be kept, sent and cached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

from ..model.examined import Examined
from ..model.judged import Judged
from ..model.ops import Op
from ..model.program import Place
from ..model.review import File, NotJudged, Proof, Ran, RuleOutcome
from ..secrets import scan
from .allow import find_allowances, lent_allowances
from .lineage import lineage
from .mask import masked
from .report_finding import Locate, report, spot
from .stage import stage_of
from .work import work_of

GAP_ORDER = ("syntax", "language", "format", "budget", "depth", "empty", "names", "call")
COUNTED = {"fits": (Op.LEARN, Op.FIT), "splits": (Op.SPLIT, Op.CROSS_SCORE), "scores": (Op.SCORE, Op.CROSS_SCORE)}


def examine(one: Judged, key: Callable[[str], str], locate: Locate, known: Mapping[str, str]) -> Examined:
    """What is left of a file when its program and facts are let go. `key` gives a path from the project's root."""
    program, facts = one.program, one.facts
    stage, because = stage_of(facts if not one.trouble else None)
    languages = {step.cell.index: step.language for step in program.steps} if program is not None else {}
    cells = program.cells if program is not None else ()
    file = File(
        one.file,
        key(one.file),
        program.form.value if program is not None and not one.trouble else "unread",
        stage,
        because,
        "APPROVE",
        tuple(Ran(cell.index, cell.kind, cell.execution_count, languages.get(cell.index, "")) for cell in cells),
        tuple(Proof(name, str(len({event.place for event in facts.calls(*ops)}))) for name, ops in COUNTED.items()) if facts else (),
        work_of(facts),
        lineage(facts, one.findings, partial(spot, locate=_nowhere)),
    )
    if program is None:
        return Examined(file, outcomes=_outcomes(one), trouble=one.trouble)
    seen: Counter[str] = Counter()
    allowances, covers = find_allowances(program, one.findings, known)
    examined = Examined(
        file,
        tuple(report(finding, program, locate, key, seen) for finding in one.findings),
        _outcomes(one),
        tuple(_gaps(one, locate)),
        allowances,
        covers,
        tuple(sorted({module.path for module in program.modules.values()})),
        one.trouble,
        tuple(lent for writer in program.writers for lent in lent_allowances(writer, one.findings, known)),
    )
    own = facts.secrets if facts is not None else ()
    quoted = {step.place.path for finding in one.findings for step in finding.related}
    others = [secret for writer in program.writers if writer.path in quoted for secret in scan(writer)]
    return masked(examined, [value for secret in (*own, *others) for value in secret.values])


def _outcomes(one: Judged) -> tuple[RuleOutcome, ...]:
    return tuple(RuleOutcome(told.rule, told.file, told.ending.value, told.reason, told.judged) for told in one.outcomes)


def _gaps(one: Judged, locate: Locate) -> list[NotJudged]:
    gaps = one.facts.gaps if one.facts is not None else one.program.gaps if one.program is not None else ()
    ordered = sorted(gaps, key=lambda gap: (GAP_ORDER.index(gap.kind) if gap.kind in GAP_ORDER else len(GAP_ORDER), gap.place.order))
    return [NotJudged(gap.kind, gap.reason, spot(gap.place, locate)) for gap in ordered]


def _nowhere(place: Place) -> None:
    """A picture names cells and lines; nobody looks up its places in the file on disk, and that takes time."""
