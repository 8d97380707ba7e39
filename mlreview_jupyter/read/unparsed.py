"""A program → why none of its code can be parsed, where that is so."""

from __future__ import annotations

import ast
import re

from ..model.program import Program

_PYTHON_2 = re.compile(
    r"^[ \t]*(?:print|exec)[ \t]+[\w\"'%]|^[ \t]*(?:except|raise)[ \t]+[\w.]+[ \t]*,|\braw_input\(|\bxrange\(", re.MULTILINE
)


def unparsed(program: Program) -> str:
    """The reason with the first place; empty where some of it was parsed, or where none of it is said to be Python."""
    if any(step.tree is not None and step.language in ("python", "aside") and _says(step.tree) for step in program.steps):
        return ""
    first = next((gap for gap in program.gaps if gap.kind == "syntax"), None)
    if first is None:
        return ""
    old = any(step.tree is None and _PYTHON_2.search(step.cell.source) for step in program.steps)
    return f"none of its code can be parsed: {first.place.words()}: {first.reason}{' (it looks like Python 2)' if old else ''}"


def _says(tree: ast.Module) -> bool:
    """Is there more in it than comments and a docstring?"""
    return any(not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) for node in tree.body)
