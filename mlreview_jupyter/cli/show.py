"""What leaves the command: text to a terminal, a log or a file, harmless in each and in any encoding."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable


def shown(text: str) -> str:
    """One line of somebody's text, harmless on a terminal."""
    from ..report.inert import inert

    return inert(text)


def say(text: str) -> None:
    """A line to standard error."""
    _write(sys.stderr, text + "\n")


def put(text: str | Iterable[str]) -> None:
    """To standard output, whatever characters its encoding lacks."""
    for piece in [text] if isinstance(text, str) else text:
        _write(sys.stdout, piece)
    sys.stdout.flush()


def save(path: str, text: str | Iterable[str]) -> None:
    """A report into a file, UTF-8."""
    with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines([text] if isinstance(text, str) else text)


def speaks_unicode() -> bool:
    """Has standard output letters beyond ASCII?"""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def on_terminal() -> bool:
    """Does a person watch, with a terminal that knows colours and wants them?"""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """The columns of a terminal; None where there is none."""
    if not sys.stdout.isatty():
        return None
    return max(60, min(os.get_terminal_size().columns, 140))


def _write(stream: object, text: str) -> None:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))  # type: ignore[attr-defined]
