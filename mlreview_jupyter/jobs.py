"""Many files, over processes and from the cache. Whatever kills a process is told of the file that it was at, and of no other."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import partial
from typing import Any

import msgspec

from .cache import Cache, Made, digest_of
from .crew import Crew
from .model.examined import Examined
from .read import Found, Index, Neighbours, Project, Writers, mentions
from .review import absent, look
from .rules import find_rules

FEW = 4  # up to so many files, or so many bytes, one process is faster
SMALL = 200_000
_TOLD = msgspec.msgpack.Decoder(tuple[bytes, Made])
NOTHING_KEPT = Made("", (), (), ())
Progress = Callable[[int, int], None]


def worth_sharing(files: Sequence[Found]) -> bool:
    """Would processes and a cache pay?"""
    if len(files) > FEW:
        return True
    try:
        return sum(os.path.getsize(found.path) for found in files) > SMALL
    except OSError:
        return False


def examine_all(
    files: Sequence[Found], project: Project, jobs: int, cache: Cache | None, progress: Progress | None = None
) -> list[Examined]:
    """Every file examined, in the order given."""
    kept = [cache.get(found) if cache is not None else None for found in files]
    index = Index(files, [one.names if one is not None else mentions(found.path) for one, found in zip(kept, files, strict=True)])
    told = {number: one.examined for number, one in enumerate(kept) if one is not None and index.agrees(one.answers)}
    left = [number for number in range(len(files)) if number not in told]
    del kept
    if progress is not None:
        progress(len(told), len(files))
    with closing(_all(files, left, project, index, jobs, cache)) as all_of_them:
        for number, examined in all_of_them:
            told[number] = examined
            if progress is not None:
                progress(len(told), len(files))
    if cache is not None and left:
        cache.prune()
    return [told[number] for number in range(len(files))]


def _all(
    files: Sequence[Found], left: Sequence[int], project: Project, index: Index, jobs: int, cache: Cache | None
) -> Generator[tuple[int, Examined], None, None]:
    if jobs == 1 or len(left) <= 1:
        for number in left:
            yield number, _keep(files[number], _work(files[number], project, index, cache is not None), cache)
        return
    waiting = sorted(left, key=lambda number: _size(files[number]))  # the largest is taken first
    work = partial(_numbered, files, project, index, cache is not None)
    with closing(Crew(work, jobs).results(waiting)) as results:
        for number, told in results:
            found = files[number]
            yield number, absent(found.shown, project, told) if isinstance(told, str) else _keep(found, _TOLD.decode(told), cache)


def _numbered(files: Sequence[Found], project: Project, index: Index, keep: bool, number: int) -> bytes:
    return msgspec.msgpack.encode(_work(files[number], project, index, keep))


def _work(found: Found, project: Project, index: Index, keep: bool) -> tuple[bytes, Made]:
    """In a process of its own: the examined file, encoded, and what it was made of."""
    near = Neighbours(os.path.dirname(os.path.abspath(found.path)))
    writers = Writers(index, near.touched)
    digest, names = (digest_of(found.path), mentions(found.path)) if keep else ("", ())
    examined = look(found, find_rules(), project, near, others=writers)
    made = Made(digest if not examined.trouble else "", tuple(sorted(near.touched)), names, writers.answers) if keep else NOTHING_KEPT
    return _encode(examined), made


def _keep(found: Found, told: tuple[bytes, Made], cache: Cache | None) -> Examined:
    encoded, made = told
    if cache is not None:
        cache.put(found, made, encoded)
    return msgspec.msgpack.decode(encoded, type=Examined)


def _encode(examined: Examined) -> bytes:
    try:
        return msgspec.msgpack.encode(examined)
    except UnicodeEncodeError:  # halves of characters, in a source or in a file's name
        return msgspec.msgpack.encode(_whole(msgspec.to_builtins(examined)))


def _whole(told: Any) -> Any:
    """The same without halves of characters: they are spelled out."""
    if isinstance(told, str):
        return told.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(told, dict):
        return {name: _whole(value) for name, value in told.items()}
    return [_whole(value) for value in told] if isinstance(told, list | tuple) else told


def _size(found: Found) -> int:
    try:
        return os.path.getsize(found.path)
    except OSError:
        return 0
