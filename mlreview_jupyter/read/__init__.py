"""Saved things → `Program`. Nothing that is read is ever imported or run."""

from .checks import find_checks
from .find import Found, find
from .physical import physical_line
from .program import Unreadable, read

__all__ = ["Found", "Unreadable", "find", "find_checks", "physical_line", "read"]
