"""Text from a notebook, made harmless for a terminal and for a CI log."""

import re

# Control characters (C0 without tab, DEL, C1), marks that turn or hide text, tags, and halves of characters.
_ACTIVE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
# What CI services read as a command in the middle of a line.
_COMMAND = re.compile(r"##(?=\[|vso\[|teamcity\[)")


def inert(text: str) -> str:
    """One line that shows what is there and does nothing."""
    text = _ACTIVE.sub(lambda found: f"\\u{{{ord(found.group()):x}}}", text.replace("\t", "    "))
    text = _COMMAND.sub("# #", text)
    return re.sub(r"^(\s*):(?=:)", r"\1\\u{3a}", text)
