"""`Review` → GitLab's code quality report: a list of findings, and an entry for each file that could not be read or judged in full.

The format has no room for a decision; the exit code carries it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from ..model.plural import plural
from ..model.review import Review
from .inert import inert
from .places import counted, place, uri
from .tally import unsettled

SEVERITIES = {"critical": "blocker", "high": "critical", "medium": "major", "low": "minor", "info": "info"}


def render(review: Review) -> str:
    """Strict JSON in plain ASCII."""
    return json.dumps(list(_entries(review)), indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def _entries(review: Review) -> Iterator[dict[str, object]]:
    for trouble in review.unread:
        yield _entry(review, f"Cannot be read: {trouble.reason}", "not-read", "blocker", trouble.file, None)
    for one in counted(review):
        text = f"{one.title} ({place(one)}, {one.certainty}). {one.issue} Fix: {one.fix}"
        yield _entry(review, text, one.rule, SEVERITIES[one.severity], one.file, one.physical_line, one.id)
    open_by_file: dict[str, list[str]] = {}
    for rule in unsettled(review):
        open_by_file.setdefault(rule.file, []).append(f"{rule.rule} ({rule.outcome}: {rule.reason})")
    for gap in review.gaps:
        open_by_file.setdefault(gap.spot.file, []).append(f"{place(gap.spot)} ({gap.reason})")
    for file, some in open_by_file.items():
        yield _entry(review, f"Not judged in full, {plural(len(some), 'reason')}: {'; '.join(some)}", "not-judged", "info", file, None)


def _entry(
    review: Review, text: str, rule: str, severity: str, file: str, line: int | None, fingerprint: str | None = None
) -> dict[str, object]:
    path = uri(review, file)
    if fingerprint is None:  # one such entry a file, so that a merge request shows it when it is new
        fingerprint = hashlib.sha256(f"{rule}\n{path}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return {
        "type": "issue",
        "description": inert(text),
        "check_name": inert(rule),
        "fingerprint": inert(fingerprint),
        "severity": severity,
        "location": {"path": inert(path), "lines": {"begin": line or 1}},
    }
