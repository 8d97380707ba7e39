"""The files of one review → for a path that one of them reads, the programs of the others that may write it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from posixpath import basename, dirname, join, normpath

from ..model.program import Program
from .find import Found
from .mentions import BY, mentions
from .neighbours import Neighbours
from .program import read
from .source import Unreadable

FEW = 4  # programs that may write one file; of more it can't be told which does
LARGE = 8_000_000  # bytes of a file that is read for another
ADDED = (".npy", ".npz")  # what NumPy puts behind a name that has none
KEPT = 8  # programs that are kept for the next file that asks
Answer = tuple[str, str, tuple[str, ...]]  # who asked for which path, and which files were named


class Index:
    """Which file names what near a writing call: made once for a review, cheap to ask."""

    def __init__(self, files: Sequence[Found], names: Sequence[Sequence[str]]) -> None:
        self.files = files
        self._by_name: dict[str, dict[int, bool]] = {}  # by its last part: the files, and whether folders stand before it
        self._open: dict[str, list[tuple[int, str]]] = {}  # by folder: names that are put together when the program runs
        self._folders = [dirname(found.shown.replace(os.sep, "/")) for found in files]
        modules = {found.shown.replace(os.sep, "/").removesuffix(".py"): number for number, found in enumerate(files)}
        for number, mine in enumerate(names):
            for name in (*mine, *_of_modules(files[number], mine, modules, names)):
                last = basename(name) if not name.startswith(BY) else ""
                if "*" in last:
                    self._open.setdefault(self._folders[number], []).append((number, last))
                elif last:
                    by = self._by_name.setdefault(last, {})
                    by[number] = by.get(number, False) or last != name
        self._kept: dict[int, tuple[Program | None, frozenset[str]]] = {}

    def of(self, asker: str, path: str) -> tuple[int, ...]:
        """The files that may write a path of the file that asks, the nearest first; none where too many do."""
        path = normpath(path.replace("\\", "/")).partition("#")[0]
        last = basename(path)
        folder = dirname(asker.replace(os.sep, "/"))
        names = (last, last[:-4]) if last.endswith(ADDED) else (last,)
        near = {number: told for name in names for number, told in self._by_name.get(name, {}).items() if self.files[number].shown != asker}
        found = [number for number in near if self._folders[number] == folder]
        found += [number for number, told in near.items() if self._folders[number] != folder and (told or last != path)]
        for number, name in self._open.get(folder, ()) if not found else ():
            if len(found) > FEW:
                break
            if number not in found and self.files[number].shown != asker and _fits(last, name):
                found.append(number)
        return tuple(found) if len(found) <= FEW else ()

    def agrees(self, asked: Sequence[Answer]) -> bool:
        """Would every question get the same answer?"""
        return all(tuple(self.files[number].shown for number in self.of(asker, path)) == told for asker, path, told in asked)

    def program(self, number: int) -> tuple[Program | None, frozenset[str]]:
        """The program of a file, and every path that was read or looked for on the way to it."""
        if number not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[number] = _read(self.files[number])
        return self._kept[number]


class Writers:
    """Asks an index on behalf of one file, and remembers what was asked and read."""

    def __init__(self, index: Index | None, touched: set[str]) -> None:
        self._index, self._touched = index, touched
        self._asked: dict[tuple[str, str], tuple[int, ...]] = {}

    def __call__(self, asker: str, path: str) -> list[Program]:
        """The programs that may have written what lies at this path."""
        if self._index is None:
            return []
        found = self._asked.get((asker, path))
        if found is None:
            found = self._asked[asker, path] = self._index.of(asker, path)
        programs = []
        for number in found:
            program, touched = self._index.program(number)
            self._touched |= touched
            if program is not None:
                programs.append(program)
        return programs

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every question with its answer."""
        files = self._index.files if self._index is not None else ()
        return tuple((asker, path, tuple(files[number].shown for number in found)) for (asker, path), found in self._asked.items())


def _of_modules(found: Found, mine: Sequence[str], modules: Mapping[str, int], names: Sequence[Sequence[str]]) -> Iterator[str]:
    """The names that the modules of a file may write for it, as far as those are among the files."""
    folder = dirname(found.shown.replace(os.sep, "/"))
    for name in mine:
        if name.startswith(BY):
            number = modules.get(normpath(join(folder, name.removeprefix(BY))))
            yield from names[number] if number is not None else ()


def index_of(files: Sequence[Found]) -> Index | None:
    """The index of these files; of one alone there is nothing to ask."""
    return Index(files, [mentions(found.path) for found in files]) if len(files) > 1 else None


def _read(found: Found) -> tuple[Program | None, frozenset[str]]:
    touched = {os.path.abspath(found.path)}
    near = Neighbours(os.path.dirname(os.path.abspath(found.path)), touched=touched)
    try:
        program = read(found.path, found.shown, near) if os.path.getsize(found.path) <= LARGE else None
    except (Unreadable, OSError):
        program = None
    return program, frozenset(touched)


def _fits(name: str, pattern: str) -> bool:
    """Could the pattern have made this name? A pattern that says nothing but an ending does not count."""
    return fnmatchcase(name, re.sub(r"[\[\]?]", "*", pattern))
