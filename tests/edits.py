"""Edits on text, as a later door will put them on files: from the last to the first, so that places stay true."""

from mlreview_jupyter.model.finding import Edit


def apply(text: str, edits: list[Edit]) -> str:
    """The text after these edits; each must find what it expects."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda one: (one.place.line, one.place.column), reverse=True):
        place = edit.place
        assert place.line == place.end_line, "an edit of one line"
        line = lines[place.line - 1]
        assert line[place.column : place.end_column] == edit.expected
        lines[place.line - 1] = line[: place.column] + edit.new + line[place.end_column :]
    return "\n".join(lines)
