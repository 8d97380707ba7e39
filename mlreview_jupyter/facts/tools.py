"""Operators of tools: made, fitted, applied, scored; and of pipelines, which are tools made of tools."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..catalog.lookup import Call, by_name
from ..model.facts import NONE_LEARNED, Draw, Kind, Mark, Role, Tool, Value
from ..model.ops import Learns, Op
from ..model.rows import By
from .arguments import Arguments
from .classes import instance_learned
from .frames import is_data
from .join import blend, contents, whole
from .machine import Machine
from .randomness import draw_of

CHOSEN = (Learns.CHOICE, Learns.SELECTION)


def make(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A tool, with the tools that it holds, its randomness, and what was chosen for its settings."""
    held: list[Value] = []
    if call.holds:
        for one in args.all(call.holds):
            held.extend(_tools(m, one))
    inflow = blend(args.every(), Kind.CONSTANT).learned
    learned = frozenset(number for number in inflow if m.learnings[number].learns in CHOSEN) if inflow else NONE_LEARNED
    draw = draw_of(m, call, args)
    tool = m.keep(Value(Kind.TOOL, None, learned, draw, name, tuple(held), held=Tool(learned), attributes=dict(args.keywords) or None))
    if call.random and call.protocol != "splitter":
        m.event(Op.MAKE, name, node, {}, tool, draw)
    return tool


def _tools(m: Machine, value: Value) -> Iterator[Value]:
    """The tools in a list of steps, however it is nested."""
    value = m.present(value)
    if value.kind in (Kind.TOOL, Kind.INSTANCE):
        yield value
    elif value.kind in (Kind.SEQUENCE, Kind.MAPPING, Kind.EACH):
        for one in contents(value):
            yield from _tools(m, one)


def parts(m: Machine, tool: Value) -> Iterator[Value]:
    """A tool and all that it is made of, down to those that hold nothing; a model's own parts are its own business."""
    call = by_name(tool.name) if tool.kind is Kind.TOOL else None
    if call is not None and (call.protocol == "pipeline" or call.learns is Learns.CHOICE) and tool.items:
        for one in tool.items:
            yield from parts(m, m.present(one))
        if call.learns is Learns.CHOICE:
            yield tool
    else:
        yield tool


def _data(args: Arguments, call: Call) -> tuple[Value, Value | None]:
    data = args.get(call.roles.get("data", (0,))) or args.loose or Value()
    return (whole(data) if data.kind in (Kind.SEQUENCE, Kind.EACH, Kind.MAPPING) else data), args.get(call.roles.get("target", (1,)))


