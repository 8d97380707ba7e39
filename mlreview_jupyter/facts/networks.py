"""Networks that are called to predict, and optimizers whose steps teach them what they were called with last."""

from __future__ import annotations

import ast

from ..model.facts import NONE_LEARNED, Kind, Mark, Role, Value
from ..model.ops import Learns, Op
from ..model.rows import Rows
from .arguments import Arguments
from .classes import bases_of
from .join import whole
from .machine import Machine
from .parts import held, protocol_of, taught


def is_network(value: Value) -> bool:
    """A library's network, or an object of a class of the program that is one."""
    if value.kind is Kind.INSTANCE and isinstance(value.held, Value):
        return any(base.kind is Kind.SYMBOL and protocol_of(Value(Kind.TOOL, name=base.name)) == "network" for base in bases_of(value.held))
    return protocol_of(value) == "network"


def predicted(m: Machine, network: Value, args: Arguments, node: ast.expr, out: Value | None = None) -> Value:
    """`network(rows)`: predictions, of which `out` is what its `forward` gave where that was walked."""
    network = m.present(network)
    data = args.get((0, "x", "input"))
    data = whole(data) if data is not None else Value()
    if data.rows is None:
        return out if out is not None else Value(marks=Mark.PREDICTED)
    if network.refs:
        m.fed[network.refs[0]] = data
    learned = data.learned | network.learned | (whole(out).learned if out is not None else NONE_LEARNED)
    marks = Mark.PREDICTED | ((data.marks | network.marks) & (Mark.GAP | Mark.EITHER))
    made = m.keep(Value(Kind.DATA, data.rows, learned, marks=marks))
    m.event(Op.PREDICT, network.name, node, {"model": network, "data": made})
    if out is not None and out.kind is Kind.SEQUENCE and isinstance(out.items, tuple):  # `return mean, spread`
        return m.keep(out._replace(items=tuple(made for _ in out.items)))
    return made


def new_to(m: Machine, rows: Rows | None, learned: frozenset[int]) -> bool:
    """Are these rows none that what predicted them was fitted on?"""
    return m.role_of(rows, m.own(learned & m.fits))[0] is Role.HELD_OUT


def step(m: Machine, optimizer: Value, node: ast.expr) -> Value:
    """`optimizer.step()`: the networks whose parameters it was given learn from the rows that they were called with last."""
    for one in held(optimizer):
        network = m.present(one)
        data = m.fed.get(network.refs[0]) if network.refs else None
        if data is None or data.rows is None:
            continue
        learned = m.learn(Learns.FIT, network.name, node, data)
        m.before.update(dict.fromkeys(learned, data.learned))
        if data.marks & Mark.EITHER:
            m.vague |= learned
        m.event(
            Op.FIT,
            network.name,
            node,
            {"model": network, "data": data, "labelled": Value(Kind.CONSTANT, symbol=True)},
            Value(learned=learned),
        )
        taught(m, network, learned | data.learned, keep=True)
    return Value(Kind.CONSTANT, symbol=None)
