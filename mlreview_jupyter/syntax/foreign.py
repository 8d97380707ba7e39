"""The cells of one file and their trees → the cells that are R's without a tree: some of R parses as Python, and means nothing there."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from .parse import Parsed

_ARROW = re.compile(r"^[ \t]*[A-Za-z.][\w.$\[\]\"']*[ \t]*<-[ \t]+\S", re.MULTILINE)
R = "not Python: the file reads like R (`<-`)"


def without_r(sources: Sequence[str], parsed: Sequence[Parsed]) -> list[Parsed]:
    """The same, and no tree at all where the file is R throughout: half of its cells or more say so, and none says otherwise."""
    lines = [_arrow(source, one) for source, one in zip(sources, parsed, strict=True)]
    signs = sum(bool(line) or one.tree is None for line, one in zip(lines, parsed, strict=True))
    if not any(lines) or 2 * signs < len(parsed) or any(one.tree is not None and _python(one.tree) for one in parsed):
        return list(parsed)
    return [Parsed(None, {}, "python", R, line or 1) for line in lines]


def _arrow(source: str, parsed: Parsed) -> int:
    """The line of `name <- value`, where it is a statement; 0 where there is none. In Python it would compare and throw away."""
    if "<-" not in source or parsed.language != "python":
        return 0
    found = [source.count("\n", 0, one.start()) + 1 for one in _ARROW.finditer(source)]
    if parsed.tree is None:
        return next(iter(found), 0)
    begins = {node.lineno for node in parsed.tree.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Compare)}
    return next((line for line in found if line in begins), 0)


def _python(tree: ast.Module) -> bool:
    return any(not isinstance(node, ast.Expr | ast.Assign) for node in tree.body)
