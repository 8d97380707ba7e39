"""Allowances in a program: `# mlreview: allow RULE -- REASON` on a line or over a cell, or a cell's metadata.

Each is told with what it covers. One that says no reason, or names no rule that exists, covers nothing, and is told too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model.finding import Finding
from ..model.program import Cell, Form, Program
from ..model.review import Allowance
from ..syntax.comments import comments
from ..syntax.logical import statement_starts

_NAME = re.compile(r"[A-Za-z][\w-]{0,80}")
_MARKDOWN = re.compile(r"<!--\s{0,20}mlreview:([^\n>]{0,400}?)-->")
_START = re.compile(r"\s{0,20}mlreview\s{0,5}:\s{0,20}")
LONGEST = 300  # characters of a reason


class _Word(NamedTuple):
    """One allowance as it was found: where it stands, and the lines that it covers (none: the whole cell)."""

    text: str
    cell: Cell
    line: int | None
    lines: frozenset[int] | None


def find_allowances(
    program: Program, findings: Sequence[Finding], known: Mapping[str, str]
) -> tuple[tuple[Allowance, ...], tuple[tuple[int, ...], ...]]:
    """The allowances of a program, and for each the numbers of the findings that it covers. `known`: name or former name → rule."""
    told: list[Allowance] = []
    covers: list[tuple[int, ...]] = []
    for word in _words(program):
        rules, reason, problem = _parse(word.text)
        whole_file = program.form is Form.SCRIPT and word.lines is None
        origin = "line" if word.lines is not None else "file" if whole_file else "cell"
        in_notebook = program.form is Form.NOTEBOOK
        line = word.line if word.line is None or in_notebook else word.line + word.cell.first_line - 1
        for name in rules or [""]:
            rule = known.get(name, "")
            trouble = problem or ("" if rule else f"no rule is called {name}")
            covered = () if trouble else _covered(word, rule, findings, in_notebook)
            told.append(Allowance(rule or name, reason, origin, program.path, word.cell.index if in_notebook else None, line, 0, trouble))
            covers.append(covered)
    return tuple(told), tuple(covers)


def _covered(word: _Word, rule: str, findings: Sequence[Finding], in_notebook: bool) -> tuple[int, ...]:
    cell = word.cell
    last = cell.first_line + cell.source.count("\n")
    out = []
    for number, finding in enumerate(findings):
        place = finding.place
        if finding.rule != rule:
            continue
        if in_notebook:
            if place.cell != cell.index or (place.part and word.lines is not None):
                continue
            line = place.line
        else:
            if not cell.first_line <= place.line <= last:
                continue
            line = place.line - cell.first_line + 1
        if word.lines is None or line in word.lines:
            out.append(number)
    return tuple(out)


def _words(program: Program) -> Iterator[_Word]:
    for cell in program.cells:
        yield from _of_metadata(cell)
        if "mlreview" not in cell.source:
            continue
        if cell.kind != "code":
            for found in _MARKDOWN.finditer(cell.source):
                yield _Word(found.group(1), cell, cell.source.count("\n", 0, found.start()) + 1, None)
            continue
        lines = cell.source.split("\n")
        starts = sorted(statement_starts(cell.source))
        for comment in comments(cell.source):
            begin = _START.match(comment.text)
            if begin is None:
                continue
            text = comment.text[begin.end() :]
            if comment.alone and _opens(lines, comment.line):
                yield _Word(text, cell, comment.line, None)
                continue
            at = comment.line
            if comment.alone:  # it speaks of the statement below
                at = next((n for n in range(comment.line + 1, len(lines) + 1) if lines[n - 1].strip()[:1] not in ("", "#")), comment.line)
            first = max((one for one in starts if one <= at), default=1)
            end = next((one for one in starts if one > at), len(lines) + 1)
            yield _Word(text, cell, comment.line, frozenset(range(first, end)))


def _opens(lines: Sequence[str], number: int) -> bool:
    """Nothing but cell marks, magics of the whole cell, and other comments stands above this line."""
    return all(not line.strip() or line.lstrip().startswith(("#", "%%")) for line in lines[: number - 1])


def _of_metadata(cell: Cell) -> Iterator[_Word]:
    told = cell.metadata.get("mlreview") if cell.metadata else None
    allow = told.get("allow") if isinstance(told, dict) else None
    if isinstance(allow, dict):
        for rule, reason in list(allow.items())[:50]:
            yield _Word(f"allow {rule} -- {reason if isinstance(reason, str) else ''}", cell, None, None)
    elif isinstance(allow, list):
        for one in allow[:50]:
            yield _Word(f"allow {one if isinstance(one, str) else '?'}", cell, None, None)
    elif allow is not None:
        yield _Word("allow ?", cell, None, None)


def _parse(text: str) -> tuple[list[str], str, str]:
    """The rules it names, the reason, and what is wrong with it."""
    word, _, rest = text.strip().partition(" ")
    if word != "allow":
        return [], "", f"`{word[:40]}` is no word for mlreview: write `allow RULE -- REASON`"
    for mark in ("--", "—", "–"):
        names, found, reason = rest.partition(mark)
        if found:
            break
    named = names.replace(",", " ").split()[:20]
    rules = [name.lower().replace("_", "-") for name in named if _NAME.fullmatch(name)]
    reason = " ".join(reason.split())[:LONGEST]
    if not rules or len(rules) != len(named):
        return rules[:1], reason, "it names no rule: write `allow RULE -- REASON`"
    if not any(letter.isalnum() for letter in reason):
        return rules, reason, "it gives no reason: write `allow RULE -- REASON`"
    return rules, reason, ""
