"""Scores that something is picked by → what was learned by picking, and the value that was picked."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from heapq import nlargest

from ..catalog.lookup import Call
from ..model.facts import NONE_LEARNED, Kind, Mark, Score, Value
from ..model.ops import Learns, Op
from ..model.program import Step
from ..model.rows import Rows
from .arguments import Arguments
from .machine import Machine
from .shown import shown_only

LATEST = 40  # scores of one choice that are looked at
CHOSEN = (Learns.CHOICE, Learns.SELECTION)
NESTED = 3  # containers within containers into which a choice is written
EXTREMES = frozenset("max min argmax argmin idxmax idxmin nanmax nanmin nanargmax nanargmin amax amin".split())
ORDERING = frozenset("sort_values nlargest nsmallest argsort sort sorted most_common".split())
KEEPS = frozenset("save dump save_weights save_model save_pretrained save_checkpoint append update copy load_state_dict add insert".split())


def begin_loop(m: Machine) -> None:
    """One more loop around us. What is scored in it on rows that there were before is scored again and again."""
    m.outside = m.outside if m.rounds else m.book.size
    m.rounds += 1


@contextmanager
def one_for_all(m: Machine) -> Iterator[None]:
    """A loop of which one turn is followed, and stands for all."""
    begin_loop(m)
    m.once += 1
    try:
        yield
    finally:
        m.once -= 1
        m.rounds -= 1


def choose(m: Machine, name: str, node: ast.AST, by: Value, leaves: bool = False) -> frozenset[int]:
    """What is learned by picking something by these scores: nothing where there is only one to pick.

    With `leaves`, a loop ends by them: a score that it computes again and again is one of several.
    """
    if m.rehearsal or not by.scores:
        return NONE_LEARNED
    groups: dict[tuple[object, ...], list[Score]] = {}
    for number in sorted(nlargest(LATEST, by.scores)):
        score = m.scores[number]
        if score.rows is not None:
            groups.setdefault(_asked(score.rows), []).append(score)
    learned = picked = NONE_LEARNED
    step, node, statement = _asked_from(m, node, max(by.scores))
    place = step.place(node)
    first = statement[0].place(statement[1]) if statement is not None else place
    for group in groups.values():
        several = any(one.many or (leaves and one.repeated) for one in group if one.repeated or not _fold(one.rows))
        if len({_candidate(one) for one in group}) < 2 and not several:
            continue
        picked |= frozenset(one.id for one in group)
        certain = all(one.certain for one in group)
        for rows in dict.fromkeys(one.rows for one in group):
            known = m.chosen.get((place, rows))
            if known is None and rows is not None:
                known = m.chosen[place, rows] = m.learn_at(Learns.CHOICE, name, place, rows, "", certain, begin=(first.line, first.column))
            learned |= known or NONE_LEARNED
    if picked:
        inside, m.step = m.step, step
        m.event(Op.CHOOSE, name, node, {"by": Value(Kind.CONSTANT, scores=picked)}, Value(Kind.CONSTANT, learned=learned))
        m.step = inside
    return learned


def _asked_from(m: Machine, node: ast.AST, latest: int) -> tuple[Step, ast.AST, tuple[Step, ast.stmt] | None]:
    """Where a reader sees something chosen: a function that only compares what it is given chooses where it is called."""
    step, statement = m.step, m.statement
    for before, outer, call, line in reversed(m.entered):
        if before <= latest:
            break
        step, node, statement = outer, call, line
    return step, node, statement


def _asked(rows: Rows) -> tuple[object, ...]:
    """What was asked for when these rows were drawn: another draw of it is no other question."""
    by = rows.by
    return (rows.parts[0], by.b) if by is not None and by.kind == "part" else (rows,)


def _fold(rows: Rows | None) -> bool:
    """Is it one of several folds, each of which has its turn?"""
    by = rows.by if rows is not None else None
    return by is not None and by.kind == "part" and isinstance(by.a, tuple)


def _candidate(score: Score) -> tuple[object, ...]:
    """What a score speaks for: a turn of a loop, or a model; the folds of one split speak for one together."""
    if score.rows is not None and score.rows.by is not None and _fold(score.rows) and not score.repeated:
        return ("folds", score.rows.by.split)
    return ("turn", score.id) if score.repeated else ("model", score.learned)


def extreme(m: Machine, name: str, node: ast.AST, by: Value, turned: bool = False) -> frozenset[int]:
    """The largest or the smallest of scores, or where it stands: a choice, unless it is the worst of them or only serves a picture."""
    last = name.rpartition(".")[2]
    better = {better_end(by.name or m.scores[number].name) for number in by.scores}
    worst = not turned and ((better == {"min"} and "max" in last) or (better == {"max"} and "min" in last))
    return NONE_LEARNED if worst or shown_only(m, node) else choose(m, last, node, by)


def better_end(name: str) -> str:
    """Of several such scores, which is the best, as their names say: `_score` the largest, `_error` and `_loss` the least; empty where they don't."""
    last = name.rpartition(".")[2]
    if last.endswith(("loss", "error", "deviance", "distance", "_mae", "_mse", "_rmse", "_mape")):
        return "min"
    return "max" if last.endswith(("score", "accuracy", "auc", "_acc")) else ""


