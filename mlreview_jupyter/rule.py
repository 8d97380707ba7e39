"""All that the author of a rule imports: the decorator, examples, findings and edits."""

from __future__ import annotations

import inspect
import io
import re
import textwrap
import tokenize
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from .model.balance import Balance, drawn, only, same_values
from .model.facts import Draw, Event, Facts, Leak, Learning, MissingName, Role, Score
from .model.finding import Certainty, Edit, Evidence, Finding, Related, Severity
from .model.fits import Fit, by_source, fits
from .model.local import LocalPath, Whose
from .model.ops import Learns, Metric, Op
from .model.program import Place
from .model.rows import Overlap
from .model.secret import Secret
from .model.stale import Proof, StaleOutput

__all__ = [
    "Balance",
    "Certainty",
    "Draw",
    "Edit",
    "Event",
    "Evidence",
    "Example",
    "Facts",
    "Finding",
    "Fit",
    "Found",
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
    "Whose",
    "add_keyword",
    "by_source",
    "by_statement",
    "drawn",
    "fits",
    "found",
    "only",
    "related",
    "rule",
    "same_values",
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
        if self.judges is not None:
            return self.judges(facts)
        return sum(1 for _ in facts.calls(*self.needs))

    def ask(self, facts: Facts) -> tuple[Finding, ...]:
        """The findings, complete, each place once and in order."""
        seen: dict[tuple[object, ...], Finding] = {}
        for finding in self.check(facts):
            whole = replace(finding, rule=self.id, item=self.item, severity=self.severity, tradeoff=finding.tradeoff or self.tradeoff)
            seen.setdefault((finding.place, finding.title), whole)
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
    says of `{n}` such things that they are as they should be.
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


def add_keyword(facts: Facts, event: Event, keyword: str, value: str, safe: bool = False) -> tuple[Edit, ...]:
    """The edit that gives a call one more keyword argument, or another value to one that is None."""
    place = event.place
    lines = [facts.program.text(replace(place, line=line)) for line in range(place.line, place.end_line + 1)]
    if not lines or place.end_line - place.line > 60:
        return ()
    tokens = _tokens(lines, place)
    if len(tokens) < 2 or tokens[-1].string != ")":
        return ()
    for at, token in enumerate(tokens[:-2]):
        if token.string == keyword and tokens[at + 1].string == "=" and tokens[at + 2].string == "None":
            return (_edit(place, tokens[at + 2], tokens[at + 2], "None", value, safe),)
    if any(token.string == keyword for token in tokens):
        return ()
    last = tokens[-2]
    comma = last.string == ","
    new = f"{keyword}={value}"
    if last.string == "(":
        text = f"({new}"
    elif comma and last.end[0] < tokens[-1].start[0]:  # one argument a line, as formatters write it
        indent = lines[last.start[0] - 1]
        text = f",\n{indent[: len(indent) - len(indent.lstrip())]}{new},"
    else:
        text = f"{last.string}{' ' if comma else ', '}{new}"
    return (_edit(place, last, last, last.string, text, safe),)


def _tokens(lines: list[str], place: Place) -> list[tokenize.TokenInfo]:
    """The tokens of a call, at their columns. What stands before it is blanked; a bracket keeps its indentation from meaning anything."""
    last = len(lines) - 1
    cut = [line[: place.end_column] if number == last else line for number, line in enumerate(lines)]
    cut[0] = "(".ljust(place.column) + cut[0][place.column :] if place.column else cut[0]
    skipped = {tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    tokens: list[tokenize.TokenInfo] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(cut)).readline):
            if token.type not in skipped:
                tokens.append(token)
    except (tokenize.TokenError, SyntaxError):
        pass  # the bracket in front is never closed
    return tokens


def _edit(place: Place, first: tokenize.TokenInfo, last: tokenize.TokenInfo, expected: str, new: str, safe: bool) -> Edit:
    span = replace(
        place, line=place.line + first.start[0] - 1, column=first.start[1], end_line=place.line + last.end[0] - 1, end_column=last.end[1]
    )
    return Edit(span, expected, new, safe)
