"""`Review` → the same text on a terminal, in colours that read on light and on dark ground."""

from __future__ import annotations

from typing import TextIO

from ..model.review import Review
from .text import lines

# Each colour stands out from white and from black by about 4.5 to 1; rich takes the nearest one that the terminal has.
RED, ORANGE, BLUE, GREEN, GREY = "#d8362c", "#b26a00", "#2a78c8", "#1d8a3c", "#787878"
LOOKS = {
    "critical": f"bold reverse {RED}",
    "high": f"bold {RED}",
    "medium": f"bold {ORANGE}",
    "low": f"bold {BLUE}",
    "info": f"bold {GREY}",
    "under critical": RED,
    "under high": RED,
    "under medium": ORANGE,
    "under low": BLUE,
    "under info": GREY,
    "block": f"bold {RED}",
    "warnings": f"bold {ORANGE}",
    "approve": f"bold {GREEN}",
    "title": "bold",
    "label": "bold",
    "faint": GREY,
    "gutter": GREY,
}


def show(review: Review, stream: TextIO, width: int | None = None, unicode: bool = True, card: bool = False) -> None:
    """Write it, with escape sequences of our own: for a terminal that wants colours."""
    from rich.console import Console
    from rich.text import Text

    # What a notebook says is never looked through for markup, links or emoji, and is wrapped already.
    console = Console(file=stream, force_terminal=True, force_jupyter=False, markup=False, emoji=False, highlight=False, soft_wrap=True)
    for one in lines(review, width, unicode, card):
        text = Text(end="\n")
        for piece in one:
            text.append(piece.text, LOOKS.get(piece.look))
        console.print(text)
