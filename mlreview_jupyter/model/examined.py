"""One file after everything that looks at it alone: plain data, small enough to keep, to send between processes and to cache.

Nothing here depends on what the user chose; that comes when the files are put together.
"""

from __future__ import annotations

from dataclasses import dataclass

from .review import Allowance, File, NotJudged, Reported, RuleOutcome


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Examined:
    """A file, what the rules said of it, and the allowances that stand in it; or the trouble that kept it from being read."""

    file: File
    findings: tuple[Reported, ...] = ()
    outcomes: tuple[RuleOutcome, ...] = ()
    gaps: tuple[NotJudged, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    covers: tuple[tuple[int, ...], ...] = ()  # for each allowance: which of the findings stand where it does
    modules: tuple[str, ...] = ()
    trouble: str = ""
    lent: tuple[tuple[Allowance, tuple[int, ...]], ...] = ()  # that stand in other files, and the findings that they cover here
