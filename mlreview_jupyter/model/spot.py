"""A place as the world outside sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Spot:
    """A place as the world outside sees it, with the line of the file as it lies on disk."""

    file: str
    cell: int | None
    cell_id: str | None
    execution_count: int | None
    line: int
    column: int
    end_line: int
    end_column: int
    physical_line: int | None
    part: str = ""  # not in the source, but in this text of the cell: `outputs/0/text`
