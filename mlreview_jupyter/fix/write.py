"""New bytes of a file → the file: whole or not at all, as the same link, with the same mode, and never over somebody else's change."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile

from ..read.source import Unreadable, read_bytes
from .mend import Refused


def write(path: str, new: bytes, old: bytes) -> None:
    """Put `new` where `old` was read. Refuses a file that is no ordinary one, has other names, or holds something else by now."""
    real = os.path.realpath(path)
    try:
        status = _check(real, old)
        handle, beside = tempfile.mkstemp(".tmp", f".{os.path.basename(real)[:80]}.", os.path.dirname(real))
    except OSError as error:
        raise Refused(_words(error)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            _dress(beside, real, status)
            os.fsync(file.fileno())
        now = _check(real, old)
        if (now.st_dev, now.st_ino) != (status.st_dev, status.st_ino):
            raise Refused("it changed while it was being fixed")
        os.replace(beside, real)
    except OSError as error:
        raise Refused(_words(error)) from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(beside)
    _settle(os.path.dirname(real))


def _check(real: str, old: bytes) -> os.stat_result:
    status = os.lstat(real)
    if not stat.S_ISREG(status.st_mode):
        raise Refused("it is not an ordinary file")
    if status.st_nlink > 1:
        raise Refused(f"it has {status.st_nlink} names (hard links), and the others would keep the old text")
    if not status.st_mode & 0o222 or not os.access(real, os.W_OK):
        raise Refused("it is read-only")
    try:
        if read_bytes(real) != old:
            raise Refused("it changed while it was being fixed")
    except Unreadable as error:
        raise Refused(str(error)) from None
    return status


def _dress(beside: str, real: str, status: os.stat_result) -> None:
    """Owner where that is allowed, mode and extended attributes; the time of the change is now."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(beside, status.st_uid, status.st_gid)
    shutil.copystat(real, beside)
    os.utime(beside)


def _settle(folder: str) -> None:
    """The folder's entry, too, is on the disk; where folders cannot be opened, the system sees to it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _words(error: OSError) -> str:
    return f"it cannot be written: {(error.strerror or type(error).__name__).lower()}"
