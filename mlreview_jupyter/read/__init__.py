"""Saved things → `Program`. Nothing that is read is ever imported or run."""

from .checks import find_checks
from .find import Found, Search, find, search
from .mentions import mentions
from .neighbours import Neighbours
from .patterns import matches
from .physical import physical_line, positions
from .program import Unreadable, read, read_data
from .project import Project, find_project, folders_above
from .source import read_bytes
from .unparsed import unparsed
from .writers import Answer, Index, Writers, index_of

__all__ = [
    "Answer",
    "Found",
    "Index",
    "Neighbours",
    "Project",
    "Search",
    "Unreadable",
    "Writers",
    "find",
    "find_checks",
    "find_project",
    "folders_above",
    "index_of",
    "matches",
    "mentions",
    "physical_line",
    "positions",
    "read",
    "read_bytes",
    "read_data",
    "search",
    "unparsed",
]
