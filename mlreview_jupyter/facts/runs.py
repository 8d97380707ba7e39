"""Runs a program cell by cell; gives up on a cell that costs too much, and goes on with the next."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..model.facts import NONE_LEARNED, NOTHING, Kind, Mark, Value
from ..model.program import Step
from .arguments import Arguments
from .functions import call_function, uncalled
from .machine import Machine, Spent, TooDeep
from .scope import Scope

EACH = 4  # nodes that each character of a program brings: what stands there once is followed, however long it is ...
MANY = 1_000_000  # ... and when these are granted, one node a character
LINE = 40  # characters of a line of a function, about
REASON = "this runs on for longer than one review looks at"


def run(m: Machine) -> None:
    """Run every cell, and then what nothing has called."""
    granted = 0
    for step in m.program.steps:
        if step.tree is not None:
            granted = _grant(m, len(step.cell.source), granted)
            _run_step(m, step, step.tree)
    m.rehearsal = True
    for function in uncalled(m):
        node = function.held.node
        granted = _grant(m, LINE * ((node.end_lineno or node.lineno) - node.lineno + 1), granted)
        if node not in m.walked:
            _walk(m, function, node)
    m.rehearsal = False


def _grant(m: Machine, characters: int, granted: int) -> int:
    """So much text comes next: more may be spent. What was spent too much is not asked back."""
    more = characters * (EACH if granted < MANY else 1)
    m.left = max(m.left, 0) + more
    return granted + more


def _run_step(m: Machine, step: Step, tree: ast.Module) -> None:
    m.step = step
    if step.language == "aside":  # a cell that runs and binds nothing
        m.scope = Scope("function", m.main)
    try:
        m.execute(tree.body)
    except Spent:
        _give_up(m, step)
        m.open_world(REASON, tree)
        _forget(m, tree.body)
    m.scope = m.main
    m.stopped = False


def _walk(m: Machine, function: Value, node: ast.AST) -> None:
    """Walk what nothing called, once, with unknown arguments: its splits and draws count, its scores don't."""
    try:
        call_function(m, function, Arguments([], {}, Value(symbol=NOTHING)), node)
    except (Spent, TooDeep, RecursionError):
        _give_up(m, function.held.step)


def _give_up(m: Machine, step: Step) -> None:
    """From inside wherever it was back to the top level."""
    m.step, m.scope, m.choices, m.within = step, m.main, NONE_LEARNED, NOTHING
    m.depth = m.branches = m.loops = m.rounds = m.guards = m.tries = 0
    m.running.clear()
    m.nested.clear()
    m.gap("budget", REASON, step.tree or ast.Pass())


def _forget(m: Machine, body: Sequence[ast.stmt]) -> None:
    """What these statements bind may now be anything."""
    for part in (part for node in body for part in ast.walk(node)):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) and part.id in m.main.names:
            m.bind(part.id, Value(Kind.UNKNOWN, marks=Mark.GAP), part)
