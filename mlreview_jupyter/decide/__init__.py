"""Findings and outcomes → `Review`: what they amount to."""

from .baseline import BaselineError, Entry, Renewed, read_baseline, renew_baseline
from .decide import Around, Asked, decide
from .examine import examine

__all__ = ["Around", "Asked", "BaselineError", "Entry", "Renewed", "decide", "examine", "read_baseline", "renew_baseline"]
