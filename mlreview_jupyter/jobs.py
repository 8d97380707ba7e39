"""Many files, over processes and from the cache. Whatever kills a process is told of the file that it was at, and of no other."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

import msgspec

from .cache import Cache, digest_of
from .model.examined import Examined
from .read import Found, Neighbours, Project
from .review import absent, look
from .rules import find_rules

FEW = 4  # up to so many files, or so many bytes, one process is faster
SMALL = 200_000
DIED = "the process that reviewed it died: it took too much memory, or met a fault of Python itself"
_TOLD = msgspec.msgpack.Decoder(tuple[bytes, str, tuple[str, ...]])
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
    told: dict[int, Examined] = {}
    left: list[int] = []
    for number, found in enumerate(files):
        kept = cache.get(found) if cache is not None else None
        if kept is not None:
            told[number] = kept
        else:
            left.append(number)
    if progress is not None:
        progress(len(told), len(files))
    for number, examined in _all(files, left, project, jobs, cache):
        told[number] = examined
        if progress is not None:
            progress(len(told), len(files))
    if cache is not None and left:
        cache.prune()
    return [told[number] for number in range(len(files))]


def _all(files: Sequence[Found], left: Sequence[int], project: Project, jobs: int, cache: Cache | None) -> Iterator[tuple[int, Examined]]:
    if jobs == 1 or len(left) <= 1:
        for number in left:
            yield number, _keep(files[number], _work(files[number], project, cache is not None), cache)
        return
    waiting = sorted(left, key=lambda number: _size(files[number]))  # the largest is taken first
    # A fork shares what is loaded; where it is not safe or not there, processes start anew.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    crew: dict[Connection, int] = {}  # the file that each is at
    hired: list[BaseProcess] = []

    def hire() -> None:
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, files, project, cache is not None), daemon=True)  # type: ignore[attr-defined]
        process.start()
        hired.append(process)
        theirs.close()
        crew[ours] = number = waiting.pop()
        ours.send_bytes(str(number).encode())

    try:
        while waiting and len(crew) < jobs:
            hire()
        while crew:
            for line in wait(list(crew)):
                assert isinstance(line, Connection)
                number = crew[line]
                try:
                    told = _TOLD.decode(line.recv_bytes())
                except (EOFError, OSError):  # it is gone, and with it nothing but the file that it was at
                    del crew[line]
                    line.close()
                    yield number, absent(files[number].shown, project, DIED)
                    if waiting:
                        hire()
                    continue
                if waiting:
                    crew[line] = following = waiting.pop()
                    line.send_bytes(str(following).encode())
                else:
                    del crew[line]
                    line.close()
                yield number, _keep(files[number], told, cache)
    finally:  # somebody may have had enough: what is running is not waited for
        for process in hired:
            process.terminate()
        for process in hired:
            process.join(5)


def _serve(line: Connection, files: Sequence[Found], project: Project, keep: bool) -> None:
    """A process of the crew: numbers in, examined files out. Nothing is pickled on the way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    gc.set_threshold(100_000, 20, 20)
    while True:
        try:
            number = int(line.recv_bytes())
        except (EOFError, OSError):
            return
        line.send_bytes(msgspec.msgpack.encode(_work(files[number], project, keep)))


def _work(found: Found, project: Project, keep: bool) -> tuple[bytes, str, tuple[str, ...]]:
    """In a process of its own: the examined file, encoded; the digest of its content; what was read or looked for beside it."""
    near = Neighbours(os.path.dirname(os.path.abspath(found.path)))
    digest = digest_of(found.path) if keep else ""
    examined = look(found, find_rules(), project, near)
    return _encode(examined), digest if not examined.trouble else "", tuple(sorted(near.touched)) if keep else ()


def _keep(found: Found, told: tuple[bytes, str, tuple[str, ...]], cache: Cache | None) -> Examined:
    encoded, digest, touched = told
    if cache is not None:
        cache.put(found, digest, touched, encoded)
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
