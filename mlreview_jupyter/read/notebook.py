"""A `.ipynb` of nbformat 3 or 4 → its cells, leniently: what is not as it should be is a gap, not an end."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..model.program import Cell
from .source import Unreadable, read_json_text

BEYOND = 10**9  # no session counts so far
PYTHON = ("python", "ipython", "pyspark", "sagemath", "xpython")


class Notebook(NamedTuple):
    """Cells in document order, the language of the kernel, and what was odd: (cell index, reason)."""

    cells: tuple[Cell, ...]
    language: str
    oddities: tuple[tuple[int, str], ...]
    metadata: Mapping[str, Any]


def read_notebook(path: str) -> Notebook:
    """The notebook in a file."""
    return parse_notebook(read_json_text(path))


def parse_notebook(text: str) -> Notebook:
    """The notebook in a JSON text."""
    try:
        content = json.loads(text)
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    except MemoryError:
        raise Unreadable("it does not fit into memory") from None
    except ValueError as error:
        raise Unreadable(f"it is not JSON: {str(error)[:120]}") from None
    return from_json(content)


def from_json(content: object) -> Notebook:
    """The notebook in a JSON value."""
    if not isinstance(content, dict):
        raise Unreadable(f"it is JSON, but a {type(content).__name__} instead of a notebook")
    if not isinstance(content.get("cells"), list) and not isinstance(content.get("worksheets"), list):
        raise Unreadable("it is JSON, but no notebook: it has no list of cells")
    cells: list[Cell] = []
    oddities: list[tuple[int, str]] = []
    for index, raw in enumerate(raw_cells(content)):
        if not isinstance(raw, dict):
            oddities.append((index, f"is a {type(raw).__name__}, not a cell"))
            cells.append(Cell(index, "raw", ""))
            continue
        cell, oddity = _cell(index, raw)
        cells.append(cell)
        if oddity:
            oddities.append((index, oddity))
    metadata = content.get("metadata")
    return Notebook(tuple(cells), _language(content), tuple(oddities), metadata if isinstance(metadata, dict) else {})


def raw_cells(content: Mapping[str, Any]) -> Iterator[Any]:
    """The cells of version 4, or of all worksheets of version 3, in order."""
    if isinstance(content.get("cells"), list):
        yield from content["cells"]
        return
    for sheet in content.get("worksheets", ()):
        if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list):
            yield from sheet["cells"]


def _cell(index: int, raw: Mapping[str, Any]) -> tuple[Cell, str]:
    kind = raw.get("cell_type")
    source = raw.get("source", raw.get("input", ""))
    oddity = ""
    if isinstance(source, list):
        text = "".join(part for part in source if isinstance(part, str))
        if not all(isinstance(part, str) for part in source):
            oddity = "has a source that is not text throughout"
    elif isinstance(source, str):
        text = source
    else:
        text, oddity = "", f"has a source that is a {type(source).__name__}, not text"
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    metadata = raw.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    count = raw.get("execution_count", raw.get("prompt_number"))
    outputs = raw.get("outputs")
    name = raw.get("id")
    if kind not in ("code", "markdown", "raw", "heading", "html"):
        oddity = oddity or "is of no known type"
    return Cell(
        index,
        kind if isinstance(kind, str) else "raw",
        text,
        name if isinstance(name, str) else None,
        count if isinstance(count, int) and not isinstance(count, bool) and 0 < count < BEYOND else None,
        tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        tuple(output if isinstance(output, dict) else {} for output in outputs) if isinstance(outputs, list) else (),
        metadata=metadata if isinstance(metadata, dict) else {},
    ), oddity


def _language(content: Mapping[str, Any]) -> str:
    metadata = content.get("metadata")
    if not isinstance(metadata, dict):
        return "python"
    for part, key in (("language_info", "name"), ("kernelspec", "language"), ("kernelspec", "name")):
        told = metadata.get(part)
        if isinstance(told, dict) and isinstance(told.get(key), str) and told[key]:
            named: str = told[key].lower()
            known = named.startswith(PYTHON) or "python" in named or (part == "kernelspec" and key == "name" and named not in FOREIGN)
            return "python" if known else named
    return "python"


FOREIGN = frozenset(
    {"ir", "r", "julia", "scala", "spark", "bash", "javascript", "deno", "ruby", "csharp", ".net-csharp", "rust", "octave", "matlab", "sas"}
)
