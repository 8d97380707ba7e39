"""A baseline: the findings that an old repository begins with. They stay visible and decide nothing.

An entry is a finding's id, which is made of rule, file and the text of the line: it survives moved lines and cells. No
source text is kept in it, since that may hold what should not be copied.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ..model.plural import plural
from ..model.review import File, Reported, Review, RuleOutcome

FORMAT = "mlreview-baseline/1"
OPEN = ("crashed", "unknown", "skipped")  # a rule that ended so cannot say that a finding is gone


class BaselineError(Exception):
    """The file is no baseline; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding of a baseline. `file` is its way from the project's root."""

    id: str
    rule: str
    file: str
    title: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """A baseline that was written anew, and how it differs from the one before."""

    text: str
    entries: int
    added: int
    removed: int
    kept: int  # of files and rules that this review did not ask about


@dataclass(slots=True)
class Reach:
    """Which files were read, and which rule came to an end on which of them. `rules` are all that there are."""

    rules: Collection[str]
    files: set[str] = field(default_factory=set)
    ended: set[tuple[str, str]] = field(default_factory=set)

    def add(self, file: File, outcomes: Iterable[RuleOutcome]) -> None:
        """One file that was reviewed, and how the rules that were asked ended there."""
        if file.form != "unread":
            self.files.add(file.path)
            self.ended |= {(file.path, one.rule) for one in outcomes if one.outcome not in OPEN}

    def about(self, entry: Entry) -> bool:
        """Would the finding of this entry have been found, if it were still there? Nobody asks a rule that is no more."""
        return entry.file in self.files and (entry.rule not in self.rules or (entry.file, entry.rule) in self.ended)


def renew_baseline(review: Review, before: Mapping[str, Entry], rules: Collection[str], exists: Callable[[str], bool]) -> Renewed:
    """The baseline of a review, in an order that makes small diffs. What is allowed needs no entry.

    Entries of files and rules that were not asked about stay, unless their file is no more.
    """
    reach = Reach(rules)
    ended: dict[str, list[RuleOutcome]] = {}
    for outcome in review.outcomes:
        ended.setdefault(outcome.file, []).append(outcome)
    for file in review.files:
        reach.add(file, ended.get(file.file, ()))
    entries = {one.id: _entry(review, one) for one in review.findings if one.suppressed_by in (None, "baseline")}
    aside = {one.id: one.suppressed_by or "" for one in review.findings if one.id not in entries}
    kept = {
        one.id: one
        for one in before.values()
        if one.id not in entries
        and (aside[one.id].startswith("unchanged") if one.id in aside else not reach.about(one) and exists(one.file))
    }
    ordered = sorted((entries | kept).values(), key=lambda one: (one.file, one.rule, one.id))
    plain = [{"id": one.id, "rule": one.rule, "file": one.file, "title": one.title} for one in ordered]
    return Renewed(
        json.dumps({"format": FORMAT, "findings": plain}, indent=1, ensure_ascii=True) + "\n",
        len(ordered),
        len(entries.keys() - before.keys()),
        len(before.keys() - entries.keys() - kept.keys()),
        len(kept),
    )


def read_baseline(text: str) -> Mapping[str, Entry]:
    """Id → the entry."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise BaselineError("it is no baseline: it is not JSON") from None
    entries = content.get("findings") if isinstance(content, dict) and content.get("format") == FORMAT else None
    if not isinstance(entries, list) or not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in entries):
        raise BaselineError("it is no baseline of this version: --write-baseline writes one where no file stands")
    return {one["id"]: Entry(one["id"], *(str(one.get(key, "")) for key in ("rule", "file", "title"))) for one in entries}


def gone(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The notice that these entries match nothing any more; nothing where there are none."""
    told = [f"{one.rule} in {one.file}" for one in entries]
    if not told:
        return ()
    shown = "; ".join(told[:3]) + (f"; and {len(told) - 3} more" if len(told) > 3 else "")
    match = "matches nothing any more" if len(told) == 1 else "match nothing any more"
    return (f"baseline: {plural(len(told), 'entry')} {match} and can go with --write-baseline ({shown})",)


def _entry(review: Review, one: Reported) -> Entry:
    known = next((file.path for file in review.files if file.file == one.file), None)
    path = posixpath.normpath(posixpath.join(review.base, one.file.replace("\\", "/"))) if known is None else known
    return Entry(one.id, one.rule, path, one.title)
