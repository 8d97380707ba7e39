"""What the user chose, from wherever it was said: the command line, the environment, the project, the user's own file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PathAllowance:
    """A rule may be broken in these files, and why."""

    rule: str
    paths: tuple[str, ...]
    reason: str
    said_in: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that narrows, judges or documents a review."""

    select: tuple[str, ...] = ()  # empty: every rule
    ignore: tuple[str, ...] = ()
    severity: str = "info"
    stage: str = ""  # empty: told from what each file does
    stages: tuple[tuple[str, str], ...] = ()  # (pattern of paths, stage)
    policy: str = "standard"
    exclude: tuple[str, ...] = ()
    allow: tuple[PathAllowance, ...] = ()
    context: tuple[tuple[str, str], ...] = ()
    baseline: str = ""
    notices: tuple[str, ...] = ()  # what was said and not obeyed, and what narrows this review

    def runs(self, rule: str, area: str) -> bool:
        """Is this rule asked? It is chosen, and left out, by its id or by its area."""
        return (not self.select or rule in self.select or area in self.select) and rule not in self.ignore and area not in self.ignore
