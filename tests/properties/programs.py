"""Programs with known findings, and ways of writing them otherwise without changing what they do."""

from __future__ import annotations

import ast
import keyword
import random
import re
from collections.abc import Callable
from pathlib import Path

from mlreview_jupyter.rules import find_rules
from mlreview_jupyter.syntax.magics import rewrite
from mlreview_jupyter.syntax.parse import parse

# Every example of every rule and every case: cells without the marks.
_TEXTS = [example.text for rule in find_rules() for example in (*rule.bad, *rule.good)]
_TEXTS += [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "cases").glob("*/*.py"))]
_CELLS = [[part.strip("\n") for part in text.replace("# <- here", "").split("# %%\n") if part.strip()] for text in _TEXTS]
PROGRAMS = [cells for cells in _CELLS if all(parse(cell).tree is not None and cell == rewrite(cell).text for cell in cells)]  # plain Python

Change = Callable[[list[str], random.Random], list[str]]


class _Rename(ast.NodeTransformer):
    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.copy_location(ast.Name(self.names.get(node.id, node.id), node.ctx), node)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.arg = self.names.get(node.arg, node.arg)
        return node

    def visit_Delete(self, node: ast.Delete) -> ast.AST:
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.name = self.names.get(node.name, node.name)
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.name = self.names.get(node.name, node.name)
        return self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        node.name = self.names.get(node.name, node.name) if node.name else None
        return self.generic_visit(node)


def rename(cells: list[str], chance: random.Random) -> list[str]:
    """Every name that the program itself binds or misses gets another."""
    bound: set[str] = set()
    kept: set[str] = set()  # names by which something is asked for from outside: members of classes, keywords
    for cell in cells:
        for node in ast.walk(ast.parse(cell)):
            if isinstance(node, ast.ClassDef):
                kept.update(part.name for part in node.body if isinstance(part, ast.FunctionDef))
                kept.update(part.target.id for part in node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name))
            elif isinstance(node, ast.keyword) and node.arg:
                kept.add(node.arg)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):  # `query("price < @top")`
                kept.update(re.findall(r"@(\w+)", node.value))
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                bound.add(node.id)
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                bound.add(node.name)
            elif isinstance(node, ast.arg):
                bound.add(node.arg)
    names = {name: f"{name}_{chance.randrange(1000)}" for name in bound - kept if not keyword.iskeyword(name)}
    return [ast.unparse(_Rename(names).visit(ast.parse(cell))) for cell in cells]


def comment(cells: list[str], chance: random.Random) -> list[str]:
    """Comments and blank lines between statements."""
    return ["# a comment about X_train and scaler\n\n" + cell + "\n# and another" for cell in cells]


def unused(cells: list[str], chance: random.Random) -> list[str]:
    """A cell that nothing depends on."""
    at = chance.randrange(len(cells) + 1)
    return [*cells[:at], "nothing_else_uses = [value * 2 for value in range(3)]", *cells[at:]]


def split(cells: list[str], chance: random.Random) -> list[str]:
    """Each cell becomes one cell a statement, or two cells."""
    out = []
    for cell in cells:
        body = ast.parse(cell).body
        if len(body) < 2:
            out.append(cell)
            continue
        at = chance.randrange(1, len(body))
        lines = cell.split("\n")
        first = min([body[at].lineno, *(decorator.lineno for decorator in getattr(body[at], "decorator_list", ()))])
        out += ["\n".join(lines[: first - 1]), "\n".join(lines[first - 1 :])]
    return out


def reformat(cells: list[str], chance: random.Random) -> list[str]:
    """Written as `ast.unparse` writes."""
    return [ast.unparse(ast.parse(cell)) for cell in cells]


CHANGES: dict[str, Change] = {"rename": rename, "comment": comment, "unused cell": unused, "split cells": split, "reformat": reformat}
