"""What changed since a revision → which findings count: those that the old state of their file did not have.

The old content of a changed file is reviewed as the present one is. A finding is an old one if that review has it too, no less
grave and no less certain, with the same text at each of its places: moved lines and cells alone make nothing new, a moved
split that spoils a score does. Local modules, and other files that write what this one reads, are read as they are now in
both, so lines of theirs count if they changed, as does every place where the old content cannot be read or a rule could not
judge it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.finding import Certainty, Severity
from ..model.review import NotJudged, Reported, Spot
from ..read import Found, Index, Project, Unreadable, Writers, read_bytes
from ..review import look
from ..rules import find_rules
from .content import Changed, Content, changed_lines, content_of, touches
from .git import Past, SinceError, is_blob

BLIND = frozenset({"syntax", "budget"})  # gaps that keep rules from what stands in a cell and below it


@dataclass(frozen=True, slots=True)
class _Mark:
    """What makes a finding the same as before: no less grave, no less certain, the same text in the same parts."""

    severity: int
    certainty: int
    path: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _File:
    """A file then and now. `old` is the name of its old content where that differs; `changed` is None where there was no such file."""

    old: bytes | None = None
    before: Content | None = None
    after: Content | None = None
    changed: Changed | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """The findings of an old content, and the rules that could not judge it."""

    marks: Mapping[str, _Mark]
    blind: frozenset[str]


class Since:
    """Compares files with how they stood where `revision` and the present state parted.

    `given`: present content that is no file's. `index`: the files that are reviewed together, which write what others read.
    """

    def __init__(self, revision: str, project: Project, given: Mapping[str, bytes] | None = None, index: Index | None = None) -> None:
        if project.root is None or not os.path.exists(os.path.join(project.root, ".git")):
            raise SinceError("--since needs a git repository around the first path")
        self.project = project
        self.root = os.path.realpath(project.root)
        self.given = given or {}
        self.index = index
        self.past = Past(project.root, revision)
        self._files: dict[str, _File] = {}
        self._reviews: dict[str, _Known | None] = {}

    def __call__(self, finding: Reported, file: str) -> bool:
        """Does a finding of the review of `file` count?"""
        spots: list[Reported | Spot] = [finding, *(step.spot for step in finding.related)]
        known = self._known(file)
        if known is None or finding.rule in known.blind:
            return any(self._touched(spot) for spot in spots)
        after = self._file(file).after
        was = known.marks.get(_key(finding, after))
        return was is None or _newer(_mark(finding, after, file), was) or any(self._touched(spot) for spot in spots if spot.file != file)

    def _touched(self, spot: Reported | Spot) -> bool:
        changed = self._file(spot.file).changed
        return changed is None or touches(changed, spot)

    def _file(self, file: str) -> _File:
        if file not in self._files:
            self._files[file] = self._compared(file)
        return self._files[file]

    def _compared(self, file: str) -> _File:
        try:
            now = self.given[file] if file in self.given else read_bytes(file)
            blob = self.past.blob(self._path(file))
            if blob is None:
                return _File()
            if is_blob(blob, now):
                return _File(changed={})
            old = self.past.content(blob)
            if old is None:
                return _File()
            before, after = content_of(old, file), content_of(now, file)
        except Unreadable:
            return _File()
        return _File(old, before, after, changed_lines(before, after))

    def _path(self, file: str) -> str:
        """The way from the root, whichever links lead to the file."""
        if file in self.given:
            return self.project.key(file)
        return os.path.relpath(os.path.realpath(file), self.root).replace(os.sep, "/")

    def _known(self, file: str) -> _Known | None:
        """The old review of a changed file; None where there is none."""
        if file not in self._reviews:
            self._reviews[file] = self._reviewed(file)
        return self._reviews[file]

    def _reviewed(self, file: str) -> _Known | None:
        one = self._file(file)
        if one.old is None or one.before is None or one.after is None:
            return None
        then = look(Found(file, file, True), find_rules(), self.project, data=one.old, others=Writers(self.index, set()))
        if then.trouble or any(gap.kind in BLIND and _mended(gap, one.before, one.after) for gap in then.gaps):
            return None
        allowed = {number for covered in then.covers for number in covered}  # an allowance that is gone leaves a finding that counts
        left = [finding for number, finding in enumerate(then.findings) if number not in allowed]
        marks = {_key(finding, one.before): _mark(finding, one.before, file) for finding in left}
        return _Known(marks, frozenset(outcome.rule for outcome in then.outcomes if outcome.outcome == "crashed"))


def _mended(gap: NotJudged, before: Content, after: Content) -> bool:
    """Was the cell edited that could not be read?"""
    cells = before.program.cells
    if gap.spot.cell is None:
        return not any(after.holds(cell.source) for cell in [one for one in cells if one.first_line <= gap.spot.line][-1:])
    return not any(after.holds(cell.source) for cell in cells if cell.index == gap.spot.cell)


def _key(finding: Reported, content: Content | None) -> str:
    """The id; of what stands in outputs or metadata, the rule and the text, since the id there names the cell by its number."""
    if not finding.part or content is None:
        return finding.id
    return f"{finding.rule}\n{finding.part.partition('/')[0]}\n{content.text(finding)}"


def _mark(finding: Reported, content: Content | None, file: str) -> _Mark:
    own: list[tuple[str, Reported | Spot]] = [("", finding), *((step.role, step.spot) for step in finding.related)]
    path = frozenset((role, content.text(spot)) for role, spot in own if spot.file == file) if content is not None else frozenset()
    return _Mark(Severity(finding.severity).rank, Certainty(finding.certainty).rank, path)


def _newer(now: _Mark, was: _Mark) -> bool:
    return now.severity < was.severity or now.certainty < was.certainty or not now.path <= was.path
