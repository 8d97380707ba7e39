"""An expression → short words for it, as its author wrote them."""

from __future__ import annotations

import ast


def words(node: ast.AST | None) -> str:
    """A short expression in the author's words: `df[cols]`, `X_train`; empty for a long one."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = words(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    if isinstance(node, ast.Subscript):
        inner, key = words(node.value), node.slice
        shown = repr(key.value) if isinstance(key, ast.Constant) and isinstance(key.value, str) else words(key)
        return f"{inner}[{shown or '…'}]" if inner else ""
    return ""
