"""A notebook's JSON and edits of its texts → the JSON after them, with the outputs and counts of edited cells cleared."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.finding import Edit
from ..read.raw import Cursor, find_cells, find_source, find_value, keys_of
from .mend import Area, Refused, Span
from .text import Text

_CLEARED = {"outputs": "[]", "execution_count": "null", "prompt_number": "null"}
_OUTPUTS = "outputs"


class Notebook:
    """The JSON text of one notebook."""

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            self.top = Cursor(text).at
            self.cells = find_cells(text)
        except (ValueError, IndexError, RecursionError):
            raise Refused("it is not JSON") from None
        self.texts: dict[Area, Text] = {}

    def locate(self, edit: Edit) -> Span:
        """Where an edit falls. Refuses it where the text is not what it expects."""
        cell, part = edit.place.cell, edit.place.part
        if cell is not None and not 0 <= cell < len(self.cells):
            raise Refused(f"there is no cell {cell}")
        if edit.target == "output" or part.partition("/")[0] == _OUTPUTS:
            if cell is None or not self._clearing(self.cells[cell]):
                raise Refused("there are no outputs to clear")
            return Span((cell, _OUTPUTS), 0, 0, None)
        if edit.new == edit.expected:
            raise Refused("it changes nothing")
        area = (cell, "" if part == "source" else part)
        text = self._text(area)
        start, end = text.span(edit.place)
        if text.reviewed[start:end] != edit.expected:
            raise Refused("the text there is not what the fix expects")
        return Span(area, start, end, edit.new)

    def replaced(self, spans: Sequence[Span]) -> str:
        """The JSON after these edits, none of which overlap."""
        by_area: dict[Area, list[Span]] = {}
        for span in spans:
            by_area.setdefault(span.area, []).append(span)
        changes: list[tuple[int, int, str]] = []
        for area, mine in by_area.items():
            if mine[0].new is not None:
                text = self._text(area)
                changes.append((text.start, text.end, text.replaced(mine)))
        for cell in {cell for cell, part in by_area if cell is not None and part in ("", _OUTPUTS)}:
            changes += self._clearing(self.cells[cell])
        kept, at = [], 0
        for start, end, new in sorted(changes):
            kept += [self.text[at:start], new]
            at = end
        return "".join([*kept, self.text[at:]])

    def _text(self, area: Area) -> Text:
        if area not in self.texts:
            cell, part = area
            if not part:
                at, found = (self.top, False) if cell is None else find_source(self.text, self.cells[cell])
            else:
                at, found = find_value(self.text, self.top if cell is None else self.cells[cell], keys_of(part))
            if not found:
                raise Refused("the place is not in the notebook")
            self.texts[area] = Text(self.text, at, not part)
        return self.texts[area]

    def _clearing(self, cell: int) -> list[tuple[int, int, str]]:
        """What makes a code cell one that has not run; nothing for any other."""
        cursor = Cursor(self.text, cell)
        is_code, found = False, []
        for key in cursor.entries():
            start = cursor.at
            if key == "cell_type":
                end = cursor.skip()
                is_code = self.text[start:end] == '"code"'
            elif key in _CLEARED:
                end = cursor.skip()
                if "".join(self.text[start:end].split()) != _CLEARED[str(key)]:
                    found.append((start, end, _CLEARED[str(key)]))
        return found if is_code else []
