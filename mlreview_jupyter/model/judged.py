"""One file after its rules were asked: what decides and shows start from."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Facts
from .finding import Finding, Outcome
from .program import Program


@dataclass(frozen=True, slots=True)
class Judged:
    """A file, what it holds, and what the rules said of it; or the trouble that kept it from being read."""

    file: str
    program: Program | None
    facts: Facts | None
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    trouble: str = ""
