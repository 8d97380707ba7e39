"""All that the author of a rule imports: the decorator, examples, findings and edits."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from .model import nested, reuse
from .model.balance import Balance, drawn, only, same_values
from .model.blind import Blind, first_of_each
from .model.copies import Copies, copies, kept
from .model.facts import Draw, Event, Facts, Leak, Learning, MissingName, Role, Score
from .model.features import Feature, features
from .model.finding import Certainty, Edit, Evidence, Finding, Related, Severity
from .model.fits import Fit, by_source, fits
from .model.home import at_home
from .model.local import LocalPath, Whose
from .model.ops import Learns, Metric, Op
from .model.program import Place
from .model.rows import Overlap
from .model.secret import Secret
from .model.stale import Proof, StaleOutput
from .model.tested import How, Tested, tested
from .remedy import add_keyword, mended

__all__ = [
    "Balance",
    "Blind",
    "Certainty",
    "Copies",
    "Draw",
    "Edit",
    "Event",
    "Evidence",
    "Example",
    "Facts",
    "Feature",
    "Finding",
    "Fit",
    "Found",
    "How",
    "Leak",
    "Learning",
    "Learns",
    "LocalPath",
    "Metric",
    "MissingName",
    "Op",
    "Overlap",
    "Place",
    "Proof",
    "Related",
    "Role",
    "Rule",
    "RuleError",
    "Score",
    "Secret",
    "Severity",
    "StaleOutput",
    "Tested",
    "Whose",
    "add_keyword",
    "by_source",
    "by_statement",
    "copies",
    "drawn",
    "features",
    "first_of_each",
    "fits",
    "found",
    "kept",
    "mended",
    "nested",
    "only",
    "related",
    "reuse",
    "rule",
    "same_values",
    "tested",
]

HERE = "# <- here"
_HEADINGS = ("Why", "Instead", "Trade-off")


class RuleError(Exception):
    """A rule is not put together as rules are."""


@dataclass(frozen=True, slots=True)
class Example:
    """A small program in `# %%` cells; a line that ends in `# <- here` is one that the rule must find.

    Where saved outputs matter, it is a notebook: `# %% In [2]` begins a cell with that count, and lines behind `#>` are what
    is shown under it (`Out[2]: …`, an error's name and its traceback, or printed text).
    `fixed` is what the rule's edits make of it. `fails` is the error that running it ends in. `not_run` is the reason
    why running it would show nothing.
    """

    code: str
    fixed: str = ""
    fails: str = ""
    not_run: str = ""

    @property
    def text(self) -> str:
        """The program, without the indentation that it has in the rule's file."""
        return textwrap.dedent(self.code).strip("\n") + "\n"

    @property
    def lines(self) -> list[int]:
        """The marked lines."""
        return [number for number, line in enumerate(self.text.split("\n"), 1) if line.rstrip().endswith(HERE)]


Found = Iterator[Finding]
Check = Callable[[Facts], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A question to the facts, with its manual and its examples."""

    id: str
    item: str
    severity: Severity
    check: Check
    sentence: str
    about: str
    why: str
    instead: str
    tradeoff: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    needs: tuple[Op, ...] = ()
    blind: frozenset[str] = frozenset()
    judges: Callable[[Facts], int] | None = None
    doubts: Callable[[Facts], str] | None = None
    strength: str = ""
    aliases: tuple[str, ...] = ()
    area: str = field(default="")

    def judged(self, facts: Facts) -> int:
        """How many things this rule has to look at in a program."""
        if facts.handovers:
            facts = replace(facts, scores=tuple(score for score in facts.scores if not score.elsewhere))
        if self.judges is not None:
            return self.judges(facts)
        return sum(1 for _ in facts.calls(*self.needs))

    def ask(self, facts: Facts) -> tuple[Finding, ...]:
        """The findings, complete, each place once and in order."""
        seen: dict[tuple[object, ...], Finding] = {}
        for finding in self.check(facts):
            whole = replace(finding, rule=self.id, item=self.item, severity=self.severity, tradeoff=finding.tradeoff or self.tradeoff)
            told = at_home(facts, whole)
            if told is not None:
                seen.setdefault((finding.place, finding.title), told)
        return tuple(sorted(seen.values(), key=lambda one: one.place.order))


def rule(
    *,
    item: str,
    severity: Severity,
    bad: tuple[Example, ...],
    good: tuple[Example, ...],
    needs: tuple[Op, ...] = (),
    blind: tuple[str, ...] = ("syntax", "budget", "depth", "language"),
    judges: Callable[[Facts], int] | None = None,
    doubts: Callable[[Facts], str] | None = None,
    strength: str = "",
    aliases: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Make a function a rule. Its name, its file's name and its id are one; its docstring is its manual.

    `needs`: without any event of these kinds the rule is not applicable. `blind`: gaps of these kinds leave the rule
    unknown where it would else be clean; `doubts` may name another reason. `judges` counts what is looked at; `strength`
    says of `{n}` such things (`{n:cell}`: of 1 cell, of 2 cells) that they are as they should be.
    """

    def make(check: Check) -> Rule:
        name = check.__name__
        file = inspect.getmodule(check)
        stem = file.__name__.rpartition(".")[2] if file is not None else name
        if stem != name:
            raise RuleError(f"{check.__module__}: the function is {name}, its file is {stem}.py")
        sentence, about, parts = _manual(name, inspect.getdoc(check) or "")
        if not bad or not good or not all(example.lines for example in bad):
            raise RuleError(f"{name}: a rule shows at least one bad example with a marked line, and one good one")
        return Rule(
            id=name.replace("_", "-"),
            item=item,
            severity=severity,
            check=check,
            sentence=sentence,
            about=about,
            why=parts["Why"],
            instead=parts["Instead"],
            tradeoff=parts["Trade-off"],
            bad=bad,
            good=good,
            needs=needs,
            blind=frozenset(blind),
            judges=judges,
            doubts=doubts,
            strength=strength,
            aliases=aliases,
            area=item.partition(".")[0],
        )

    return make


def _manual(name: str, text: str) -> tuple[str, str, dict[str, str]]:
    """The first paragraph of a docstring, the rest before its headings, and what stands under each of them."""
    pieces = re.split(rf"^({'|'.join(_HEADINGS)}):\s*", text, flags=re.MULTILINE)
    parts = {heading: " ".join(body.split()) for heading, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    lacking = [heading for heading in _HEADINGS if not parts.get(heading)]
    if lacking or not pieces[0].strip():
        raise RuleError(f"{name}: its docstring lacks {', '.join(lacking) or 'a first sentence'}")
    sentence, _, about = pieces[0].strip().partition("\n\n")
    return " ".join(sentence.split()), " ".join(about.split()), parts


def found(
    place: Place,
    title: str,
    issue: str,
    fix: str,
    certain: bool,
    related: Iterable[Related] = (),
    evidence: Iterable[tuple[str, str]] = (),
    edits: Iterable[Edit] = (),
    tradeoff: str = "",
) -> Finding:
    """What a rule has to say; the rest is the same for all its findings."""
    certainty = Certainty.CERTAIN if certain else Certainty.POSSIBLE
    proof = tuple(Evidence(name, value) for name, value in evidence)
    return Finding("", "", Severity.INFO, certainty, title, issue, fix, tradeoff, place, tuple(related), proof, tuple(edits))


def related(facts: Facts, role: str, place: Place, note: str = "") -> Related:
    """A place on the path, with its line."""
    return Related(role, place, facts.program.text(place).strip(), note)


def by_statement(leaks: Iterable[Leak]) -> Iterator[list[Leak]]:
    """Leaks by the statement that learned, and what it learned from: one finding for each, however the lines are broken."""
    groups: dict[tuple[object, ...], list[Leak]] = {}
    for leak in leaks:
        one = leak.learning
        groups.setdefault((one.place.path, one.place.cell, one.statement, one.subject), []).append(leak)
    yield from groups.values()
