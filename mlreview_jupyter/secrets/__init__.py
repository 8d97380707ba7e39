"""Text and programs → the secrets that stand in them; text with secrets → the same text without them."""

from .find import find
from .hide import hide
from .hit import Hit
from .mask import mask
from .scan import scan

__all__ = ["Hit", "find", "hide", "mask", "scan"]
