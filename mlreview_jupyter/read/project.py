"""The project around a path: its root, and the way of each file from there."""

from __future__ import annotations

import os
from dataclasses import dataclass

SIGNS = ("pyproject.toml", ".mlreview.toml", "setup.py", "setup.cfg")


@dataclass(frozen=True, slots=True)
class Project:
    """A root folder; without one, files are named from where we stand."""

    root: str | None

    @property
    def base(self) -> str:
        """The way from the root to where we stand, with slashes; empty where that is not below it."""
        if self.root is None:
            return ""
        way = _relative(os.getcwd(), self.root)
        return "" if way == "." or way.startswith("..") else way

    def key(self, path: str) -> str:
        """The way to a file from the root, with slashes: the same wherever we stand."""
        if self.root is None:
            return os.path.normpath(path).replace(os.sep, "/")
        way = _relative(os.path.abspath(path), self.root)
        return os.path.normpath(path).replace(os.sep, "/") if way.startswith("..") else way


def find_project(path: str) -> Project:
    """The project that a path lies in: its repository, else the nearest folder that looks like a project's."""
    folder = os.path.abspath(path)
    folder = folder if os.path.isdir(folder) else os.path.dirname(folder)
    return Project(_above(folder, (".git",)) or nearest_sign(folder))


def nearest_sign(folder: str) -> str | None:
    """The nearest folder above that looks like a project's root."""
    return _above(folder, (".git", *SIGNS))


def folders_above(folder: str) -> list[str]:
    """This folder and those above it, up to the root of its project: where a setting may stand."""
    root = find_project(folder).root
    found = [os.path.abspath(folder)]
    while root is not None and found[-1] != root:
        found.append(os.path.dirname(found[-1]))
    return found


def _above(folder: str, signs: tuple[str, ...]) -> str | None:
    while True:
        if any(os.path.exists(os.path.join(folder, sign)) for sign in signs):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _relative(path: str, start: str) -> str:
    try:
        return os.path.relpath(path, start).replace(os.sep, "/")
    except ValueError:  # another drive
        return "../" + path.replace(os.sep, "/")
