"""A review → why it was decided so, and what would flip it, in words that the views for machines share."""

from __future__ import annotations

from ..model.review import Review
from .places import counted, suppressed


def flip(review: Review) -> str:
    """`the fixes of 2 findings, 1 answer (then: APPROVE)`; empty where nothing has to flip."""
    if not review.flip:
        return ""
    *ways, then = review.flip
    return f"{', '.join(ways)} ({then})" if ways else then


def other_reasons(review: Review) -> list[str]:
    """Why it was decided so, apart from what the findings that are shown, and the unread files, say themselves."""
    shown = counted(review)
    told = {f"{one.title} ({one.file})" for one in shown}
    told |= {f"{one.file} could not be read: {one.reason}" for one in review.unread}
    aside = {f"{one.title} ({one.file}) is " for one in suppressed(review)}
    return [reason for reason in review.because if reason not in told and reason[: reason.rfind(") is ") + 5] not in aside]
