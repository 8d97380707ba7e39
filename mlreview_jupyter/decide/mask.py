"""An examined file that may quote secrets → the same with each of them masked, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ..model.examined import Examined
from ..secrets import hide

SHOWN, LEAST = 4, 20  # so many first characters of a value that is at least so long


def masked(examined: Examined, values: Sequence[str]) -> Examined:
    """No text of it holds one of these values."""
    if not values:
        return examined
    findings = tuple(replace(one, source=_in_place(one.source, values)) for one in examined.findings)
    out: Examined = _every_text(replace(examined, findings=findings), values)
    return out


def _in_place(line: str, values: Sequence[str]) -> str:
    """A quoted line keeps its columns, so that the mark under it stays where it belongs."""
    for value in sorted(values, key=len, reverse=True):
        head = value[:SHOWN] if len(value) >= LEAST else ""
        line = line.replace(value, head + "•" * (len(value) - len(head)))
    return line


def _every_text(told: Any, values: Sequence[str]) -> Any:
    if isinstance(told, str):
        return hide(told, values)
    if isinstance(told, tuple):
        return tuple(_every_text(one, values) for one in told)
    if is_dataclass(told) and not isinstance(told, type):
        return replace(told, **{field.name: _every_text(getattr(told, field.name), values) for field in fields(told)})
    return told
