"""A comprehension over the names of columns → which of them it takes, as far as their names tell."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..model.facts import NOTHING, Kind, Value
from .frames import all_but, is_data, some_of, texts
from .machine import Machine

KNOWN = "known names"  # under this a choice of columns keeps the names that its frame is known to have
MOST = 300  # names that are asked one by one
SPELLED = frozenset({"lower", "upper", "strip", "casefold", "title"})
LESS = frozenset({"difference", "drop", "remove", "discard", "difference_update"})  # methods after which these names are not among them
Answer = bool | None


def headings(m: Machine, node: ast.expr, sources: list[Value]) -> Value | None:
    """`[c for c in frame.columns if c.startswith("x_")]`; None where that is no choice by name."""
    if not isinstance(node, ast.ListComp | ast.SetComp) or len(node.generators) != 1 or not sources:
        return None
    (loop,) = node.generators
    if not (isinstance(loop.target, ast.Name) and isinstance(node.elt, ast.Name) and node.elt.id == loop.target.id):
        return None
    found = _names(sources[0])
    if found is None:
        return None
    known, out, whole, some = found
    target = loop.target.id
    tests = [_Test(m, test, target) for test in loop.ifs]
    names = known if whole else [*known, *(name for test in tests for name in test.spelled if name not in out)]
    told = {name: _every(test.of(name) for test in tests) for name in dict.fromkeys(names[:MOST])}
    taken = [name for name, answer in told.items() if answer]
    open_ = any(answer is None for answer in told.values()) or len(names) > MOST
    if not open_ and (whole or any(test.only for test in tests)):
        return m.keep(Value(Kind.SEQUENCE, items=tuple(Value(Kind.CONSTANT, symbol=name) for name in taken)))
    left_out = out | frozenset(name for name, answer in told.items() if answer is False)
    if not open_ and not some and all(test.bars for test in tests):
        return m.keep(_choice(("all but", left_out), known))
    if not any(answer is not None for answer in told.values()) and not some:
        return None
    return m.keep(_choice(("some", frozenset(taken), left_out), known))


def _choice(symbol: tuple[object, ...], known: list[str]) -> Value:
    inside = Value(Kind.SEQUENCE, items=tuple(Value(Kind.CONSTANT, symbol=name) for name in known))
    return Value(Kind.EACH, items=(Value(Kind.CONSTANT),), symbol=symbol, attributes={KNOWN: inside} if known else None)


def heads(m: Machine, frame: Value) -> Value:
    """`frame.columns`: the names, or a choice among names that are not all known."""
    columns = frame.columns
    if columns is None:
        return m.keep(Value(Kind.EACH, items=(Value(Kind.CONSTANT),), symbol=("all but", frozenset())))
    known = [name for name in columns.known if name]
    if not columns.more and "" not in columns.known:
        return m.keep(Value(Kind.SEQUENCE, items=tuple(Value(Kind.CONSTANT, symbol=key) for key in columns.known)))
    if isinstance(columns.of, tuple) and columns.of[:1] == ("some",):
        return m.keep(_choice(("some", frozenset(known), columns.without), known))
    return m.keep(_choice(("all but", columns.without), known))


def method_of_names(m: Machine, owner: Value, name: str, first: Value | None) -> Value | None:
    """A method of `frame.columns`, or of a list of names made of it; None where it is like any other list."""
    given = texts(first) if first is not None else None
    if owner.kind is Kind.SEQUENCE:
        return _of_list(m, owner, name, given)
    left_out, some = all_but(owner), some_of(owner)
    if left_out is None and some is None:
        return None
    if name in ("tolist", "to_list", "copy", "values"):
        return m.keep(owner)
    less, more = name in LESS, name in ("append", "insert", "extend", "union", "add", "update")
    if not less and not more:
        if name == "pop":
            m.change(owner, owner._replace(symbol=NOTHING))
        return Value(Kind.CONSTANT)
    names = frozenset(given or ())
    symbol: object = NOTHING
    if given is not None and left_out is not None:
        symbol = ("all but", left_out | names if less else left_out - names)
    elif given is not None and some is not None:
        symbol = ("some", some[0] - names if less else some[0] | names, some[1] | names if less else some[1] - names)
    if name in ("difference", "drop", "union"):
        return m.keep(owner._replace(symbol=symbol)) if given is not None else Value(Kind.CONSTANT)
    m.change(owner, owner._replace(symbol=symbol))
    return Value(Kind.CONSTANT, symbol=None)


def _of_list(m: Machine, owner: Value, name: str, given: list[str] | None) -> Value | None:
    """The same of names that are all known."""
    if name in ("tolist", "to_list", "copy"):
        return m.keep(owner)
    if name not in LESS or given is None or texts(owner) is None or not owner.refs:
        return None
    left = owner._replace(items=tuple(one for one in owner.items if one.symbol not in given))
    if name in ("difference", "drop"):
        return m.keep(left)
    m.change(owner, left)
    return Value(Kind.CONSTANT, symbol=None)


def _names(source: Value) -> tuple[list[str], frozenset[str], bool, bool] | None:
    """Names that are there, names that are not, whether there are no others, and whether others were left out already."""
    if is_data(source):
        columns = source.columns
        if columns is None or source.name or "" in columns.known:
            return None
        return list(columns.known), columns.without, not columns.more, isinstance(columns.of, tuple) and columns.of[:1] == ("some",)
    if source.kind is Kind.SEQUENCE and (names := texts(source)) is not None:
        return names, frozenset(), True, False
    inside = (source.attributes or {}).get(KNOWN)
    known = (texts(inside) or []) if isinstance(inside, Value) else []
    if (left_out := all_but(source)) is not None:
        return [name for name in known if name not in left_out], left_out, False, False
    if (some := some_of(source)) is not None:
        return sorted(some[0]), some[1], False, True
    return None


def _every(answers: Iterator[Answer]) -> Answer:
    told: Answer = True
    for answer in answers:
        if answer is False:
            return False
        told = None if answer is None else told
    return told


class _Test:
    """One condition on a name. `only`: it takes none but the names that it spells; `bars`: it takes all but those."""

    def __init__(self, m: Machine, node: ast.expr, target: str) -> None:
        self.m, self.node, self.target = m, node, target
        self.given: dict[ast.expr, Value] = {}
        self.spelled: list[str] = []
        self.only = self.bars = False
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and self._name(node.left, "") is not None:
            self.spelled = texts(self._value(node.comparators[0])) or []
            if self.spelled:
                self.only = isinstance(node.ops[0], ast.In | ast.Eq) and self._listed(node)
                self.bars = isinstance(node.ops[0], ast.NotIn | ast.NotEq) and self._listed(node)

    def _listed(self, node: ast.Compare) -> bool:
        """`c in names`, `c == name`: not `c in "text"`."""
        return isinstance(node.ops[0], ast.Eq | ast.NotEq) or self._value(node.comparators[0]).kind is Kind.SEQUENCE

    def of(self, name: str) -> Answer:
        """Does this name meet it?"""
        return self._answer(self.node, name)

    def _answer(self, node: ast.expr, name: str) -> Answer:
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            inner = self._answer(node.operand, name)
            return None if inner is None else not inner
        if isinstance(node, ast.BoolOp):
            answers = [self._answer(part, name) for part in node.values]
            decides = isinstance(node.op, ast.Or)
            return decides if decides in answers else None if None in answers else not decides
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return self._compared(node, node.ops[0], name)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("startswith", "endswith"):
            text, ends = self._name(node.func.value, name), self._texts(node.args[0]) if len(node.args) == 1 else None
            if text is None or ends is None:
                return None
            return text.startswith(tuple(ends)) if node.func.attr == "startswith" else text.endswith(tuple(ends))
        return None

    def _compared(self, node: ast.Compare, op: ast.cmpop, name: str) -> Answer:
        text, other = self._name(node.left, name), node.comparators[0]
        if text is None:
            part, whole = self._texts(node.left), self._name(other, name)
            if part is None or whole is None or len(part) != 1 or not isinstance(op, ast.In | ast.NotIn):
                return None
            return (part[0] in whole) is isinstance(op, ast.In)
        names = self._texts(other)
        if names is None or not isinstance(op, ast.In | ast.NotIn | ast.Eq | ast.NotEq):
            return None
        single = self._value(other).kind is Kind.CONSTANT and isinstance(op, ast.In | ast.NotIn)
        return (text in names[0] if single else text in names) is isinstance(op, ast.In | ast.Eq)

    def _name(self, node: ast.expr, name: str) -> str | None:
        """The name, or the same in other letters."""
        if isinstance(node, ast.Name):
            return name if node.id == self.target else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SPELLED and not node.args:
            inner = self._name(node.func.value, name)
            return None if inner is None else str(getattr(inner, node.func.attr)())
        return None

    def _texts(self, node: ast.expr) -> list[str] | None:
        return texts(self._value(node))

    def _value(self, node: ast.expr) -> Value:
        """What the program compares names with; asked once."""
        if node not in self.given:
            asks = any(isinstance(one, ast.Name) and one.id == self.target for one in ast.walk(node))
            self.given[node] = Value() if asks else self.m.evaluate(node)
        return self.given[node]
