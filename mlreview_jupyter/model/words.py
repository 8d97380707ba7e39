"""The words by which a review is chosen, and the refusal of one that cannot be meant. No dataclass: every start reads this."""

POLICIES = ("strict", "standard", "lenient", "advisory")
STAGES = ("explore", "candidate", "production")
SEVERITIES = ("critical", "high", "medium", "low", "info")

# Why a path that was named could not be read: there is nothing there to read.
MISSING = "no such file or directory"
UNMATCHED = "the pattern matches nothing"
NOWHERE = (MISSING, UNMATCHED)


class Refused(Exception):
    """What the user chose cannot be obeyed; the message says what and why."""
