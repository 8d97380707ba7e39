"""Findings and outcomes → `Review`: what they amount to."""

from .decide import decide

__all__ = ["decide"]
