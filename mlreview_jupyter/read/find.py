"""Which files a path stands for: itself, or the notebooks and scripts of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages", "build", "dist"})
DEEPEST = 200


class Found(NamedTuple):
    """A file, the name under which it is spoken of, and whether somebody named it."""

    path: str
    shown: str
    named: bool


def find(paths: Iterable[str]) -> tuple[list[Found], list[str]]:
    """The files to review, each once and sorted, and the paths that are nothing."""
    files: dict[str, Found] = {}
    missing: list[str] = []
    for path in paths:
        if os.path.isdir(path) and not path.endswith(".ipynb"):
            for inner in _walk(path):
                files.setdefault(os.path.realpath(inner), Found(inner, os.path.normpath(inner), False))
        elif os.path.lexists(path):
            files[os.path.realpath(path)] = Found(path, os.path.normpath(path), True)
        else:
            missing.append(path)
    return sorted(files.values(), key=lambda found: found.shown), missing


def _walk(folder: str) -> Iterable[str]:
    for here, folders, names in os.walk(folder, followlinks=False):
        if here.count(os.sep) - folder.count(os.sep) > DEEPEST or "pyvenv.cfg" in names:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED)
        for name in sorted(names):
            path = os.path.join(here, name)
            if name.endswith((".ipynb", ".py")) and not name.startswith(".") and os.path.isfile(path):
                yield path
