"""A program → every text in it that a person wrote or that a program printed, with its place in the notebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..model.program import Cell, Form, Place, Program
from .decode import Kind

# What is written in metadata by tools alone, and never holds more than names of things.
_DULL = frozenset(
    "id outputId kernelspec language_info execution accelerator version nbformat toc varInspector colab_type base_uri model_module".split()
)
_DEEPEST = 12


class Text(NamedTuple):
    """A text. `lead` is put before it for the search, as the name under which it stands."""

    raw: str
    cell: Cell | None
    part: str
    lead: str = ""
    kind: Kind = "plain"

    @property
    def whole(self) -> str:
        """The text with its name before it."""
        return f'{self.lead}{self.raw}"' if self.lead else self.raw

    def place(self, program: Program, start: int, end: int) -> Place:
        """Where a stretch of it stands."""
        line, column = self._spot(start)
        end_line, end_column = self._spot(end)
        cell = self.cell
        if cell is None or program.form is not Form.NOTEBOOK:
            offset = cell.first_line - 1 if cell is not None else 0
            return Place(program.path, None, None, None, line + offset, column, end_line + offset, end_column, self.part)
        return Place(program.path, cell.index, cell.id, cell.execution_count, line, column, end_line, end_column, self.part)

    def _spot(self, at: int) -> tuple[int, int]:
        at = min(max(at, 0), len(self.raw))
        return self.raw.count("\n", 0, at) + 1, at - self.raw.rfind("\n", 0, at) - 1


def texts(program: Program) -> Iterator[Text]:
    """Sources, outputs and metadata. What is kept as a picture is left out."""
    for cell in program.cells:
        if cell.source:
            yield Text(cell.source, cell, "", "", "code" if cell.kind == "code" else "plain")
        for number, output in enumerate(cell.outputs):
            yield from _output(output, cell, f"outputs/{number}")
        if cell.metadata:
            yield from _leaves(cell.metadata, cell, "metadata", "")
    if program.metadata:
        yield from _leaves(program.metadata, None, "metadata", "")


def _output(output: Mapping[str, object], cell: Cell, part: str) -> Iterator[Text]:
    for key, value in output.items():
        where = f"{part}/{key}"
        if key == "data" and isinstance(value, dict):
            for kind, inner in value.items():
                if isinstance(kind, str):
                    yield from _typed(kind, inner, cell, f"{where}/{_step(kind)}")
        elif key == "traceback" and isinstance(value, list):
            for number, line in enumerate(value):
                if isinstance(line, str):
                    yield Text(line, cell, f"{where}/{number}")
        elif key in ("text", "ename", "evalue", "html", "latex", "javascript", "json"):  # the last four as nbformat 3 has them
            yield from _typed(f"text/{key}", value, cell, where)
        elif key == "metadata" and value:
            yield from _leaves(value, cell, where, "")


def _typed(kind: str, value: object, cell: Cell, part: str) -> Iterator[Text]:
    if kind.startswith("text/") or kind in ("application/javascript", "application/json"):
        if isinstance(value, list) and all(isinstance(line, str) for line in value):
            value = "".join(value)
        if isinstance(value, str):
            html = kind == "text/html"
            yield Text(value, cell, part, "", "html" if html else "plain")
            return
        if kind.endswith("json"):
            yield from _leaves(value, cell, part, "")


def _leaves(value: object, cell: Cell | None, part: str, name: str, depth: int = 0) -> Iterator[Text]:
    """The strings in a JSON value, each after its key."""
    if isinstance(value, str):
        if 8 <= len(value) <= 65_536:
            yield Text(value, cell, part, f'"{name}": "' if name else "")
    elif depth > _DEEPEST:
        return
    elif isinstance(value, dict):
        label = _label(value) if "value" in value else ""
        for key, inner in value.items():
            if inner and isinstance(key, str) and key not in _DULL and not key.startswith("_") and not isinstance(inner, int | float):
                yield from _leaves(inner, cell, f"{part}/{_step(key)}", label if label and key == "value" else key, depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if isinstance(inner, str | dict | list):
                yield from _leaves(inner, cell, f"{part}/{number}", name, depth + 1)


def _label(widget: dict[object, object]) -> str:
    """What a field that was typed into is called."""
    if widget.get("_model_name") == "PasswordModel":
        return "password"
    label = widget.get("description")
    return label.rstrip(" :") if isinstance(label, str) else ""


def _step(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1") if "/" in key or "~" in key else key
