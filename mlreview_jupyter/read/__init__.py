"""Saved things → `Program`. Nothing that is read is ever imported or run."""

from .find import Found, find
from .program import Unreadable, read
from .physical import physical_line

__all__ = ["Found", "Unreadable", "find", "physical_line", "read"]
