"""Checked tables → `compiled.py`, a module that Python loads without reading any TOML."""

from __future__ import annotations

from pathlib import Path

from .load import HERE, Shape, Tables, load

TARGET = HERE / "compiled.py"


def render(tables: Tables) -> str:
    """The text of the compiled module. Equal shapes are written once."""
    shapes: dict[Shape, int] = {}

    def number(shape: Shape) -> int:
        return shapes.setdefault(shape, len(shapes))

    names = [f"    {name!r}: {number(shape)},\n" for name, shape in sorted(tables.names.items())]
    methods = [
        f"    {protocol!r}: {{{', '.join(f'{name!r}: {number(shape)}' for name, shape in sorted(table.items()))}}},\n"
        for protocol, table in sorted(tables.methods.items())
    ]
    body = [
        '"""Generated from the TOML files beside it by `python -m mlreview_jupyter.catalog`. Do not edit."""\n\n',
        "from typing import Any\n\n",
        "SHAPES: tuple[tuple[Any, ...], ...] = (\n",
        *(f"    {shape!r},\n" for shape in shapes),
        ")\n\nNAMES: dict[str, int] = {\n",
        *names,
        "}\n\nMETHODS: dict[str, dict[str, int]] = {\n",
        *methods,
        "}\n\nALIASES: dict[str, str] = {\n",
        *(f"    {old!r}: {new!r},\n" for old, new in sorted(tables.aliases.items())),
        "}\n\nLIBRARIES: dict[str, str] = {\n",
        *(f"    {prefix!r}: {op!r},\n" for prefix, op in sorted(tables.libraries.items())),
        "}\n\nCONVENTIONS: dict[str, str] = {\n",
        *(f"    {name!r}: {module!r},\n" for name, module in sorted(tables.conventions.items())),
        "}\n\nWORK: dict[str, str] = {\n",
        *(f"    {name!r}: {kind!r},\n" for name, kind in sorted(tables.work.items())),
        "}\n\nCHECKLIST: tuple[tuple[Any, ...], ...] = (\n",
        *(f"    {item!r},\n" for item in tables.checklist),
        ")\n",
    ]
    return "".join(body)


def fresh(target: Path = TARGET) -> bool:
    """Does the compiled module say what the TOML files say?"""
    return target.exists() and target.read_text(encoding="utf-8") == render(load())
