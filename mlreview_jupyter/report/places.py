"""Where something stands, in the words and paths of the views; and which findings a view shows."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from itertools import groupby

from ..model.finding import Severity
from ..model.program import where
from ..model.review import Reported, Review, Spot


def place(one: Reported | Spot) -> str:
    """`cell 4:2`, `line 12`, `cell 4 output 0:2`."""
    return where(one.cell, one.line, one.part)


def uri(review: Review, file: str) -> str:
    """The path from the project's root, with slashes."""
    for known in review.files:
        if known.file == file:
            return known.path
    return posixpath.normpath(posixpath.join(review.base, file.replace("\\", "/")))


def counted(review: Review) -> tuple[Reported, ...]:
    """The findings that a view shows: not suppressed, and severe enough for what was asked."""
    floor = Severity(review.shown_from).rank
    return tuple(one for one in review.findings if one.suppressed_by is None and Severity(one.severity).rank <= floor)


def suppressed(review: Review) -> tuple[Reported, ...]:
    """The findings that were allowed, stand in the baseline, or in lines that did not change."""
    return tuple(one for one in review.findings if one.suppressed_by is not None)


def by_file(findings: Iterable[Reported]) -> list[tuple[str, list[Reported]]]:
    """Findings by their file, in the order of names."""
    ordered = sorted(findings, key=lambda one: one.file)
    return [(file, list(group)) for file, group in groupby(ordered, key=lambda one: one.file)]