def learn(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A transformer learns; the state it had before is gone."""
    data, target = _data(args, call)
    if owner is None:
        return Value()
    described = by_name(owner.name)
    fresh = m.learn(described.learns if described is not None else Learns.STATISTIC, owner.name, node, _marked(data, owner), _subject(node))
    inflow = data.learned | (target.learned if target is not None else NONE_LEARNED)
    tool = _taught(m, owner, fresh | inflow, keep="partial_fit" in _method(node))
    if fresh:
        m.event(Op.LEARN, owner.name, node, {"data": data, "model": tool})
    if call.then == "apply":
        return apply(m, call, name, tool, args, node)
    return tool


def fit(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A model learns; so does everything that a pipeline or a search holds."""
    data, target = _data(args, call)
    if owner is None:
        return Value()
    marked = _marked(data, owner)
    fresh, own = NONE_LEARNED, None
    for part in parts(m, owner):
        if part.kind is Kind.INSTANCE:  # it learns anew, and what comes out of it goes to the next
            _teach(m, part, marked, target, node)
            marked = _pass(m, part, marked, node)
            fresh |= instance_learned(m, m.present(part)) | (marked.learned - data.learned)
            continue
        described = by_name(part.name)
        protocol = described.protocol if described is not None else "model"
        kind = described.learns if described is not None and described.learns is not Learns.NOTHING else Learns.FIT
        if protocol == "stateless":
            continue
        if kind is Learns.CHOICE:
            kind = Learns.FIT
        fresh |= m.learn(Learns.RESAMPLING if protocol == "sampler" else kind, part.name, node, marked, _subject(node))
        own = part
    inflow = data.learned | (target.learned if target is not None else NONE_LEARNED)
    roles = {"data": data, "model": owner, **({"target": target} if target is not None else {})}
    event = m.event(Op.FIT, owner.name, node, roles, None, _folds_draw((owner.attributes or {}).get("cv")))
    settings = _settings(owner)
    tool = _taught(m, owner, fresh | inflow | settings, keep="partial_fit" in _method(node))
    if own is owner and data.rows is not None and _is_search(owner):
        tool = m.change(tool, tool._replace(held=Tool(settings, (data.rows, event.id, inflow))))
    if call.then == "predict":
        return predict(m, call, name, tool, args, node)
    if call.then == "apply":
        return apply(m, call, name, tool, args, node)
    return tool


def _settings(tool: Value) -> frozenset[int]:
    return tool.held.settings if isinstance(tool.held, Tool) else NONE_LEARNED


def _is_search(tool: Value) -> bool:
    call = by_name(tool.name)
    return call is not None and call.learns is Learns.CHOICE


def _method(node: ast.expr) -> str:
    return node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""


def _subject(node: ast.expr) -> ast.expr | None:
    if isinstance(node, ast.Call):
        return node.args[0] if node.args else (node.keywords[0].value if node.keywords else None)
    return None


def _marked(data: Value, owner: Value) -> Value:
    return data._replace(marks=data.marks | (owner.marks & Mark.GAP))


def _taught(m: Machine, tool: Value, learned: frozenset[int], keep: bool) -> Value:
    new = tool._replace(learned=tool.learned | learned if keep else learned, marks=tool.marks | Mark.FITTED)
    return m.change(tool, new) if tool.refs else new


def _teach(m: Machine, part: Value, data: Value, target: Value | None, node: ast.expr) -> None:
    given = Arguments([data, *([target] if target is not None else [])], {})
    m.call(Value(Kind.METHOD, name="fit", held=(part, None)), given, node)


def _pass(m: Machine, part: Value, data: Value, node: ast.expr) -> Value:
    given = m.call(Value(Kind.METHOD, name="transform", held=(part, None)), Arguments([data], {}), node)
    return data._replace(learned=data.learned | whole(given).learned)


def _through(m: Machine, tool: Value, data: Value, node: ast.expr) -> Value:
    """What the author's own transformers in a pipeline do to the data on its way."""
    for part in parts(m, tool) if tool.items else ():
        if part.kind is Kind.INSTANCE:
            data = _pass(m, part, data, node)
    return data


def _through_fold(m: Machine, tool: Value, data: Value, train: Value, target: Value | None, node: ast.expr) -> Value:
    """The same inside a fold: copies of them learn from the fold's training part; they themselves stay as they are."""
    for part in parts(m, tool) if tool.items else ():
        if part.kind is Kind.INSTANCE:
            before = m.present(part)
            _teach(m, part, train, target, node)
            data = _pass(m, m.present(part), data, node)
            m.change(part, before)
    return data


def _folds_draw(cv: object) -> Draw:
    """The randomness of the folds that a search or a score makes inside."""
    return cv.symbol if isinstance(cv, Value) and cv.kind is Kind.TOOL and isinstance(cv.symbol, Draw) else Draw.NONE


def _fitted(m: Machine, tool: Value) -> Value:
    """A tool as it is now, with what its parts were taught one by one."""
    learned = tool.learned
    for part in tool.items or ():
        learned |= m.present(part).learned
    return tool._replace(learned=learned) if learned != tool.learned else tool


def apply(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """What a transformer learned flows into rows."""
    data, _ = _data(args, call)
    tool = _fitted(m, owner) if owner is not None else Value()
    data = _through(m, tool, data, node)
    kind = Kind.DATA if data.rows is not None else Kind.UNKNOWN
    return m.keep(Value(kind, data.rows, data.learned | tool.learned, marks=(data.marks | tool.marks) & Mark.GAP))


def predict(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """What a model learned flows into rows."""
    out = apply(m, call, name, owner, args, node)
    out = m.change(out, out._replace(marks=out.marks | Mark.PREDICTED))
    m.event(Op.PREDICT, owner.name if owner is not None else name, node, {"model": owner or Value(), "data": out})
    return out


def score(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A model's own score of some rows, or a metric of truth and predictions."""
    if owner is None and "model" in call.roles:
        owner = args.get(call.roles["model"])
    if owner is not None and "predicted" not in call.roles:
        data = args.get(call.roles["data"]) or args.loose or Value()
        data = whole(data) if data.kind in (Kind.SEQUENCE, Kind.EACH) else data
        tool = _fitted(m, owner)
        data = _through(m, tool, data, node)
        m.event(Op.SCORE, f"{owner.name}.{_method(node) or name}", node, {"model": owner, "data": data})
        return m.score(
            f"{owner.name}.{_method(node) or 'score'}",
            node,
            data.rows,
            data.learned | tool.learned,
            not (data.marks | tool.marks) & Mark.GAP,
        )
    truth, predicted = (whole(args.get(call.roles[role]) or Value()) for role in ("truth", "predicted"))
    if not predicted.marks & Mark.PREDICTED and truth.marks & Mark.PREDICTED:
        truth, predicted = predicted, truth
    rows = predicted.rows if predicted.rows is not None else truth.rows
    m.event(Op.SCORE, name, node, {"truth": truth, "predicted": predicted})
    role = None if predicted.marks & Mark.PREDICTED or predicted.learned else Role.UNKNOWN
    return m.score(name, node, rows, predicted.learned, not (predicted.marks | truth.marks) & Mark.GAP, role)


def cross_score(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Split, fit and score in one call: the model learns in each fold from the other folds alone."""
    model = args.get(call.roles["model"]) or Value()
    data, target = _data(args, call)
    if not is_data(data) or data.rows is None:
        return Value(Kind.CONSTANT)
    groups = args.get(call.roles["groups"])
    roles = {"model": model, "data": data, **{key: one for key, one in (("target", target), ("groups", groups)) if one is not None}}
    event = m.event(Op.CROSS_SCORE, name, node, roles, None, _folds_draw(args.get(("cv",))))
    rows = data.rows
    train = data._replace(rows=m.book.pick(rows, By("part", event.id, 0)), refs=())
    data = _through_fold(m, model, data, train, target, node)
    certain = not (data.marks | model.marks) & Mark.GAP
    inner = m.learn_at(Learns.FIT, model.name or "model", m.place(node), m.book.pick(rows, By("part", event.id, 0)), "", certain)
    learned = data.learned | _settings(model) | inner | (target.learned if target is not None else NONE_LEARNED)
    held = m.book.pick(rows, By("part", event.id, 1))
    if name.endswith("cross_val_predict"):
        return m.keep(Value(Kind.DATA, held, learned, marks=Mark.PREDICTED | (0 if certain else Mark.GAP)))
    return m.score(name, node, held, learned, certain)
