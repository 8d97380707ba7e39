"""The local modules and `%run` targets that a program names, read along with it."""

from __future__ import annotations

import os
import re
from typing import Protocol

from ..model.program import Form, Program
from .source import Unreadable

_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import|import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*))",
    re.MULTILINE,
)
_RUN = re.compile(
    r"""(?:%run[ \t]+(?:-\w+[ \t]+)*|run_line_magic\(\s{0,9}['"]run['"]\s{0,9},\s{0,9}['"])(['"]?)([^'"\n]+?)\1(?:['"]?\s{0,9}\)|[ \t]|$)""",
    re.MULTILINE,
)
DEEP = 4
MANY = 40
LARGE = 1_000_000


class Reader(Protocol):
    """How a file is read."""

    def __call__(self, path: str, shown: str | None = None, neighbours: Neighbours | None = None) -> Program: ...


class Neighbours:
    """Finds what stands beside a file. One for each folder; listings are read once.

    `touched`: every path that was read or looked for, so that somebody who keeps the result knows when it is out of date.
    """

    def __init__(self, folder: str, seen: dict[str, Program] | None = None, depth: int = 0, touched: set[str] | None = None) -> None:
        self.folder = folder
        self.depth = depth
        self.touched: set[str] = set() if touched is None else touched
        self.seen: dict[str, Program] = {} if seen is None else seen
        self._names: dict[str, frozenset[str]] = {}

    def of(self, program: Program, reader: Reader, shown: str) -> dict[str, Program]:
        """Modules by the name under which they are imported, `%run` targets by `run:` and what is written."""
        if self.depth > DEEP or not program.steps:
            return {}
        found: dict[str, Program] = {}
        base = os.path.dirname(shown)
        for step in program.steps:
            source = step.cell.source
            if "import" in source:
                for plain, listed in _IMPORT.findall(source):
                    for name in [plain] if plain else [part.split()[0] for part in listed.split(",")]:
                        self._module(name, found, reader, base)
            if "run" in source:
                for _, target in _RUN.findall(source):
                    self._target(target.strip(), found, reader, base)
        return found

    def _module(self, name: str, found: dict[str, Program], reader: Reader, base: str) -> None:
        parts = name.strip(".").split(".")
        if not parts[0] or name in found:
            return
        if parts[0] not in self._listing(self.folder):
            first = os.path.join(self.folder, parts[0])
            self.touched.update((first, first + ".py"))
            return
        for count in range(len(parts), 0, -1):
            stem = os.path.join(self.folder, *parts[:count])
            for candidate in (stem + ".py", os.path.join(stem, "__init__.py")):
                self.touched.add(candidate)
                if os.path.isfile(candidate):
                    self._add(".".join(parts[:count]), candidate, found, reader, base)
                    return

    def _target(self, target: str, found: dict[str, Program], reader: Reader, base: str) -> None:
        for candidate in (target, target + ".py", target + ".ipynb"):
            path = os.path.join(self.folder, candidate)
            self.touched.add(path)
            if candidate.endswith((".py", ".ipynb")) and os.path.isfile(path):
                self._add("run:" + target, path, found, reader, base)
                return

    def _add(self, key: str, path: str, found: dict[str, Program], reader: Reader, base: str) -> None:
        real = os.path.realpath(path)
        if real not in self.seen:
            if len(self.seen) >= MANY or os.path.getsize(real) > LARGE:
                return
            shown = os.path.normpath(os.path.join(base, os.path.relpath(path, self.folder)))
            self.seen[real] = Program(shown, Form.SCRIPT, ())  # whoever imports in a circle meets an empty module
            inner = Neighbours(os.path.dirname(path), self.seen, self.depth + 1, self.touched)
            try:
                self.seen[real] = reader(path, shown, inner)
            except Unreadable:
                return
        found[key] = self.seen[real]

    def _listing(self, folder: str) -> frozenset[str]:
        if folder not in self._names:
            try:
                names = os.listdir(folder)
            except OSError:
                names = []
            self._names[folder] = frozenset(name.removesuffix(".py") for name in names)
        return self._names[folder]