def picked(m: Machine, owner: Value, out: Value, key: ast.expr, node: ast.AST) -> Value:
    """`ordered[0]`: the first or the last of what was put in order by its scores."""
    if isinstance(key, ast.Tuple) and key.elts:
        key = key.elts[0]  # `ordered.loc[0, "name"]`
    number = key.operand if isinstance(key, ast.UnaryOp) and isinstance(key.op, ast.USub) else key
    if not (owner.marks & Mark.ORDERED and isinstance(number, ast.Constant) and isinstance(number.value, int)):
        return out
    return at_end(m, owner, out, node)


def at_end(m: Machine, ordered: Value, one: Value, node: ast.AST) -> Value:
    """One that stands at an end of what was put in order by its scores."""
    return marked(m, one, choose(m, "order", node, ordered))


def marked(m: Machine, value: Value, learned: frozenset[int], level: int = 0) -> Value:
    """This value, as one that knows what a choice learned; another object than the one that was picked from."""
    if not learned:
        return value
    value = m.present(value)
    items = value.items
    if level < NESTED and value.kind in (Kind.SEQUENCE, Kind.MAPPING, Kind.EACH):
        if isinstance(items, tuple):
            items = tuple(marked(m, one, learned, level + 1) for one in items)
        elif isinstance(items, dict):
            items = {key: marked(m, one, learned, level + 1) for key, one in items.items()}
    columns = value.columns.taught(learned) if value.columns is not None else None
    out = value._replace(learned=value.learned | learned, items=items, columns=columns)
    return m.keep(out._replace(refs=())) if out.refs else out


def decides(bodies: Iterable[list[ast.stmt]]) -> tuple[bool, bool]:
    """Does a branch keep something, and does it leave the loop?"""
    keeps = leaves = False
    for body in bodies:
        for statement in body:
            for part in ast.walk(statement):
                if isinstance(part, ast.Break):
                    leaves = True
                elif isinstance(part, ast.Call):
                    keeps = keeps or (isinstance(part.func, ast.Attribute) and part.func.attr in KEEPS)
                elif isinstance(part, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Return | ast.NamedExpr):
                    keeps = keeps or not isinstance(part.value, ast.Constant)
    return keeps, leaves


def optimise(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A function of the program is called again and again, and what makes its score best is kept."""
    function = args.get(call.roles["function"]) if "function" in call.roles else None
    if function is None and owner is not None and isinstance(owner.attributes, dict):
        function = owner.attributes.get("function")
    if not isinstance(function, Value) or function.kind not in (Kind.FUNCTION, Kind.METHOD, Kind.INSTANCE):
        return owner or Value()
    m.loops += 1
    with one_for_all(m):
        inside = m.call(function, Arguments([Value()], {}), node)
    m.loops -= 1
    scores = (
        inside.scores.union(*(one.scores for one in (inside.items or {}).values())) if isinstance(inside.items, dict) else inside.scores
    )
    method = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else name.rpartition(".")[2]
    learned = choose(m, method, node, Value(Kind.CONSTANT, scores=scores))
    out = Value(Kind.CONSTANT, None, learned, scores=scores)
    if owner is not None and owner.refs:
        m.change(owner, owner._replace(learned=owner.learned | learned, scores=owner.scores | scores))
        return m.present(owner)
    return out
