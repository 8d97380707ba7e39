"""The parts of the text that people read on a terminal: lines whose pieces know what they are."""
