"""What leaves the command: text to a terminal, a log or a file, harmless in each and in any encoding."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress

NEVER = (".ipynb", ".py", ".pyw")  # somebody's work: no report is written over it
NARROWEST, WIDEST = 20, 140  # columns


class Unheard(Exception):
    """Whoever read standard output has had enough of it: `nbreview … | head`."""


def shown(text: str) -> str:
    """One line of somebody's text, harmless on a terminal."""
    from ..report.inert import inert

    return inert(text)


def say(text: str) -> None:
    """A line to standard error; nothing is lost where nobody reads it."""
    with suppress(BrokenPipeError):
        _write(sys.stderr, text + "\n")


def put(text: str | Iterable[str]) -> None:
    """To standard output, whatever characters its encoding lacks. Raises Unheard."""
    try:
        for piece in [text] if isinstance(text, str) else text:
            _write(sys.stdout, piece)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise Unheard from error


def save(path: str, text: str | Iterable[str]) -> None:
    """A report into a file, UTF-8."""
    with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines([text] if isinstance(text, str) else text)


def replace_file(path: str, text: str) -> None:
    """The text into a file, whole or not at all: what stood there is there until the new text is. A link stays a link."""
    real = os.path.realpath(path)
    beside = os.path.join(os.path.dirname(real), f".{os.path.basename(real)}.{os.getpid()}.new")
    try:
        with open(beside, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(real):
            os.chmod(beside, os.stat(real).st_mode & 0o7777)
        os.replace(beside, real)
    except FileExistsError:
        raise
    except OSError:
        with suppress(OSError):
            os.unlink(beside)
        raise


def barred(path: str) -> str:
    """Why no file can be written there; empty where it can. Nothing is touched."""
    folder = os.path.dirname(os.path.realpath(path))
    if path.lower().endswith(NEVER):
        return "it is named like a notebook or a script"
    if os.path.isdir(path):
        return "it is a folder"
    if os.path.exists(path) and not os.path.isfile(path):
        return ""  # a device or a pipe takes what it is given
    if not os.path.isdir(folder):
        return "there is no such folder" if not os.path.lexists(folder) else "its folder is no folder"
    return "" if os.access(path if os.path.exists(path) else folder, os.W_OK) else "permission denied"


def speaks_unicode() -> bool:
    """Has standard output letters beyond ASCII?"""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def on_terminal() -> bool:
    """Does a person watch, with a terminal that knows colours and wants them?"""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """The columns to write in: those that COLUMNS names, else those of the terminal; None where there is neither."""
    named = os.environ.get("COLUMNS", "")
    if named.isascii() and named.isdigit() and int(named):
        wanted = int(named)
    elif sys.stdout.isatty():
        wanted = os.get_terminal_size().columns
    else:
        return None
    return max(NARROWEST, min(wanted, WIDEST))


def _write(stream: object, text: str) -> None:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))  # type: ignore[attr-defined]
