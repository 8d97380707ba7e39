"""Allowances in a program: `# mlreview: allow RULE -- REASON` on a line or over a cell, in a Markdown cell, or in a cell's metadata.

Each is told with what it covers. One that says no reason, or names no rule that exists, covers nothing, and is told too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model.finding import Finding
from ..model.program import Cell, Form, Program
from ..model.review import Allowance
from ..syntax.comments import comments, opening
from ..syntax.logical import statement_starts
from .clause import SIGN, clauses, meant
from .prose import written

_CELL_MARK = re.compile(r"#[ \t]*(?:%%|In\[|<(?:code|markdown)cell>)")
MOST = 50  # allowances in one cell's metadata
ELSEWHERE = "the metadata of a notebook allows nothing: the metadata of a cell does, and [[allow]] in the configuration"


class _Word(NamedTuple):
    """One allowance as it was found: where it stands, the cells that it covers, and the lines in them (none: all of them)."""

    text: str
    cell: Cell | None
    line: int | None
    cells: tuple[Cell, ...]
    lines: frozenset[int] | None = None
    problem: str = ""


def find_allowances(
    program: Program, findings: Sequence[Finding], known: Mapping[str, str]
) -> tuple[tuple[Allowance, ...], tuple[tuple[int, ...], ...]]:
    """The allowances of a program, and for each the numbers of the findings that it covers. `known`: name or former name → rule."""
    told: list[Allowance] = []
    covers: list[tuple[int, ...]] = []
    in_notebook = program.form is Form.NOTEBOOK
    for word in _words(program, known):
        cell = word.cell
        origin = "line" if word.lines is not None else "file" if word.cells is program.cells else "cell"
        line = word.line if word.line is None or cell is None or in_notebook else word.line + cell.first_line - 1
        for rule, reason, problem in clauses(word.text, known):
            problem = word.problem or problem
            covered = () if problem else _covered(word, rule, findings, program)
            told.append(Allowance(rule, reason, origin, program.path, cell.index if in_notebook and cell else None, line, 0, problem))
            covers.append(covered)
    return tuple(told), tuple(covers)


def lent_allowances(writer: Program, findings: Sequence[Finding], known: Mapping[str, str]) -> Iterator[tuple[Allowance, tuple[int, ...]]]:
    """The allowances in another program that cover findings which began there, each with the numbers of those."""
    begun = [
        (number, replace(finding, place=step.place))
        for number, finding in enumerate(findings)
        for step in finding.related
        if step.place.path == writer.path
    ]
    if begun:
        for allowance, covered in zip(*find_allowances(writer, [finding for _, finding in begun], known), strict=True):
            if covered:
                yield allowance, tuple(dict.fromkeys(begun[at][0] for at in covered))


def _covered(word: _Word, rule: str, findings: Sequence[Finding], program: Program) -> tuple[int, ...]:
    return tuple(
        number
        for number, finding in enumerate(findings)
        if finding.rule == rule
        and finding.place.path == program.path
        and any(_covers(word, cell, finding, program.form is Form.NOTEBOOK) for cell in word.cells)
    )


def _covers(word: _Word, cell: Cell, finding: Finding, in_notebook: bool) -> bool:
    place = finding.place
    if in_notebook:
        return place.cell == cell.index and (word.lines is None or (not place.part and place.line in word.lines))
    line = place.line - cell.first_line + 1
    return 1 <= line <= cell.source.count("\n") + 1 and (word.lines is None or line in word.lines)


def _words(program: Program, known: Mapping[str, str]) -> Iterator[_Word]:
    for text in list(_said(program.metadata))[:1]:
        yield _Word(text, None, None, (), None, ELSEWHERE)
    for number, cell in enumerate(program.cells):
        for text in _said(cell.metadata):
            yield _Word(text, cell, None, (cell,))
        if SIGN.search(cell.source) is None:
            continue
        if cell.kind == "code":
            yield from _of_code(program, cell, known)
            continue
        below = next((one for one in program.cells[number + 1 :] if one.kind == "code" and one.source.strip()), cell)
        for text, line, problem in written(cell.source, known):
            yield _Word(text, cell, line, (cell, below), None, problem)


def _of_code(program: Program, cell: Cell, known: Mapping[str, str]) -> Iterator[_Word]:
    lines = cell.source.split("\n")
    starts = sorted(statement_starts(cell.source))
    filled = [number for number, line in enumerate(lines, 1) if line.strip()[:1] not in ("", "#")]
    opens = opening(cell.source)
    for comment in comments(cell.source):
        for text in meant(comment.text, known):
            if comment.line < opens and (comment.alone or lines[comment.line - 1].lstrip().startswith("%%")):
                yield _Word(text, cell, comment.line, program.cells if _heads(program, cell) else (cell,))
                continue
            # On a line of its own, it speaks of the statement below.
            after = bisect_right(filled, comment.line)
            at = filled[after] if comment.alone and after < len(filled) else comment.line
            next_start = bisect_right(starts, at)
            first = starts[next_start - 1] if next_start else 1
            end = starts[next_start] if next_start < len(starts) else len(lines) + 1
            yield _Word(text, cell, comment.line, (cell,), frozenset(range(first, end)))


def _heads(program: Program, cell: Cell) -> bool:
    """Is this the head of a script: all of it, or what stands above the first cell mark?"""
    if program.form is Form.PERCENT:
        return cell.index == 0 and cell.first_line == 1 and _CELL_MARK.match(cell.source) is None
    return program.form is Form.SCRIPT


def _said(metadata: Mapping[str, object]) -> Iterator[str]:
    told = metadata.get("mlreview") if metadata else None
    for word, value in list(told.items())[:MOST] if isinstance(told, dict) else ():
        if str(word).lower() != "allow":
            yield f"{word} "
        elif isinstance(value, dict):
            yield from (f"allow {rule} -- {reason if isinstance(reason, str) else ''}" for rule, reason in list(value.items())[:MOST])
        elif isinstance(value, list):
            yield from (f"allow {one if isinstance(one, str) else '?'}" for one in value[:MOST])
        else:
            yield "allow ?"
