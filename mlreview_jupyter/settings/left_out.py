"""A search for files → what it left out, and where it did not obey `exclude`, in a line each."""

from __future__ import annotations

from ..model.plural import listed, plural
from ..read import Search


def left_out(found: Search) -> list[str]:
    """The notices, so that nobody takes a file for reviewed that was not, or for left out that was reviewed."""
    told = []
    if found.outside:
        told.append(f"not followed, since they lead nowhere or out of the folder: {listed(found.outside)}")
    if found.excluded:
        told.append(f"left out by exclude: {plural(len(found.excluded), 'file')} below the named folders")
    if found.everything:
        told.append(f"exclude is not obeyed where it leaves out all that was named: {listed(found.everything)}")
    if found.insisted:
        told.append(f"reviewed though exclude leaves them out, since they were named: {listed(found.insisted)}")
    return told
