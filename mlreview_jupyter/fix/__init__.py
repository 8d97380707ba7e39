"""Edits of findings → files: shown as a diff, or spliced into the raw text and written whole or not at all."""

from .diff import cleared, diff, rules_of
from .mend import Mend, Refused
from .offers import offers
from .rounds import Mended, mend
from .splice import Kind, Spliced, splice
from .write import write

__all__ = ["Kind", "Mend", "Mended", "Refused", "Spliced", "cleared", "diff", "mend", "offers", "rules_of", "splice", "write"]
