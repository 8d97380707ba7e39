"""Statements that prepared all rows, and the two parts of a split → the same statements for each part, learning from the first alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.facts import Facts
from .changes import source
from .learnt import Learnt, learnt_in, qualified
from .lines import Line, Refusal
from .names import all_names, bound_by, imported, names_in, root
from .rowwise import RowWise


@dataclass(frozen=True, slots=True)
class Parts:
    """The names of the part to learn from and of the part that is only prepared."""

    train: str
    test: str


class Replay:
    """What the statements that are moved turn into, one after the other.

    `rows` are the expressions that stand for the rows being prepared, as text. With `frame`, they are columns of that frame and are
    changed inside it.
    """

    def __init__(
        self, facts: Facts, parts: Parts, rows: Sequence[str], frame: str = "", labels: Parts | None = None, target: str = ""
    ) -> None:
        self.facts, self.parts, self.frame = facts, parts, frame
        self.rows = [frame] if frame else list(rows)
        self.labels, self.target = labels, target
        self.first_label = target
        self.names = imported(facts.program)
        self.taken = set(all_names(facts.program))
        self.values: set[str] = set()  # names of statistics and tools
        self.loops: set[str] = set()
        self.subset = False
        self.rowwise = RowWise(facts.program, self.names, self.values, self.loops, self._rows_in)

    def line(self, line: Line) -> list[str]:
        """The statements that take the place of one."""
        node = line.node
        if isinstance(node, ast.For) and not node.orelse:
            return self._loop(line, node)
        learnt = learnt_in(self.facts, line)
        if any(one.resamples for one in learnt):
            return self._resampled(line, learnt)
        value, target = _value(node)
        if value is None:
            raise Refusal("it is a statement of another kind")
        for one in learnt:
            self._check(one)
        outside = self._outside(node, learnt)
        if isinstance(node, ast.Expr) and not (
            isinstance(value, ast.Call) and (self._inplace(value) or (learnt and learnt[0].node is value))
        ):
            raise Refusal("a statement that only shows something would show something else")
        if not outside:
            return self._once(line, learnt, target)
        self.rowwise.check(value, {one.node for one in learnt})
        return self._twice(line, learnt, target)

    # ---- statements

    def _loop(self, line: Line, node: ast.For) -> list[str]:
        if not isinstance(node.target, ast.Name) or any(isinstance(one, ast.Break | ast.Continue) for one in ast.walk(node)):
            raise Refusal("a loop of another kind")
        if self._rows_in(node.iter) and not self.frame:
            raise Refusal("it loops over the rows")
        self.values.add(node.target.id)
        self.loops.add(node.target.id)
        head = source(line.step, node.iter, self._instead(node.iter, self.parts.train))
        body = [new for one in node.body for new in self.line(Line(line.step, one))]
        return [f"for {node.target.id} in {head}:", *(f"    {one}" for one in body)]

    def _resampled(self, line: Line, learnt: Sequence[Learnt]) -> list[str]:
        node, one = line.node, learnt[0]
        targets = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        if len(learnt) != 1 or not isinstance(node, ast.Assign) or node.value is not one.node or not isinstance(targets, ast.Tuple):
            raise Refusal("the sampler is used in another way")
        if self.frame or self.labels is None or one.target is None or ast.unparse(one.target) != self.target:
            raise Refusal("the labels are not parted with the rows")
        if ast.unparse(one.data) not in self.rows or len(targets.elts) != 2 or not all(isinstance(each, ast.Name) for each in targets.elts):
            raise Refusal("the sampler is used in another way")
        instead: dict[ast.AST, str] = {one.data: self.parts.train, one.target: self.labels.train}
        instead.update({targets.elts[0]: self.parts.train, targets.elts[1]: self.labels.train})
        self.rows, self.target = [ast.unparse(targets.elts[0])], ast.unparse(targets.elts[1])
        return [source(line.step, node, instead)]

    def _once(self, line: Line, learnt: Sequence[Learnt], target: ast.expr | None) -> list[str]:
        """Something is learned, and no rows come of it."""
        plain = target is None or all(isinstance(one, ast.Name) for one in (target.elts if isinstance(target, ast.Tuple) else [target]))
        if any(one.applied for one in learnt) or not plain:
            raise Refusal("what it learns goes somewhere else")
        if not learnt and not names_in(line.node) & self.values:
            raise Refusal("it has nothing to do with what is prepared")
        self.values |= bound_by(line.node) | {root(one.tool) for one in learnt if isinstance(one.tool, ast.Name)}
        instead: dict[ast.AST, str] = {}
        for one in learnt:
            instead.update(self._of_training(one))
        return [source(line.step, line.node, instead)]

    def _twice(self, line: Line, learnt: Sequence[Learnt], target: ast.expr | None) -> list[str]:
        """Rows come of it: once for each part."""
        value = _value(line.node)[0]
        assert value is not None
        if isinstance(target, ast.Name) and isinstance(line.node, ast.Assign):
            new = self.values_of(line, value, learnt)
            self.rows = [self.frame] if self.frame else [target.id]
            return new
        self.subset = bool(self.frame)
        return self._both(line, line.node, learnt, ("", ""))

    def values_of(self, line: Line, value: ast.expr, learnt: Sequence[Learnt]) -> list[str]:
        """The statements that give both parts this value, computed from themselves."""
        self.rowwise.check(value, {one.node for one in learnt})
        return self._both(line, value, learnt, (f"{self.parts.train} = ", f"{self.parts.test} = "))

    def _both(self, line: Line, node: ast.AST, learnt: Sequence[Learnt], starts: tuple[str, str]) -> list[str]:
        tools = [one for one in learnt if one.applied]
        if tools and len(tools) != len(learnt):
            raise Refusal("it learns in two ways at once")
        if any(one.tool is not None and not one.applied for one in learnt):
            raise Refusal("what it learns goes somewhere else")
        before: list[str] = []
        named: dict[ast.AST, str] = {}
        for one in tools:
            if isinstance(one.tool, ast.Call):
                name = self._fresh(one.tool)
                before.append(f"{name} = {source(line.step, one.tool)}")
                named[one.tool] = name
        skip = {one.node for one in learnt}
        train = self._instead(node, self.parts.train, skip)
        test = self._instead(node, self.parts.test, skip)
        for one in learnt:
            train.update(self._of_training(one))
            if one.tool is not None:
                tool = named.get(one.tool) or source(line.step, one.tool)
                data = source(line.step, one.data, self._instead(one.data, self.parts.test))
                test[one.node] = f"{tool}.{one.applied}({data})"
            else:
                test.update(self._of_training(one))
        train.update(named)
        self._index(line, node, train, self.parts.train)
        self._index(line, node, test, self.parts.test)
        both = [starts[0] + source(line.step, node, train), starts[1] + source(line.step, node, test)]
        return before + (both if tools or not learnt else both[::-1])  # a value of the training part, before that is changed

    # ---- pieces

    def _check(self, one: Learnt) -> None:
        if not self._rows_in(one.data):
            raise Refusal("it learns from something else")
        self.rowwise.check(one.data)
        if one.target is not None and (self.labels is None or ast.unparse(one.target) != self.target):
            raise Refusal("the labels are not parted with the rows")

    def _of_training(self, one: Learnt) -> dict[ast.AST, str]:
        found = self._instead(one.node, self.parts.train)
        if one.target is not None and self.labels is not None:
            found[one.target] = self.labels.train
        return found

    def _instead(self, node: ast.AST, part: str, skip: set[ast.Call] | frozenset[ast.Call] = frozenset()) -> dict[ast.AST, str]:
        return dict.fromkeys(self._rows_in(node, skip), part)

    def _rows_in(self, node: ast.AST, skip: set[ast.Call] | frozenset[ast.Call] = frozenset()) -> list[ast.expr]:
        """The outermost pieces that stand for the rows."""
        found: list[ast.expr] = []
        stack: list[ast.AST] = [node]
        while stack:
            one = stack.pop()
            if one in skip:
                continue
            if isinstance(one, ast.expr) and self._is_rows(one):
                found.append(one)
            else:
                stack.extend(ast.iter_child_nodes(one))
        return found

    def _is_rows(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Name | ast.Subscript | ast.Attribute | ast.Call):
            return ast.unparse(node) in self.rows
        return False

    def _outside(self, node: ast.stmt, learnt: Sequence[Learnt]) -> bool:
        """Do rows come of it: those that an applied tool gives, or those that stand in it beside what it learns from?"""
        if any(one.applied for one in learnt):
            return True
        value, target = _value(node)
        assert value is not None
        inside = self._rows_in(value, {one.node for one in learnt})
        return bool(inside) or isinstance(target, ast.Subscript | ast.Attribute) or isinstance(node, ast.AugAssign)

    def _inplace(self, call: ast.Call) -> bool:
        return isinstance(call.func, ast.Attribute) and any(
            one.arg == "inplace" and isinstance(one.value, ast.Constant) and one.value.value is True for one in call.keywords
        )

    def _index(self, line: Line, node: ast.AST, instead: dict[ast.AST, str], part: str) -> None:
        """A frame that is made anew keeps the labels of its part."""
        for one in ast.walk(node):
            if not isinstance(one, ast.Call) or qualified(one.func, self.names) != "pandas.DataFrame" or one in instead:
                continue
            if any(keyword.arg == "index" for keyword in one.keywords):
                continue
            columns = next((keyword.value for keyword in one.keywords if keyword.arg == "columns"), None)
            framed = isinstance(columns, ast.Attribute) and columns.attr == "columns" and bool(self._rows_in(columns.value))
            if not (framed or self.frame) or columns is None:
                raise Refusal("whether the rows carry labels is not told")
            instead[columns] = source(line.step, columns, self._instead(columns, part)) + f", index={part}.index"
            for inner in self._rows_in(columns):
                instead.pop(inner, None)

    def _fresh(self, tool: ast.Call) -> str:
        func = tool.func
        made = func.attr if isinstance(func, ast.Attribute) else root(func)
        plain = name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", made).lower()
        number = 2
        while name in self.taken or name == made:
            name, number = f"{plain}_{number}", number + 1
        self.taken.add(name)
        return name


def _value(node: ast.stmt) -> tuple[ast.expr | None, ast.expr | None]:
    """What a statement computes, and what it is stored in."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        return node.value, node.targets[0]
    if isinstance(node, ast.AugAssign):
        return node.value, node.target
    return (node.value, None) if isinstance(node, ast.Expr) else (None, None)
