"""A review → how many of what, in the words that the views for people share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..model.finding import Severity
from ..model.plural import plural
from ..model.review import Allowance, File, Reported, Review, RuleOutcome
from .places import counted

SEVERITIES = tuple(one.value for one in Severity)
OUTCOMES = ("crashed", "found", "unknown", "allowed", "clean", "skipped", "not applicable")
DECISIONS = ("BLOCK", "APPROVE WITH WARNINGS", "APPROVE")


def severities(findings: Iterable[Reported]) -> str:
    """`4 high, 1 medium`."""
    by = Counter(one.severity for one in findings)
    return ", ".join(f"{by[name]} {name}" for name in SEVERITIES if by[name])


def findings(some: Sequence[Reported]) -> str:
    """`5 findings (4 high, 1 medium)`, `no findings`."""
    return f"{plural(len(some), 'finding')} ({severities(some)})" if some else "no findings"


def told_of(file: File, some: Sequence[Reported], words: Callable[[Sequence[Reported]], str]) -> str:
    """What was found in a file, in these words; where its code cannot be read, that, and what its text gave away all the same."""
    if file.form != "unread":
        return words(some)
    return f"cannot be read, {words(some)}" if some else "cannot be read"


def outcomes(review: Review) -> str:
    """`3 rules ran on 2 files: 4 found, 2 clean`."""
    ended = Counter(one.outcome for one in review.outcomes)
    rules = len({one.rule for one in review.outcomes})
    where = f" on {plural(len(review.files), 'file')}" if len(review.files) > 1 else ""
    return f"{plural(rules, 'rule')} ran{where}: {', '.join(f'{ended[name]} {name}' for name in OUTCOMES if ended[name]) or 'nothing to judge'}"


def left_out(review: Review) -> tuple[str, ...]:
    """Why findings are not among those that are shown, and how many: allowed, in the baseline, unchanged, not severe enough."""
    less = below(review)
    return (*set_aside(review), *([f"{less} below severity {review.shown_from}"] if less else []))


def set_aside(review: Review) -> tuple[str, ...]:
    """The findings that decide nothing, by the reason: `1 allowed`, `2 in the baseline`."""
    by = Counter(_reason(one.suppressed_by) for one in review.findings if one.suppressed_by is not None)
    return tuple(f"{number} {reason}" for reason, number in sorted(by.items()))


def below(review: Review) -> int:
    """How many findings decide and are not shown, since they are less severe than what was asked for."""
    return sum(one.suppressed_by is None for one in review.findings) - len(counted(review))


def shown(review: Review) -> str:
    """`2 findings (2 high), 1 below high is not shown`; `1 finding below high is not shown`; `no findings`."""
    some, less = counted(review), below(review)
    if not less:
        return findings(some)
    rest = f"below {review.shown_from} {'is' if less == 1 else 'are'} not shown"
    return f"{findings(some)}, {less} {rest}" if some else f"{plural(less, 'finding')} {rest}"


def risks(review: Review) -> str:
    """The risk words; where nothing could be read, nothing was judged."""
    return ", ".join(review.risks) or ("not judged" if review.unread else "none found")


def _reason(suppressed_by: str) -> str:
    if suppressed_by.startswith("allowed"):
        return "allowed"
    return "in the baseline" if suppressed_by == "baseline" else suppressed_by


def checks(review: Review) -> str:
    """What was run of the project's checks, with its outcome, or what there is to run."""
    ran = [f"{check.name} {check.outcome}" for check in review.checks if check.outcome != "not run"]
    available = [check.name for check in review.checks if check.outcome == "not run"]
    return ", ".join(ran) if ran else "none" + (f" (available: {', '.join(available)})" if available else "")


def unsettled(review: Review) -> list[RuleOutcome]:
    """Rules that could not tell."""
    return [one for one in review.outcomes if one.outcome in ("crashed", "unknown")]


def idle(review: Review) -> list[Allowance]:
    """Allowances that do not count, or match nothing."""
    return [one for one in review.allowances if one.problem or not one.used]


def worst_first(review: Review) -> list[File]:
    """The files: by their decision, then by their worst finding that is shown, then by name."""
    first: dict[str, int] = {}
    for at, finding in enumerate(counted(review)):
        first.setdefault(finding.file, at)
    return sorted(review.files, key=lambda file: (DECISIONS.index(file.decision), first.get(file.file, len(review.findings)), file.file))


def judged_as(file: File) -> str:
    """The stage, the kind of work, and by which signs."""
    work = "; ".join(f"{one.name} ({one.value})" for one in file.work)
    return f"{file.stage}: {file.stage_because}" + (f"; {work}" if work else "")


def looked_at(file: File) -> list[str]:
    """`2 fits`, `1 split`, `3 scores`."""
    return [f"{one.value} {one.name.removesuffix('s') if one.value == '1' else one.name}" for one in file.judged]


def standing(allowance: Allowance) -> str:
    """Where an allowance stands: `train.ipynb:cell 4:2`, or the configuration that holds it."""
    cell = "" if allowance.cell is None else f"cell {allowance.cell}"
    line = "" if allowance.line is None else str(allowance.line) if cell else f"line {allowance.line}"
    return ":".join(part for part in (allowance.file, cell, line) if part)
