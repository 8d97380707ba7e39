"""How people call the parts of their rows, in names and in labels: by whole words, since a threshold holds nothing out."""

import re


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(x|y|d)?_?({'|'.join(words)})(?![a-z])", re.IGNORECASE)


TEST = _words("tests?", "testing", "te", "hold[ _-]?out")
VALID = _words("val", "valid", "validation", "dev", "va")
HELD_OUT = _words(
    "tests?", "testing", "val", "valid", "validation", "hold[ _-]?out", "held[ _-]?out", "unseen", "generali[sz]\\w*", "new data", "oos"
)
TRAINING = _words("train", "training", "trained", "fitted", "in.sample", "fit")
