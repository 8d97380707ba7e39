"""A fit that watches other rows than it learns from → what it learned from those, by stopping or by keeping its best round."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from ..catalog.lookup import Call, by_name
from ..model.facts import NONE_LEARNED, Kind, Mark, Role, Value
from ..model.ops import Learns, Op
from ..model.rows import Rows
from .arguments import Arguments
from .frames import is_data
from .iteration import EPOCHS
from .join import contents
from .machine import Machine
from .networks import new_to

NESTED = 3  # lists within lists of evaluated data
# How a quantity is called that is computed on other rows: `val_loss`, `eval/f1`, `loss_valid`; not `interval`, not `mean_deviation`.
WATCHED = re.compile(r"(^|[_/\W])(val|valid|validation|test|eval|evaluation|dev)($|[_/\W\d])")
OFF = (None, False, 0)


def stopped_by(m: Machine, call: Call, owner: Value, args: Arguments, node: ast.expr, trained: Rows | None) -> frozenset[int]:
    """What a fit learns from rows that decide when it ends."""
    given = evaluated(call, owner, args)
    if given is None or not _stops(m, call, owner, args):
        return NONE_LEARNED
    return _learned(m, given, node, trained, "early stopping")


def keep_best(m: Machine, call: Call, tool: Value, args: Arguments, node: ast.expr, trained: Rows | None) -> Value:
    """A callback writes the best state of a model into a file: what is read from there was chosen by the watched rows.

    The tool remembers which rows it watched.
    """
    given = evaluated(call, tool, args)
    watched = next(_evaluated(m, given), None) if given is not None and "callbacks" in call.roles else None
    if watched is not None and watched.rows is not trained and tool.refs:
        tool = m.change(tool, tool._replace(attributes={**(tool.attributes or {}), "watched": watched}))
    for watcher in _watchers(m, call, tool, args):
        told = watcher.attributes or {}
        described = by_name(watcher.name)
        path = told.get("path")
        if described is None or described.then != Op.WRITE.value or not isinstance(path, Value) or not isinstance(path.symbol, str):
            continue
        chosen = NONE_LEARNED
        if given is not None and _watches(told) and _on(told.get("best")):
            chosen = _learned(m, given, node, trained, "the best checkpoint")
        m.files[path.symbol] = m.present(tool)._replace(learned=m.present(tool).learned | chosen)
    return tool


def told_by_epoch(m: Machine, tool: Value, node: ast.AST) -> Value | None:
    """`history.history`: lists of numbers, epoch by epoch; of the rows that were watched, they are scores."""
    watched = (tool.attributes or {}).get("watched")
    if not isinstance(watched, Value) or m.rehearsal:
        return None
    learned = watched.learned | tool.learned
    role = Role.SELECTION if new_to(m, watched.rows, learned) else None
    score = m.score("history", node, watched.rows, learned, watched.marks | tool.marks, role, curve=True)
    own = dict.fromkeys(("loss", "accuracy", "acc", "mae", "mse", "auc"), Value(Kind.CONSTANT))
    return m.keep(Value(Kind.MAPPING, items={**own, **{f"val_{name}": score for name in own}, ("unknown",): score}, name=EPOCHS))


def evaluated(call: Call, owner: Value, args: Arguments) -> Value | None:
    """The rows that are scored while it fits: an argument, or what the tool was made with."""
    if "evaluated" not in call.roles:
        return None
    kept = (owner.attributes or {}).get("evaluated")
    return args.get(call.roles["evaluated"]) or (kept if isinstance(kept, Value) and not call.roles["evaluated"] else None)


def _stops(m: Machine, call: Call, owner: Value, args: Arguments) -> bool:
    """Is there anything that reads the scores of the evaluated rows while it fits?"""
    settings = owner.attributes or {}
    names = call.roles.get("stops", ())
    params = args.get(call.roles["params"]) if "params" in call.roles else None
    given = settings.get("args")
    inside = m.present(given).attributes if isinstance(given, Value) else None
    for source in (args.keywords, settings, inside, params.items if params is not None else None):
        if isinstance(source, Mapping) and any(_on(source.get(str(name))) for name in names):
            return True
    described = by_name(owner.name)
    if described is not None and described.then == Op.CHOOSE.value:  # it keeps its best round by itself
        kept = args.keywords.get("use_best_model") or settings.get("use_best_model")
        return not (isinstance(kept, Value) and kept.symbol is False)
    for watcher in _watchers(m, call, owner, args):
        known = by_name(watcher.name)
        told = watcher.attributes or {}
        if known is not None and known.then == Op.CHOOSE.value and _watches(told) and ("best" not in known.roles or _on(told.get("best"))):
            return True
    return False


def _on(value: object) -> bool:
    """A setting that is there and not switched off."""
    return isinstance(value, Value) and not (value.kind is Kind.CONSTANT and any(value.symbol is one for one in OFF))


def _watches(told: Mapping[str, Value]) -> bool:
    """Is the quantity that a callback looks at one of other rows? By custom it is, unless its name says otherwise."""
    name = told.get("monitor")
    return name is None or not isinstance(name.symbol, str) or bool(WATCHED.search(name.symbol.lower()))


def _watchers(m: Machine, call: Call, owner: Value, args: Arguments) -> Iterator[Value]:
    """The callbacks that a fit has, as far as they are known."""
    settings = owner.attributes or {}
    for name in call.roles.get("callbacks", ()):
        value = args.keywords.get(str(name)) or settings.get(str(name))
        if isinstance(value, Value):
            value = m.present(value)
            for one in contents(value) if value.kind in (Kind.SEQUENCE, Kind.EACH) else [value]:
                one = m.present(one)
                described = by_name(one.name) if one.kind is Kind.TOOL else None
                if described is not None and described.protocol == "watcher":
                    yield one


def _learned(m: Machine, given: Value, node: ast.expr, trained: Rows | None, name: str) -> frozenset[int]:
    learned = NONE_LEARNED
    for one in _evaluated(m, given):
        if one.rows is not None and one.rows is not trained:
            learned |= m.learn_at(Learns.CHOICE, name, m.place(node), one.rows, "", not one.marks & Mark.GAP)
    return learned


def _evaluated(m: Machine, value: Value, level: int = 0) -> Iterator[Value]:
    """The features of each evaluated part: `(X, y)`, `[(X, y), …]`, a data set, a dict of data sets."""
    value = m.present(value)
    if is_data(value):
        yield value
    elif level < NESTED and value.kind in (Kind.SEQUENCE, Kind.MAPPING, Kind.EACH):
        inside = [m.present(one) for one in contents(value)]
        pair = (value.kind is Kind.SEQUENCE and len(inside) in (2, 3) and is_data(inside[0]) and level > 0) or _is_pair(value, inside)
        for one in inside[:1] if pair else inside:
            yield from _evaluated(m, one, level + 1)


def _is_pair(value: Value, inside: list[Value]) -> bool:
    """`(X_test, y_test)` as it stands: two that hold the same rows."""
    return len(inside) in (2, 3) and all(is_data(one) for one in inside) and len({one.rows for one in inside}) == 1
