"""`nbreview`: parse the words, call the review, show it, and end with the code that tells how it went."""

from .main import main

__all__ = ["main"]
