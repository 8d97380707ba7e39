"""`owner.name`, where it is not called at once."""

from __future__ import annotations

import ast

from ..catalog.lookup import by_method, by_name
from ..model.facts import NONE_LEARNED, Kind, Mark, Role, Tool, Value
from ..model.ops import Learns, Op
from ..model.rows import By
from .arguments import Arguments
from .beneath import seen_as, told_of_rows
from .brought import part_of
from .classes import find_attribute
from .frames import ACCESSORS, column, is_data, length
from .headings import heads
from .join import expression
from .machine import Machine
from .metrics import metric_of
from .parts import best_of, part, protocol_of
from .pathnames import path_attribute
from .stopping import told_by_epoch

# Attributes of data that are the same rows, seen otherwise.
SAME_ROWS = frozenset(["values", "T", "str", "dt", "cat", "array", "real", "imag", "data", "sparse", "A", "flat"])
DATE_PARTS = frozenset("year quarter month week day dayofweek dayofyear weekday hour minute second date time".split())
# Attributes of tools that are their parts, or one of them.
PARTS = frozenset(
    """
    named_steps steps estimators_ named_estimators_ transformer_list named_transformers_ transformers transformers_ best_estimator_
    estimator regressor_
    """.split()
)
SEARCHED = frozenset({"best_score_", "cv_results_", "grid_scores_"})


def attribute(m: Machine, node: ast.Attribute) -> Value:
    """An attribute that is read."""
    return get_attribute(m, m.evaluate(node.value), node.attr, node)


def get_attribute(m: Machine, owner: Value, name: str, node: ast.AST) -> Value:
    """What an attribute of a value is."""
    kind = owner.kind
    if kind in (Kind.MODULE, Kind.SYMBOL):
        inside = (owner.attributes or {}).get(name)
        if isinstance(inside, Value):
            return m.present(inside)
        return Value(Kind.SYMBOL, name=f"{owner.name}.{name}")
    if owner.attributes is not None and isinstance(owner.attributes.get(name), Value):
        held: Value = owner.attributes[name]
        return m.present(held)
    if is_data(owner):
        part = part_of(owner, name)
        return part if part is not None else _of_data(m, owner, name, node)
    if kind is Kind.TOOL:
        return _of_tool(m, owner, name, node)
    if kind in (Kind.INSTANCE, Kind.CLASS):
        told = find_attribute(m, owner if kind is Kind.CLASS else owner.held, name)
        if told is not None:
            found = m.present(told[0])
            if found.kind is not Kind.FUNCTION or kind is Kind.CLASS:
                return found
            method = Value(Kind.METHOD, name=name, held=(owner, None))
            return m.call(method, Arguments([], {}), node) if found.marks & Mark.PROPERTY and isinstance(node, ast.expr) else method
        return Value(Kind.METHOD, name=name, held=(owner, None), learned=owner.learned)
    if kind is Kind.CONSTANT:
        if isinstance(owner.symbol, str) and (text := path_attribute(owner.symbol, name)) is not None:
            return owner._replace(symbol=text)
        return Value(Kind.METHOD, name=name, held=(owner, None), learned=owner.learned, scores=owner.scores)
    return Value(Kind.METHOD, name=name, held=(owner, None), rows=owner.rows, learned=owner.learned, marks=owner.marks & Mark.GAP)


def _of_data(m: Machine, owner: Value, name: str, node: ast.AST) -> Value:
    if name in ACCESSORS:
        return Value(Kind.METHOD, name=name, held=(owner, None))
    if name == "shape":
        return Value(Kind.SEQUENCE, items=(length(owner.rows), Value(Kind.CONSTANT)))
    if name == "index":
        return m.keep(
            owner._replace(
                learned=NONE_LEARNED if owner.rows is not None else owner.learned,  # without rows, these are the names of columns
                marks=(owner.marks & (Mark.GAP | Mark.EITHER | Mark.ORDERED)) | Mark.INDEX,
                columns=None,
                symbol=("index", owner.rows),
                held=None,
            )
        )
    if name == "columns":
        return heads(m, owner)
    if name in SAME_ROWS:
        return owner
    call = by_method("data", name)
    if call is not None and not (owner.columns is not None and name in owner.columns.known):
        if call.op is Op.DESCRIBE:
            return Value(Kind.CONSTANT)
        return Value(Kind.METHOD, name=name, held=(owner, None), rows=owner.rows, learned=owner.learned)
    if owner.name and name in DATE_PARTS:
        return owner._replace(
            refs=(), symbol=expression("attribute", owner.symbol, name) if isinstance(owner.symbol, tuple) else owner.symbol
        )
    if name == "metrics" and owner.marks & Mark.PREDICTED and owner.columns is None:  # predictions that were judged where they were made
        return m.score(name, node, owner.rows, owner.learned, owner.marks)
    return column(m, owner, name)


def _of_tool(m: Machine, owner: Value, name: str, node: ast.AST) -> Value:
    if name == "best_estimator_" and (best := best_of(m, owner)) is not None:
        return best
    if name in PARTS:
        return owner
    if name == "history" and (kept := told_by_epoch(m, owner, node)) is not None:
        return kept
    if (inside := part(m, owner, name)) is not None:  # `pipeline.named_steps.scaler`
        return inside
    if name in SEARCHED and isinstance(owner.held, Tool) and owner.held.searched is not None:
        rows, event, learned = owner.held.searched
        fit = m.learn_at(Learns.FIT, owner.name, m.place(node), m.book.pick(rows, By("part", event, 0)), "", not owner.marks & Mark.GAP)
        m.before.update(dict.fromkeys(fit, learned))
        held_out = m.book.pick(rows, By("part", event, 1))
        inside = m.score(name, node, held_out, learned | fit, owner.marks, Role.SELECTION, metric_of(m, owner))
        return inside._replace(learned=owner.learned)
    told = by_method("formula", name) if protocol_of(owner) == "formula" else None
    if told is not None and told.op in (Op.MEASURE, Op.SPREAD):
        return told_of_rows(m, owner, told)
    if name.endswith("_"):
        return Value(Kind.CONSTANT, learned=_as_selection(m, owner), marks=owner.marks & Mark.GAP)
    return Value(Kind.METHOD, name=name, held=(owner, None), learned=owner.learned)


def _as_selection(m: Machine, tool: Value) -> frozenset[int]:
    """What a model's own attributes tell is a choice once it is used: of settings by a search, of columns by importances."""
    call = by_name(tool.name)
    kind = Learns.CHOICE if call is not None and call.learns is Learns.CHOICE else Learns.SELECTION
    return seen_as(m, tool, kind)
