"""Notebooks as they may lie on disk: any layout of the JSON, any way of storing a text, lines that can be told from each other."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

LETTERS = st.text(st.sampled_from("abc =()'\"\\/\t{}[],:é€\u2028\U0001f600"), max_size=12)
ENCODINGS = {"utf-8": b"", "utf-8-sig": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


@dataclass(frozen=True)
class Saved:
    """The bytes of a file, what is in it, and the lines of each text: (cell, part) → line by line."""

    data: bytes
    encoding: str
    content: dict[str, Any]
    texts: dict[tuple[int | None, str], list[str]]

    @property
    def text(self) -> str:
        """The file's text, without its byte order mark."""
        return decoded(self.data, self.encoding)


def decoded(data: bytes, encoding: str) -> str:
    mark = ENCODINGS[encoding]
    assert data.startswith(mark)
    return data[len(mark) :].decode(encoding.removesuffix("-sig"))


def encoded(text: str, encoding: str) -> bytes:
    return ENCODINGS[encoding] + text.encode(encoding.removesuffix("-sig"))


@st.composite
def saved(draw: st.DrawFn, tidy: bool = False) -> Saved:
    """A notebook. A tidy one is as Jupyter would write it: sources are lists of lines, and nothing stands twice."""
    numbers = iter(range(10_000))
    texts: dict[tuple[int | None, str], list[str]] = {}
    cells: list[Any] = []
    version_3 = draw(st.booleans()) and not tidy
    for _ in range(draw(st.integers(1, 4))):
        if not tidy and draw(st.integers(0, 7)) == 0:
            cells.append(draw(st.sampled_from(["a string", None, 3, ["x"], {}])))
            continue
        cells.append(_cell(draw, len(cells), version_3, tidy, numbers, texts))
    title = _stored(draw, (None, "metadata/ti~0tle~1x"), tidy, numbers, texts, "\n")
    content: dict[str, Any] = {"metadata": {"ti~tle/x": title}, "nbformat": 3 if version_3 else 4, "nbformat_minor": 5}
    if version_3:
        middle = draw(st.integers(0, len(cells)))
        content["worksheets"] = [{"cells": cells[:middle], "metadata": {}}, "no sheet", {"metadata": {}, "cells": cells[middle:]}]
    else:
        content["cells"] = cells
    if draw(st.booleans()):
        content = dict(reversed(content.items()))
    text = json.dumps(
        content,
        indent=draw(st.sampled_from([None, 0, 1, 4, "\t"])),
        ensure_ascii=draw(st.booleans()),
        separators=draw(st.sampled_from([None, (",", ":")])),
    )
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"]))) + draw(st.sampled_from(["", "\n"]))
    if not tidy and draw(st.booleans()):  # keys that stand twice, the first time with something else
        text = text.replace('"source"', '"source": ["no", "<0>"], "source"').replace('"cells"', '"cells": [{}, {}, 4], "cells"')
    encoding = draw(st.sampled_from(sorted(ENCODINGS)))
    return Saved(encoded(text, encoding), encoding, content, texts)


def _cell(
    draw: st.DrawFn, index: int, version_3: bool, tidy: bool, numbers: Iterator[int], texts: dict[tuple[int | None, str], list[str]]
) -> dict[str, Any]:
    end = draw(st.sampled_from(["\n", "\r\n", "\r"])) if not tidy else "\n"
    cell: dict[str, Any] = {"cell_type": draw(st.sampled_from(["code", "code", "markdown"])), "metadata": {"b": 1}}
    if not version_3:
        cell["id"] = f"c{index}"
    cell["input" if version_3 else "source"] = _stored(draw, (index, ""), tidy, numbers, texts, end)
    if cell["cell_type"] == "code":
        stream = _stored(draw, (index, "outputs/0/text"), tidy, numbers, texts, "\n")
        table = _stored(draw, (index, "outputs/1/data/text~1html"), tidy, numbers, texts, "\n")
        cell["outputs"] = [
            {"name": "stdout", "output_type": "stream", "text": stream},
            {"output_type": "display_data", "metadata": {}, "data": {"text/html": table, "text/plain": "x"}},
        ]
        cell["prompt_number" if version_3 else "execution_count"] = draw(st.sampled_from([None, 1, 12]))
    keys = draw(st.permutations(list(cell)))
    return {key: cell[key] for key in keys}


def _stored(
    draw: st.DrawFn,
    key: tuple[int | None, str],
    tidy: bool,
    numbers: Iterator[int],
    texts: dict[tuple[int | None, str], list[str]],
    end: str,
) -> str | list[str]:
    """A text of marked lines, as a string, as a list of its lines, or cut elsewhere."""
    lines = [f"<{next(numbers)}>{draw(LETTERS)}" for _ in range(draw(st.integers(1, 4)))]
    texts[key] = lines
    form = "lines" if tidy else draw(st.sampled_from(["string", "lines", "pieces"]))
    if form == "string":
        return end.join(lines)
    whole = [line + end for line in lines[:-1]] + [lines[-1]]
    if form == "lines":
        return whole
    pieces: list[str] = []
    for line in whole:
        at = draw(st.integers(line.index(">") + 1, len(line)))  # never through the mark
        if draw(st.booleans()) and pieces:
            pieces[-1] += line[:at]
            pieces.append(line[at:])
        else:
            pieces += [line[:at], line[at:]]
    return [piece for piece in pieces if piece]
