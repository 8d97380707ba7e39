"""What changed since a revision: a finding counts if one of its places did. Git is asked for old contents, nothing else.

Cells are compared by their text and not by the lines of the file, so that a notebook that was only run again, or saved with
another layout, has not changed.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from difflib import SequenceMatcher

from .model.program import Cell
from .model.review import Reported, Spot
from .model.words import Refused
from .read import Project, Unreadable
from .read.notebook import parse_notebook
from .read.script import read_script
from .read.source import json_text, python_text

# Nothing that a repository configures may run a program of its own choice.
GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "--no-optional-locks")

BESIDES = -1


class SinceError(Refused):
    """The revision cannot be compared with; the message says why."""


class Since:
    """Compares files with how they stood where `revision` and the present state parted."""

    def __init__(self, revision: str, project: Project) -> None:
        if project.root is None or not os.path.exists(os.path.join(project.root, ".git")):
            raise SinceError("--since needs a git repository around the first path")
        self.root = project.root
        self.project = project
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        if found is None:
            raise SinceError(f"git knows no revision {revision}")
        commit = found.decode("ascii", "replace").strip()
        base = self._git("merge-base", commit, "HEAD")
        self.commit = base.decode("ascii", "replace").strip() if base else commit
        self._changed: dict[str, Mapping[int | None, frozenset[int]] | None] = {}

    def __call__(self, finding: Reported) -> bool:
        """Did one of its places change?"""
        spots: list[Reported | Spot] = [finding, *(step.spot for step in finding.related)]
        return any(self._spot(spot) for spot in spots)

    def _spot(self, spot: Reported | Spot) -> bool:
        changed = self._lines(spot.file)
        if changed is None:
            return True
        if spot.part:
            return bool(changed.get(None)) or BESIDES in changed.get(spot.cell, ())
        lines = changed.get(spot.cell, frozenset())
        return any(line in lines for line in range(spot.line, max(spot.line, min(spot.end_line, spot.line + 10_000)) + 1))

    def _lines(self, file: str) -> Mapping[int | None, frozenset[int]] | None:
        """By cell, the lines that are new or different (`BESIDES`: its outputs or metadata); None where there was no such file."""
        if file not in self._changed:
            old = self._git("cat-file", "blob", f"{self.commit}:{self.project.key(file)}")
            self._changed[file] = None if old is None else _compare(old, file)
        return self._changed[file]

    def _git(self, *words: str) -> bytes | None:
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {"GIT_TERMINAL_PROMPT": "0"}
        try:
            done = subprocess.run(
                [*GIT, *words], cwd=self.root, env=env, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False
            )
        except FileNotFoundError:
            raise SinceError("--since needs git, and there is none") from None
        except subprocess.TimeoutExpired:
            raise SinceError("git did not answer within a minute") from None
        return done.stdout if done.returncode == 0 else None


def _compare(old: bytes, file: str) -> Mapping[int | None, frozenset[int]] | None:
    notebook = file.endswith(".ipynb")
    try:
        before = _cells(old, notebook)
        with open(file, "rb") as stream:
            after = _cells(stream.read(), notebook)
    except (Unreadable, OSError):
        return None
    known = {cell.source for cell in after} & {cell.source for cell in before}  # as they were, wherever they stand now
    was = [line for cell in before if cell.source not in known for line in cell.source.split("\n")]
    now = [
        (cell.index if notebook else None, number, line)
        for cell in after
        if cell.source not in known
        for number, line in enumerate(cell.source.split("\n"), cell.first_line)
    ]
    same: set[int] = set()
    for _, start, size in SequenceMatcher(None, was, [line for _, _, line in now]).get_matching_blocks():
        same.update(range(start, start + size))
    changed: dict[int | None, set[int]] = {}
    for at, (index, number, _) in enumerate(now):
        if at not in same:
            changed.setdefault(index, set()).add(number)
    if notebook:
        shown = {_shown(cell) for cell in before}
        for cell in after:
            if _shown(cell) not in shown:
                changed.setdefault(cell.index, set()).add(BESIDES)
    return {index: frozenset(lines) for index, lines in changed.items()}


def _cells(data: bytes, notebook: bool) -> tuple[Cell, ...]:
    return parse_notebook(json_text(data)).cells if notebook else read_script(python_text(data))[1]


def _shown(cell: Cell) -> str:
    """What a cell holds besides its source."""
    return repr((cell.outputs, cell.metadata))
