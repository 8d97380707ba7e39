"""Patterns of paths as `.gitignore` writes them, by the library that was made for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(patterns: Sequence[str], path: str) -> bool:
    """Does a path (with slashes, from the root) match one of these?"""
    return bool(patterns) and _spec(tuple(patterns)).match_file(path)


@lru_cache(maxsize=256)
def _spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    good = []
    for line in lines:  # one that means nothing spoils only itself
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
        good.append(line)
    return GitIgnoreSpec.from_lines(good)


class Ignored:
    """What the `.gitignore` files of a folder and of those above it leave out, as git reads them: deeper ones have the last word."""

    def __init__(self, folders: Sequence[tuple[str, tuple[str, ...]]] = ()) -> None:
        self.folders = tuple(folders)

    def within(self, folder: str, lines: Sequence[str]) -> Ignored:
        """The same with one file more; `folder` is its way from the root, with slashes."""
        return Ignored((*self.folders, (folder, tuple(lines)))) if lines else self

    def __call__(self, path: str, folder: bool) -> bool:
        """Is this path left out?"""
        for home, lines in reversed(self.folders):
            way = path[len(home) + 1 :] if home else path
            result = _spec(lines).check_file(way + "/" if folder else way)
            if result.include is not None:
                return result.include
        return False
