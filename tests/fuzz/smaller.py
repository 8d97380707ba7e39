"""An input that shows a fault → a smaller one that shows the same: cells and lines are left out as long as it stays."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from .cases import Case
from .notebooks import of_cells

TRIES = 400


def smaller(whole: Case, shows: Callable[[Case], bool]) -> Case:
    """The smallest that was found in so many tries."""
    best, tries = whole, 0
    for make in (_by_cells, _by_lines):
        parts, build = make(best)
        size = max(1, len(parts) // 2)
        while size and parts and tries < TRIES:
            at = 0
            while at < len(parts) and tries < TRIES:
                tries += 1
                fewer = [*parts[:at], *parts[at + size :]]
                one = build(fewer)
                if fewer and shows(one):
                    parts, best = fewer, one
                else:
                    at += size
            size //= 2
    return best


def _cells(whole: Case) -> list[str] | None:
    """The sources of an ordinary notebook."""
    try:
        content = json.loads(whole.data)
        sources = [cell["source"] for cell in content["cells"]]
    except (ValueError, TypeError, KeyError):
        return None
    return ["".join(source) if isinstance(source, list) else source for source in sources] if sources else None


def _by_cells(whole: Case) -> tuple[list[str], Callable[[Sequence[str]], Case]]:
    cells = _cells(whole) if whole.name.endswith(".ipynb") and whole.make != "notebook" else None
    return cells or [], lambda parts: whole._replace(data=of_cells(list(parts)))


def _by_lines(whole: Case) -> tuple[list[str], Callable[[Sequence[str]], Case]]:
    cells = _cells(whole) if whole.name.endswith(".ipynb") and whole.make != "notebook" else None
    if cells is not None:
        return "\n".join(cells).split("\n"), lambda parts: whole._replace(data=of_cells(["\n".join(parts)]))
    if whole.name.endswith(".py"):
        lines = whole.data.decode("utf-8", "surrogateescape").split("\n")
        return lines, lambda parts: whole._replace(data="\n".join(parts).encode("utf-8", "surrogateescape"))
    return [], lambda parts: whole
