"""Saved things → `Program`. Nothing that is read is ever imported or run."""

from .checks import find_checks
from .find import Found, Search, find, search
from .neighbours import Neighbours
from .patterns import matches
from .physical import physical_line, positions
from .program import Unreadable, read, read_data
from .project import Project, find_project, folders_above
from .source import read_bytes

__all__ = [
    "Found",
    "Neighbours",
    "Project",
    "Search",
    "Unreadable",
    "find",
    "find_checks",
    "find_project",
    "folders_above",
    "matches",
    "physical_line",
    "positions",
    "read",
    "read_bytes",
    "read_data",
    "search",
]
