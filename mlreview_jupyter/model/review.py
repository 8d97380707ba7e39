"""The outward type: one review is one invocation. Views show it and decide nothing.

Its parts are made once and shown; nobody compares them, and what nobody needs is not built at every start.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .lineage import EMPTY, Lineage
from .spot import Spot as Spot

SCHEMA = "mlreview/1"

Decision = Literal["APPROVE", "APPROVE WITH WARNINGS", "BLOCK"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Step:
    """One place on a finding's path, with the part it plays."""

    role: str
    spot: Spot
    text: str
    note: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Proof:
    """One checked fact behind a finding."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Change:
    """An edit that mends the finding: replace `expected` by `new`."""

    spot: Spot
    target: str
    expected: str
    new: str
    safe: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reported:
    """A finding as it is reported. The names of these fields do not change.

    With `suppressed_by` (an allowance, a baseline, lines that did not change) it is kept and decides nothing.
    """

    id: str
    rule: str
    item: str
    severity: str
    certainty: str
    lane: str
    title: str
    issue: str
    fix: str
    tradeoff: str
    edits: tuple[Change, ...]
    file: str
    cell: int | None
    cell_id: str | None
    execution_count: int | None
    line: int
    column: int
    end_line: int
    end_column: int
    physical_line: int | None
    suppressed_by: str | None
    related: tuple[Step, ...]
    evidence: tuple[Proof, ...]
    source: str  # the line itself
    part: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RuleOutcome:
    """How one rule ended on one file."""

    rule: str
    file: str
    outcome: str
    reason: str
    judged: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Item:
    """One item of the checklist: met, violated, unknown, not applicable, or ask."""

    item: str
    area: str
    status: str
    because: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NotJudged:
    """Something that could not be read or followed."""

    kind: str
    reason: str
    spot: Spot


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Trouble:
    """A file that had to be reviewed and could not be read."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ran:
    """One cell of the execution map: its place down the page, and the count with which it ran."""

    cell: int
    kind: str
    execution_count: int | None
    language: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class File:
    """One file that was reviewed. `path` is its way from the project's root, with slashes, as CI services want it."""

    file: str
    path: str
    form: str
    stage: str
    stage_because: str
    decision: Decision
    cells: tuple[Ran, ...]
    judged: tuple[Proof, ...]  # how many fits, splits and scores were looked at
    work: tuple[Proof, ...] = ()  # what kind of work it is, and by which sign
    lineage: Lineage = EMPTY  # from data to scores


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Allowance:
    """Somebody's word that a rule may be broken somewhere, with the reason; how often it was used, or why it does not count.

    `origin`: line, cell or file (a comment or a cell's metadata), or configuration.
    """

    rule: str
    reason: str
    origin: str
    file: str
    cell: int | None
    line: int | None
    used: int
    problem: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Check:
    """A check of the project: run with an outcome, or only available."""

    name: str
    outcome: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lane:
    """Who answered: the rules, a language model, another tool."""

    name: str
    status: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Review:
    """Everything that one invocation found, decided and could not see."""

    schema: str
    tool: str
    base: str  # the way from the project's root to the folder that files are named from; empty where they are the same
    judged_as: str
    context: tuple[Proof, ...]  # what the project says of itself: team, timeline, maturity, constraints
    policy: str
    decision: Decision
    because: tuple[str, ...]
    flip: tuple[str, ...]
    risks: tuple[str, ...]
    findings: tuple[Reported, ...]
    outcomes: tuple[RuleOutcome, ...]
    scorecard: tuple[Item, ...]
    strengths: tuple[str, ...]
    questions: tuple[str, ...]
    checks: tuple[Check, ...]
    gaps: tuple[NotJudged, ...]
    unread: tuple[Trouble, ...]
    inventory: tuple[Proof, ...]
    lanes: tuple[Lane, ...]
    allowances: tuple[Allowance, ...]
    notices: tuple[str, ...]  # settings that narrow what is reported, and settings that were not obeyed
    shown_from: str  # views that people read leave out what is less severe; JSON never does
    files: tuple[File, ...]
