"""Saved outputs → their kind, number and text; and what a notebook tells of how its cells display."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

from ..model.program import Cell, Program
from .constants import BUILTINS

RESULTS = ("execute_result", "pyout")
ERRORS = ("error", "pyerr")
SHORT = 60  # characters of an output that are quoted
# Kernels that call themselves Python and display by rules of their own.
_OTHER_KERNEL = re.compile(r"spark|sage|coconut|xonsh|databricks|beaker|xpython|xeus", re.IGNORECASE)
# What changes which values a cell displays, or shows things under cells that did not make them.
_DISPLAY_SET = re.compile(r"ast_node_interactivity|displayhook|InteractiveShell\b")
_HOOKS = re.compile(
    r"load_ext|events\.register|Thread|[Pp]rocess\(|asyncio|create_task|\.submit\(|Popen|close_figures|autotime|%pylab|%store"
)
_DIVERTED = re.compile(r"sys\.stdout[ \t]*=[^=]|builtins\.print|__builtins__|\.stdout[ \t]*=[^=]")
_STAR = re.compile(r"^[ \t]*from[ \t]+[\w.]+[ \t]+import[ \t]+\*|^[ \t]*%pylab", re.MULTILINE)
_GLOBAL = re.compile(r"^[ \t]*global[ \t]+(.+)$", re.MULTILINE)


class Around:
    """What the rest of the notebook tells of how its cells display; worked out when a doubt arises."""

    def __init__(self, program: Program, bound: Collection[str]) -> None:
        self.program, self.bound = program, bound
        self.steps = {step.cell.index: step for step in program.steps}
        self.mismatched = frozenset(program.counts.mismatched if program.counts is not None else ())

    @cached_property
    def text(self) -> str:
        return "\n".join(step.cell.source for step in self.program.steps)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Names that mean something else than they seem to, or may at any time."""
        names = (*BUILTINS, "print", "display")
        hidden = set(names) if _STAR.search(self.text) else {name for name in names if name in self.bound}
        for line in _GLOBAL.findall(self.text):
            hidden.update(re.findall(r"\w+", line))
        return frozenset(hidden)

    @cached_property
    def kernel(self) -> bool:
        """Were the outputs made by IPython? A converter's carry no counts; other kernels display by rules of their own."""
        told = self.program.metadata
        names = [str(one.get("name", "")) for key in ("kernelspec", "language_info") if isinstance(one := told.get(key), dict)]
        if any(_OTHER_KERNEL.search(name) for name in names) or any("databricks" in key for key in told):
            return False
        return any(cell.execution_count for cell in self.program.cells)

    @cached_property
    def numbered(self) -> bool:
        """Does some result carry the number of its cell?"""
        results = ((cell.execution_count, count_of(one)) for cell in self.program.cells for one in cell.outputs if is_result(one))
        return any(own == made is not None for own, made in results)

    @cached_property
    def plain(self) -> bool:
        """Does nothing change which values are displayed?"""
        results = (sum(1 for one in cell.outputs if one.get("output_type") in RESULTS) for cell in self.program.cells)
        return self.kernel and not _DISPLAY_SET.search(self.text) and max(results, default=0) < 2

    @cached_property
    def hooks(self) -> bool:
        """May something be shown under cells that did not show it?"""
        return bool(_HOOKS.search(self.text))

    @cached_property
    def diverted(self) -> bool:
        """Does what is printed go elsewhere?"""
        return bool(_DIVERTED.search(self.text))

    @cached_property
    def modern(self) -> bool:
        """Did it run under Python 3?"""
        told = self.program.metadata
        language, kernel = told.get("language_info"), told.get("kernelspec")
        version = str(language.get("version", "")) if isinstance(language, dict) else ""
        old = version.startswith("2") or (not version and isinstance(kernel, dict) and "2" in str(kernel.get("name", "")))
        return not old and not any(
            one.get("output_type") == "pyout" or "stream" in one for cell in self.program.cells for one in cell.outputs
        )

    @cached_property
    def contrast(self) -> bool:
        """Does some other cell end in an assignment and show nothing?"""
        return any(
            step.cell.execution_count and not step.cell.outputs and step.tree is not None and step.tree.body and assigns(step.tree.body[-1])
            for step in self.program.steps
        )


def assigns(node: ast.stmt) -> bool:
    """IPython may be set to display what such a statement binds; no other."""
    return isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign)


def is_result(output: Mapping[str, Any]) -> bool:
    """The value of a cell's last expression."""
    return output.get("output_type") in RESULTS


def is_shown(output: Mapping[str, Any]) -> bool:
    """Something that was printed or displayed by a call."""
    kind = output.get("output_type")
    return kind == "display_data" or (kind == "stream" and output.get("name", output.get("stream")) == "stdout")


def count_of(output: Mapping[str, Any]) -> int | None:
    """The number under which a result was made."""
    count = output.get("execution_count", output.get("prompt_number"))
    return count if isinstance(count, int) else None


def printed_in(cell: Cell) -> tuple[str, int]:
    """All that was printed, and the number of the first such output."""
    parts, first = [], -1
    for number, output in enumerate(cell.outputs):
        if output.get("output_type") == "stream" and output.get("name", output.get("stream")) == "stdout":
            parts.append(_joined(output.get("text")))
            first = number if first < 0 else first
    return "".join(parts), first


def text_of(output: Mapping[str, Any]) -> str | None:
    """What stands in an output as plain text."""
    data = output.get("data")
    text = data.get("text/plain") if isinstance(data, dict) else output.get("text")
    return _joined(text) if text is not None else None


def _joined(text: object) -> str:
    if isinstance(text, list):
        return "".join(part for part in text if isinstance(part, str))
    return text if isinstance(text, str) else ""


def flat(text: str) -> str:
    """Text with every run of white space as one blank."""
    return " ".join(text.split())


def quote(text: str | None) -> str:
    """The beginning of a text, in one line."""
    line = flat((text or "")[:2000])
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"
