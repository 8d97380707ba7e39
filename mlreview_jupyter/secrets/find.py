"""Plain text → the secrets in it."""

from __future__ import annotations

from .calls import called
from .hit import Hit, settle
from .named import named
from .shapes import forms


def find(text: str) -> list[Hit]:
    """The secrets in a text, in order. The text is what a reader sees: escapes, tags and colours are taken out before."""
    low = fold(text)
    return settle([*forms(text, low), *named(text, low), *called(text, low)])


def fold(text: str) -> str:
    """The text in small letters, each where it was."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := one.lower()) == 1 else one for one in text)
