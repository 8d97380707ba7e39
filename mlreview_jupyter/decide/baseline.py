"""A baseline: the findings that an old repository begins with. They stay visible and decide nothing.

An entry is a finding's id, which is made of rule, file and the text of the line: it survives moved lines and cells. No
source text is kept in it, since that may hold what should not be copied.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..model.review import Review

FORMAT = "mlreview-baseline/1"


class BaselineError(Exception):
    """The file is no baseline; the message says why."""


def write_baseline(review: Review) -> tuple[str, int]:
    """The baseline of a review, in an order that makes small diffs, and how many findings are in it. What is allowed needs none."""
    entries = [
        {"id": one.id, "rule": one.rule, "file": _path(review, one.file), "title": one.title}
        for one in review.findings
        if one.suppressed_by is None or one.suppressed_by == "baseline"
    ]
    ordered = sorted(entries, key=lambda one: (one["file"], one["rule"], one["id"]))
    return json.dumps({"format": FORMAT, "findings": ordered}, indent=1, ensure_ascii=True) + "\n", len(entries)


def read_baseline(text: str) -> Mapping[str, str]:
    """Id → what it was about."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise BaselineError("it is not JSON") from None
    entries = content.get("findings") if isinstance(content, dict) and content.get("format") == FORMAT else None
    if not isinstance(entries, list) or not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in entries):
        raise BaselineError("it is no baseline of this version: write it anew with --write-baseline")
    return {one["id"]: f"{one.get('rule', '')} in {one.get('file', '')}" for one in entries}


def _path(review: Review, file: str) -> str:
    return next((one.path for one in review.files if one.file == file), file)
