"""A program in, the same program written otherwise out: what it does is the same, so what is said of it must be."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable

Rewrite = Callable[[ast.Module, random.Random], ast.Module]


def _places(tree: ast.AST) -> list[list[ast.stmt]]:
    """Every block of statements that is not a class's."""
    blocks = []
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and not isinstance(node, ast.ClassDef):
                blocks.append(block)
    return blocks


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _imported(tree: ast.Module) -> set[str]:
    found = {alias.asname or alias.name for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}
    return found | {"print", "len", "int", "list", "sum", "map", "abs", "enumerate", "ValueError"}


def in_a_function(tree: ast.Module, chance: random.Random) -> ast.Module:
    """All of it in a function that is called."""
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    rest = [node for node in tree.body if node not in imports]
    function = ast.parse("def everything():\n    pass").body[0]
    assert isinstance(function, ast.FunctionDef)
    function.body = rest or function.body
    return ast.Module([*imports, function, *ast.parse("everything()").body], [])


def extracted(tree: ast.Module, chance: random.Random) -> ast.Module:
    """The right side of an assignment becomes a function of what it reads."""
    known = _imported(tree)
    spots = [
        (block, at)
        for block in _places(tree)
        for at, node in enumerate(block)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call | ast.BinOp)
        and not any(isinstance(one, ast.Lambda | ast.ListComp | ast.GeneratorExp | ast.NamedExpr) for one in ast.walk(node.value))
    ]
    if not spots:
        return tree
    block, at = chance.choice(spots)
    node = block[at]
    assert isinstance(node, ast.Assign)
    read = sorted(_names(node.value) - known)
    name = f"made_{chance.randrange(1000)}"
    function = ast.parse(f"def {name}({', '.join(read)}):\n    return None").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert isinstance(function.body[0], ast.Return)
    function.body[0].value = node.value
    node.value = ast.parse(f"{name}({', '.join(read)})", mode="eval").body
    first = next((index for index, one in enumerate(tree.body) if not isinstance(one, ast.Import | ast.ImportFrom)), 0)
    tree.body.insert(first, function)
    return tree


def chain_split(tree: ast.Module, chance: random.Random) -> ast.Module:
    """`a().b()` becomes two statements, wherever a statement is such a chain."""
    number = 0
    for block in _places(tree):
        at = 0
        while at < len(block):
            node = block[at]
            value = node.value if isinstance(node, ast.Assign | ast.Expr) else None
            if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and isinstance(value.func.value, ast.Call):
                name = f"link_{number}"
                number += 1
                block.insert(at, ast.Assign([ast.Name(name, ast.Store())], value.func.value))
                value.func.value = ast.Name(name, ast.Load())
                continue
            at += 1
    return tree


def unrolled(tree: ast.Module, chance: random.Random) -> ast.Module:
    """A loop over a few written items becomes its turns."""
    for block in _places(tree):
        for at in range(len(block) - 1, -1, -1):
            node = block[at]
            if isinstance(node, ast.For) and isinstance(node.iter, ast.List | ast.Tuple) and len(node.iter.elts) <= 6 and not node.orelse:
                if any(isinstance(one, ast.Break | ast.Continue) for one in ast.walk(node)):
                    continue
                turns: list[ast.stmt] = []
                for item in node.iter.elts:
                    turns += ast.parse(f"{ast.unparse(node.target)} = {ast.unparse(item)}").body
                    turns += ast.parse(ast.unparse(ast.Module(node.body, []))).body
                block[at : at + 1] = turns
    return tree


def reordered(tree: ast.Module, chance: random.Random) -> ast.Module:
    """Neighbours that share no name change places."""
    known = _imported(tree)
    for block in _places(tree):
        for at in range(len(block) - 1):
            one, two = block[at], block[at + 1]
            plain = all(isinstance(node, ast.Assign) for node in (one, two))
            if plain and not (_names(one) - known) & (_names(two) - known) and chance.random() < 0.7:
                block[at], block[at + 1] = two, one
    return tree


def aliased(tree: ast.Module, chance: random.Random) -> ast.Module:
    """Behind a plain assignment to one name, the name is given to another and taken back."""
    for block in _places(tree):
        for at in range(len(block) - 1, -1, -1):
            node = block[at]
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and chance.random() < 0.3:
                name = node.targets[0].id
                block[at + 1 : at + 1] = ast.parse(f"also_{at} = {name}\n{name} = also_{at}").body
    return tree


def guarded(tree: ast.Module, chance: random.Random) -> ast.Module:
    """A statement stands in a `with` that changes nothing."""
    for block in _places(tree):
        for at, node in enumerate(block):
            if isinstance(node, ast.Assign | ast.Expr) and chance.random() < 0.15:
                inside = ast.parse("with open('log.txt') as log:\n    pass").body[0]
                assert isinstance(inside, ast.With)
                inside.body = [node]
                block[at] = inside
    return tree


REWRITES: dict[str, Rewrite] = {one.__name__: one for one in (in_a_function, extracted, chain_split, unrolled, reordered, aliased, guarded)}


def rewritten(text: str, names: list[str], seed: int) -> str:
    """The program after these, one after the other."""
    tree = ast.parse(text)
    for name in names:
        tree = ast.parse(ast.unparse(ast.fix_missing_locations(REWRITES[name](tree, random.Random(seed)))))
    return ast.unparse(tree)


DEAD = """
def nobody_calls_this(table):
    from sklearn.preprocessing import StandardScaler
    table = StandardScaler().fit_transform(table)
    return (table - table.mean()) / table.std()

class NobodyMakesThis:
    def fit(self, rows):
        self.middle = rows.mean()
        return self
"""
LOOKED_AT = """
import pandas as only_looked_at
shown = only_looked_at.read_csv("data.csv")
print(shown.describe(), shown.mean(numeric_only=True))
average = shown.select_dtypes("number").std()
print(average.max())
"""


def with_dead_code(text: str, chance: random.Random) -> str:
    """Definitions that nothing uses at the top, statistics that feed nothing at the end."""
    return (DEAD if chance.random() < 0.7 else "") + text + (LOOKED_AT if chance.random() < 0.7 else "")
