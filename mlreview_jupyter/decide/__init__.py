"""Findings and outcomes → `Review`: what they amount to."""

from .baseline import BaselineError, read_baseline, write_baseline
from .decide import Around, Asked, decide
from .examine import examine

__all__ = ["Around", "Asked", "BaselineError", "decide", "examine", "read_baseline", "write_baseline"]
