"""Examined files, kept by what they were made of: the file, the files read or looked for beside it, and this program.

What the user chose is no part of it: every rule is asked, and settings come in when the files are put together. An entry
that cannot be read, or was made of something else, is a miss and nothing more.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from .model.examined import Examined
from .read import Found

MOST = 20_000  # entries; past that, the oldest half goes


def home() -> str:
    """The folder of the cache: the user's, never one of the repository under review."""
    base = os.environ.get("MLREVIEW_CACHE_DIR")
    if base:
        return base
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache"), "mlreview")


class Cache:
    """Looks entries up and keeps new ones. `base` and the names of files are part of the key, since results tell them."""

    def __init__(self, base: str) -> None:
        self.folder = os.path.join(home(), engine()[:16])
        self.base = base
        self._digests: dict[str, str] = {}
        self.usable = _make(self.folder)

    def get(self, found: Found) -> Examined | None:
        """The examined file, if nothing that it was made of has changed."""
        if not self.usable:
            return None
        import msgspec

        try:
            with open(self._path(found), "rb") as file:
                content, touched, told = msgspec.msgpack.decode(file.read(), type=tuple[str, dict[str, str], msgspec.Raw])
            if content != self._digest(found.path, fresh=True) or any(self._digest(path) != was for path, was in touched.items()):
                return None
            return msgspec.msgpack.decode(told, type=Examined)
        except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
            return None

    def put(self, found: Found, digest: str, touched: Iterable[str], told: bytes) -> None:
        """Keep an examined file, encoded; a full disk or a folder that is gone costs nothing but the entry."""
        if not self.usable or not digest:
            return
        import msgspec

        entry = msgspec.msgpack.encode((digest, {path: self._digest(path) for path in touched}, msgspec.Raw(told)))
        path = self._path(found)
        try:
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".new")
            with os.fdopen(handle, "wb") as file:
                file.write(entry)
            os.replace(name, path)
        except OSError:
            return

    def prune(self) -> None:
        """Keep the folder small."""
        try:
            entries = sorted(Path(self.folder).iterdir(), key=lambda entry: entry.stat().st_mtime)
            for entry in entries[: len(entries) // 2] if len(entries) > MOST else ():
                entry.unlink(missing_ok=True)
            for other in Path(home()).iterdir():  # of an earlier version
                if other.is_dir() and other.name != os.path.basename(self.folder) and len(other.name) == 16:
                    for entry in other.iterdir():
                        entry.unlink(missing_ok=True)
                    other.rmdir()
        except OSError:
            return

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
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)
