"""A fitted model and rows that it is judged by, column by column → how much each column counts, as something learned from those rows."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call
from ..model.facts import Kind, Mark, Role, Value
from ..model.ops import Learns
from .arguments import Arguments
from .machine import Machine
from .parts import fitted


def importances(m: Machine, call: Call, name: str, args: Arguments, node: ast.expr) -> Value:
    """By rows that the model was not fitted on, it is a choice that is made by their scores, else a selection."""
    model, data = (m.present(args.get(call.roles[role]) or Value()) for role in ("model", "data"))
    learned = fitted(m, model).learned if model.kind is Kind.TOOL else model.learned
    held_out = m.role_of(data.rows, m.own(learned & m.fits))[0] is Role.HELD_OUT
    fresh = m.learn(Learns.CHOICE if held_out else Learns.SELECTION, name, node, data)
    return Value(Kind.CONSTANT, None, data.learned | learned | fresh, marks=(data.marks | model.marks) & Mark.GAP)
