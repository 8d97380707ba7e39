"""The first word chooses the command; without one, paths are reviewed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from .codes import STOPPED
from .show import Unheard

# Each command's room is opened only when it is called.
COMMANDS = {
    "explain": (".rules", "explain"),
    "rules": (".rules", "index"),
    "demo": (".review", "demo"),
    "fix": (".fix", "fix"),
    "init": (".init", "init"),
    "doctor": (".doctor", "doctor"),
    "completion": (".completion", "completion"),
}

REVIEW = (".review", "review")


def main(argv: Sequence[str] | None = None) -> int:
    """The command."""
    words = list(sys.argv[1:] if argv is None else argv)
    room, name = COMMANDS.get(words[0], REVIEW) if words else REVIEW
    if words and words[0] in COMMANDS:
        words = words[1:]
    try:
        command: Callable[[list[str]], int] = getattr(import_module(room, __package__), name)
        return command(words)
    except Unheard:  # what is still to be written at the end goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        print("\nstopped: nothing was decided", file=sys.stderr)
        return STOPPED
