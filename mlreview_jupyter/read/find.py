"""Which files a path stands for: itself, the notebooks and scripts of a folder, or those that a pattern matches."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .patterns import Ignored, matches
from .project import find_project

SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages", "build", "dist"})
KINDS = (".ipynb", ".py")
DEEPEST = 200


class Found(NamedTuple):
    """A file, the name under which it is spoken of, and whether somebody named it."""

    path: str
    shown: str
    named: bool


@dataclass(slots=True)
class Search:
    """What was found, what is nothing, and what was left out, by the reason."""

    files: list[Found] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)  # links that lead out of the folder, or nowhere
    excluded: list[str] = field(default_factory=list)  # by the settings
    insisted: list[str] = field(default_factory=list)  # named, though the settings leave them out
    everything: list[str] = field(default_factory=list)  # folders of which the settings would leave nothing


def find(paths: Iterable[str]) -> tuple[list[Found], list[str]]:
    """The files to review, each once and sorted, and the paths that are nothing."""
    told = search(paths)
    return told.files, told.missing


def search(paths: Iterable[str], exclude: Sequence[str] = ()) -> Search:
    """The same with what was left out. What was named is never left out."""
    told = Search()
    files: dict[tuple[int, int] | str, Found] = {}
    for path in paths:
        if os.path.isdir(path) and not path.endswith(".ipynb"):
            _folder(path, exclude, told, files)
        elif os.path.lexists(path):
            files[_identity(path)] = Found(path, os.path.normpath(path), True)
        elif glob.has_magic(path):
            inside = [one for one in sorted(glob.iglob(path, recursive=True)) if os.path.isdir(one) or one.endswith(KINDS)]
            for one in inside:
                if os.path.isdir(one) and not one.endswith(".ipynb"):
                    if not path.endswith("**"):
                        _folder(one, exclude, told, files)
                else:
                    files.setdefault(_identity(one), Found(one, os.path.normpath(one), True))
            if not inside:
                told.missing.append(path)
        else:
            told.missing.append(path)
    told.files = sorted(files.values(), key=lambda found: found.shown)
    if exclude:
        told.insisted = [one.shown for one in told.files if one.named and matches(exclude, find_project(one.path).key(one.path))]
    return told


def _folder(folder: str, exclude: Sequence[str], told: Search, files: dict[tuple[int, int] | str, Found]) -> None:
    key = find_project(folder).key
    left: list[Found] = []
    before = len(files)
    for path in _walk(folder, told.outside):
        found = Found(path, os.path.normpath(path), False)
        if exclude and matches(exclude, key(path)):
            left.append(found)
        else:
            files.setdefault(_identity(path), found)
    if left and len(files) == before:  # a setting that leaves out everything is not obeyed
        told.everything.append(os.path.normpath(folder))
        for found in left:
            files.setdefault(_identity(found.path), found)
    else:
        told.excluded.extend(found.shown for found in left)


def _identity(path: str) -> tuple[int, int] | str:
    """Two names of one file are one file."""
    try:
        status = os.stat(path)
    except OSError:
        return path
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)


def _walk(folder: str, outside: list[str]) -> Iterator[str]:
    root = os.path.realpath(folder)
    project = find_project(folder)
    ignored = {folder: _above(folder, project.root)}
    for here, folders, names in os.walk(folder, followlinks=False):
        ignore = ignored.pop(here, Ignored())
        if here.count(os.sep) - folder.count(os.sep) > DEEPEST or "pyvenv.cfg" in names:
            folders.clear()
            continue
        if ".gitignore" in names:
            ignore = ignore.within(project.key(here).removeprefix("."), _lines(os.path.join(here, ".gitignore")))
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in SKIPPED and not (ignore.folders and ignore(_way(project.key(here), name), True))
        )
        for name in folders:
            ignored[os.path.join(here, name)] = ignore
        for name in sorted(names):
            path = os.path.join(here, name)
            if not name.endswith(KINDS) or name.startswith(".") or (ignore.folders and ignore(_way(project.key(here), name), False)):
                continue
            if os.path.islink(path):
                real = os.path.realpath(path)
                if not os.path.exists(path) or not (real == root or real.startswith(root.rstrip(os.sep) + os.sep)):
                    outside.append(os.path.normpath(path))
                    continue
            if not _folderlike(path):
                yield path


def _folderlike(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except OSError:
        return False


def _way(home: str, name: str) -> str:
    return name if home in ("", ".") else f"{home}/{name}"


def _above(folder: str, root: str | None) -> Ignored:
    """What the `.gitignore` files between a project's root and this folder say."""
    ignore = Ignored()
    if root is None:
        return ignore
    way = os.path.relpath(os.path.abspath(folder), root)
    parts = [] if way == "." else way.split(os.sep)
    ignore = ignore.within("", _lines(os.path.join(root, ".git", "info", "exclude")))
    for count in range(len(parts)):
        ignore = ignore.within("/".join(parts[:count]), _lines(os.path.join(root, *parts[:count], ".gitignore")))
    return ignore


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read(1_000_000)
    except OSError:
        return []
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
