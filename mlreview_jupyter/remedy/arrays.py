"""A name and the program → does it certainly hold an array, whose rows an index takes?"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..model.program import Program
from .learnt import qualified
from .names import all_nodes, imported, root

DEEP = 6  # names that are defined by names
_MAKES = frozenset({"values", "to_numpy"})
_NEW = frozenset(
    "array asarray zeros ones empty full arange linspace eye concatenate vstack hstack column_stack stack load loadtxt".split()
)


def is_array(program: Program, name: str, but: Collection[ast.stmt] = (), level: int = 0) -> bool:
    """Is it bound to arrays alone, these statements aside?"""
    if level > DEEP:
        return False
    names = imported(program)
    generators = {one.id for one, value in _assigned(program) if isinstance(one, ast.Name) and _is_generator(value, names)}
    bound = [value for target, value in _assigned(program, but) if name in _names(target)]
    stores = sum(
        (isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store)) or (isinstance(one, ast.arg) and one.arg == name)
        for one in all_nodes(program)
    )
    mine = sum(
        1 for part in but for one in ast.walk(part) if isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store)
    )
    gives = _Gives(program, names, generators, level)
    return bool(bound) and stores - mine == len(bound) and all(gives.array(value) for value in bound)


def _assigned(program: Program, but: Collection[ast.stmt] = ()) -> Iterator[tuple[ast.expr, ast.expr]]:
    for one in all_nodes(program):
        if isinstance(one, ast.Assign) and one not in but:
            for target in one.targets:
                yield target, one.value


def _names(target: ast.expr) -> frozenset[str]:
    return frozenset(one.id for one in (target.elts if isinstance(target, ast.Tuple) else [target]) if isinstance(one, ast.Name))


def _is_generator(node: ast.expr, names: dict[str, str]) -> bool:
    return isinstance(node, ast.Call) and qualified(node.func, names) in ("numpy.random.default_rng", "numpy.random.RandomState")


@dataclass(frozen=True, slots=True)
class _Gives:
    """Asked of an expression."""

    program: Program
    names: dict[str, str]
    generators: Collection[str]
    level: int

    def array(self, node: ast.expr) -> bool:
        """Does it give an array?"""
        if isinstance(node, ast.Name):
            return is_array(self.program, node.id, (), self.level + 1)
        if isinstance(node, ast.Attribute):
            return node.attr in _MAKES
        if isinstance(node, ast.BinOp | ast.Compare):  # a frame beside an array gives a frame
            sides = [node.left, *([node.right] if isinstance(node, ast.BinOp) else node.comparators)]
            return any(map(self.array, sides)) and all(isinstance(one, ast.Constant) or self.array(one) for one in sides)
        if isinstance(node, ast.Subscript):
            return self.array(node.value)
        return isinstance(node, ast.Call) and self._call(node)

    def _call(self, node: ast.Call) -> bool:
        name = qualified(node.func, self.names)
        if name.startswith("sklearn.datasets.load_"):
            told = {one.arg: ast.unparse(one.value) for one in node.keywords}
            return told.get("return_X_y") == "True" and told.get("as_frame", "False") == "False"
        if name.startswith(("sklearn.datasets.make_", "numpy.random.")):
            return True
        if name.startswith("numpy."):  # most of NumPy gives back a frame for a frame
            return name.rpartition(".")[2] in _NEW or any(map(self.array, node.args[:1]))
        func = node.func
        if not isinstance(func, ast.Attribute):
            return False
        if func.attr in _MAKES or root(func) in self.generators:
            return True
        return func.attr in ("astype", "reshape", "copy", "ravel") and self.array(func.value)
