"""Examined files, kept by what they were made of: the file, the files read or looked for beside it, what the others were asked, and this program.

What the user chose is no part of it: every rule is asked, and settings come in when the files are put together. An entry
that cannot be read, or was made of something else, is a miss and nothing more.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from .model.examined import Examined
from .read import Answer, Found

MOST = 20_000  # entries; past that, the oldest half goes
UNUSED = 14 * 86_400.0  # seconds after which the entries of another version go: several may be installed side by side
BROKEN_OFF = 3_600.0  # seconds after which nobody is still writing a file
MARK = "CACHEDIR.TAG"  # tells backups to leave the folder out, and us that it is ours; its time says when it was last used
SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55\n# Results of mlreview, kept by content. The folder may be deleted at any time.\n"
_ENGINE = re.compile(r"[0-9a-f]{16}")
_ENTRY = re.compile(r"[0-9a-f]{40}")
_NEW = re.compile(r"entry-[^/]+\.new")


class Made(NamedTuple):
    """What an examined file was made of: its content, what was read or looked for beside it, what others were asked; `names` it may write."""

    digest: str
    touched: tuple[str, ...]
    names: tuple[str, ...]
    answers: tuple[Answer, ...]


class Kept(NamedTuple):
    """An examined file as it was kept, the names that it may write, and what the others answered when it was made."""

    examined: Examined
    names: tuple[str, ...]
    answers: tuple[Answer, ...]


def home() -> str:
    """The folder of the cache: the user's, never one of the repository under review. Nothing beside it is ours."""
    base = os.environ.get("MLREVIEW_CACHE_DIR")
    if not base:
        base = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache"), "mlreview")
    return os.path.join(base, "mlreview-cache")


class Cache:
    """Looks entries up and keeps new ones. `base` and the names of files are part of the key, since results tell them."""

    def __init__(self, base: str) -> None:
        self.folder = os.path.join(home(), engine()[:16])
        self.base = base
        self._digests: dict[str, str] = {}
        self.usable = _make(self.folder)

    def get(self, found: Found) -> Kept | None:
        """The examined file, if no file that it was made of has changed; whether the others still answer the same is left to ask."""
        if not self.usable:
            return None
        import msgspec

        try:
            with open(self._path(found), "rb") as file:
                content, touched, names, answers, told = msgspec.msgpack.decode(
                    file.read(), type=tuple[str, dict[str, str], tuple[str, ...], tuple[Answer, ...], msgspec.Raw]
                )
            if content != self._digest(found.path, fresh=True) or any(self._digest(path) != was for path, was in touched.items()):
                return None
            return Kept(msgspec.msgpack.decode(told, type=Examined), names, answers)
        except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
            return None

    def put(self, found: Found, made: Made, told: bytes) -> None:
        """Keep an examined file, encoded; a full disk or a folder that is gone costs nothing but the entry."""
        if not self.usable or not made.digest:
            return
        import msgspec

        touched = {path: self._digest(path) for path in made.touched}
        entry = msgspec.msgpack.encode((made.digest, touched, made.names, made.answers, msgspec.Raw(told)))
        path = self._path(found)
        with suppress(OSError):
            handle, name = tempfile.mkstemp(dir=self.folder, prefix="entry-", suffix=".new")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(entry)
                os.replace(name, path)
            except OSError:
                os.unlink(name)

    def entries(self) -> list[os.DirEntry[str]]:
        """What is kept for this version."""
        return [item for item in _within(self.folder) if _ENTRY.fullmatch(item.name)]

    def prune(self) -> None:
        """Keep the cache small. Only what was put there by a cache is ever deleted."""
        if not self.usable:
            return
        entries = self.entries()
        if len(entries) > MOST:
            _delete(sorted(entries, key=_time)[: len(entries) // 2])
        now = time.time()
        _delete(item for item in _within(self.folder) if _NEW.fullmatch(item.name) and now - _time(item) > BROKEN_OFF)
        for other in _within(home()):
            if _ENGINE.fullmatch(other.name) and other.name != os.path.basename(self.folder) and _is_unused(other, now):
                _clear(other.path)

    def _path(self, found: Found) -> str:
        name = f"{os.path.abspath(found.path)}\n{found.shown}\n{self.base}"
        return os.path.join(self.folder, hashlib.sha256(os.fsencode(name)).hexdigest()[:40])

    def _digest(self, path: str, fresh: bool = False) -> str:
        if fresh:
            return digest_of(path)
        if path not in self._digests:
            self._digests[path] = digest_of(path)
        return self._digests[path]


def digest_of(path: str) -> str:
    """The digest of an ordinary file's content; a word for a folder; empty where there is nothing."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return ""
    except OSError:
        return "folder" if os.path.isdir(path) else "closed"
    try:
        if os.path.isdir(path) or not os.path.isfile(path):
            return "folder" if os.path.isdir(path) else "odd"
        with os.fdopen(handle, "rb", closefd=False) as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return "closed"
    finally:
        os.close(handle)


@lru_cache(maxsize=1)
def engine() -> str:
    """The digest of this program as it is installed, and of the Python that runs it."""
    told = hashlib.sha256(f"{sys.implementation.cache_tag}".encode())
    top = os.path.dirname(os.path.abspath(__file__))
    for here, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            status = os.stat(os.path.join(here, name))
            told.update(f"{os.path.relpath(here, top)}/{name} {status.st_size} {status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _make(folder: str) -> bool:
    """Have the folder, marked as ours and as used now; False where it cannot be had."""
    mark = os.path.join(folder, MARK)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with suppress(FileExistsError), open(mark, "xb") as file:
            file.write(SIGNATURE)
        os.utime(mark)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _is_unused(folder: os.DirEntry[str], now: float) -> bool:
    """Is it a folder of a cache, which no run has opened for long?"""
    mark = os.path.join(folder.path, MARK)
    try:
        status = os.lstat(mark)
        if not folder.is_dir(follow_symlinks=False) or not stat.S_ISREG(status.st_mode) or now - status.st_mtime < UNUSED:
            return False
        with open(mark, "rb") as file:
            return file.read(len(SIGNATURE) + 1) == SIGNATURE
    except OSError:
        return False


def _clear(folder: str) -> None:
    """Delete what a cache has put there, and the folder if nothing else is in it."""
    _delete(item for item in _within(folder) if _ENTRY.fullmatch(item.name) or _NEW.fullmatch(item.name))
    if [item.name for item in _within(folder)] == [MARK]:
        with suppress(OSError):
            os.unlink(os.path.join(folder, MARK))
            os.rmdir(folder)


def _within(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as items:
            return list(items)
    except OSError:
        return []


def _delete(items: Iterable[os.DirEntry[str]]) -> None:
    for item in items:
        with suppress(OSError):  # gone already, or a folder
            os.unlink(item.path)


def _time(item: os.DirEntry[str]) -> float:
    try:
        return item.stat(follow_symlinks=False).st_mtime
    except OSError:
        return 0.0
