"""An expression over rows → does a part of the rows go through it as all of them do, but for what it learns?"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection
from dataclasses import dataclass

from ..catalog.lookup import by_method, by_name
from ..model.ops import Op
from ..model.program import Program
from .learnt import qualified
from .lines import Refusal
from .names import root
from .steady import is_steady, texts

# What moves rows, looks at their neighbours, or changes how many there are: no part may be treated alone.
_ACROSS = frozenset(
    "reset_index set_index reindex sort_values sort_index sort shift diff pct_change cumsum cumprod cummax cummin rolling expanding ewm "
    "resample ffill bfill pad interpolate transpose stack unstack melt pivot explode append insert update pop shuffle dot matmul "
    "flatten ravel squeeze reshape swapaxes permute view argsort apply map transform pipe assign".split()
)


@dataclass(frozen=True, slots=True)
class RowWise:
    """`names` are the imported ones, `values` those of statistics and tools, `loops` those that run over columns."""

    program: Program
    names: dict[str, str]
    values: set[str]
    loops: set[str]
    rows_in: Callable[[ast.AST], list[ast.expr]]

    def check(self, node: ast.expr, leaves: Collection[ast.AST] = ()) -> None:
        """Refuses an expression that gives a part other rows than it gives all of them, but for what it learns."""
        if node in leaves or self.rows_in(node) == [node] or isinstance(node, ast.Constant):
            return
        if isinstance(node, ast.Name):
            if node.id in self.values or node.id in self.names or is_steady(self.program, node.id):
                return
            raise Refusal(f"{node.id} may hold rows of its own")
        if isinstance(node, ast.Call):
            self._call(node, leaves)
        elif isinstance(node, ast.Subscript):
            if not self.rows_in(node.value) and root(node.value) not in self.values:
                raise Refusal("it takes something out of another thing")
            key = node.slice
            if isinstance(key, ast.Tuple) and len(key.elts) == 2 and ast.unparse(key.elts[0]) == ":":
                key = key.elts[1]
                if isinstance(key, ast.Slice):
                    key = ast.List([one for one in (key.lower, key.upper) if one is not None], ast.Load())
            elif self.rows_in(node.value) and not self._names_columns(key):
                raise Refusal("it takes some of the rows")
            self.check(node.value, leaves)
            self.check(key, leaves)
        elif isinstance(node, ast.Attribute):
            if node.attr in ("T", "loc", "iloc", "at", "iat"):
                raise Refusal("it takes some of the rows")
            self.check(node.value, leaves)
        elif isinstance(node, ast.BinOp | ast.UnaryOp | ast.List | ast.Tuple):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
                raise Refusal("a product of matrices")
            for one in ast.iter_child_nodes(node):
                if isinstance(one, ast.expr):
                    self.check(one, leaves)
        else:
            raise Refusal("it is an expression of another kind")

    def _names_columns(self, key: ast.expr) -> bool:
        """Is the key of an index one or several columns, as far as its text tells?"""
        if isinstance(key, ast.Name) and key.id in self.loops:
            return True
        return texts(self.program, key) is not None or (isinstance(key, ast.Name) and is_steady(self.program, key.id))

    def _call(self, node: ast.Call, leaves: Collection[ast.AST]) -> None:
        func = node.func
        name = qualified(func, self.names)
        if any(one.arg is None for one in node.keywords) or any(isinstance(one, ast.Starred) for one in node.args):
            raise Refusal("its arguments are not told")
        if not name and isinstance(func, ast.Attribute):
            described = by_method("data", func.attr)
            applies = func.attr in ("transform", "predict") and isinstance(func.value, ast.Name) and func.value.id in self.values
            upright = func.attr == "reshape" and ast.unparse(node).endswith(("reshape(-1, 1)", "reshape((-1, 1))"))
            if not applies and not upright and (described is None or described.op is not Op.KEEP or func.attr in _ACROSS):
                raise Refusal(f".{func.attr}() may do more than row by row")
            self.check(func.value, leaves)
        elif name == "pandas.DataFrame":
            if any(one.arg not in ("columns", "index", "dtype") for one in node.keywords) or len(node.args) != 1:
                raise Refusal("the frame is made in another way")
            self.check(node.args[0], leaves)
            return
        else:
            described = by_name(name) if name else None
            if described is None or described.op is not Op.KEEP:
                raise Refusal("it calls something that may do more than row by row")
        for one in (*node.args, *(keyword.value for keyword in node.keywords)):
            self.check(one, leaves)
