"""Operators of tools: made, fitted, applied, scored; and of pipelines, which are tools made of tools."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..catalog.lookup import Call, by_name
from ..model.facts import NONE_LEARNED, Columns, Draw, Kind, Mark, Role, Tool, Value
from ..model.ops import Learns, Metric, Op
from ..model.rows import By
from .arguments import Arguments
from .classes import instance_learned
from .frames import is_data
from .join import blend, contents, whole
from .machine import Machine
from .metrics import metric_of, of_call, of_network
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
    fresh, own, start = NONE_LEARNED, None, len(m.learnings)
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
    new = frozenset(number for number in fresh if number >= start and m.learnings[number].learns is Learns.FIT)
    m.before.update(dict.fromkeys(new, inflow))
    if data.marks & Mark.EITHER:
        m.vague |= new
    roles = {"data": data, "model": owner, **_given(args, call, "target", "evaluated", "inside", "weights", "classes")}
    if _validates(m, owner):
        roles["inside"] = Value(Kind.CONSTANT, symbol=True)
    event = m.event(Op.FIT, owner.name, node, roles, Value(learned=new), _folds_draw((owner.attributes or {}).get("cv")))
    settings = _settings(owner)
    tool = _taught(m, owner, fresh | inflow | settings, keep="partial_fit" in _method(node))
    if own is owner and data.rows is not None and _is_search(owner):
        tool = m.change(tool, tool._replace(held=Tool(settings, (data.rows, event.id, inflow))))
    if call.then == "predict":
        return predict(m, call, name, tool, args, node)
    if call.then == "apply":
        return apply(m, call, name, tool, args, node)
    return tool


def _given(args: Arguments, call: Call, *names: str) -> dict[str, Value]:
    """The arguments of these roles that were passed."""
    return {name: one for name in names if name in call.roles and (one := args.get(call.roles[name])) is not None}


def _held(tool: Value) -> tuple[Value, ...]:
    """The tools that a tool was made of; what a container of the program's own holds is nobody's part."""
    return tool.items if tool.kind is Kind.TOOL and isinstance(tool.items, tuple) else ()


def _validates(m: Machine, tool: Value) -> bool:
    """Does fitting it score it, too, on rows that it then leaves out: folds, or the rows that a bag did not draw?"""
    call = by_name(tool.name) if tool.kind is Kind.TOOL else None
    oob = (tool.attributes or {}).get("oob_score")
    if (call is not None and call.then == Op.CROSS_SCORE.value) or (isinstance(oob, Value) and oob.symbol not in (False, None)):
        return True
    return any(_validates(m, m.present(one)) for one in _held(tool))


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
    for part in _held(tool):
        learned |= m.present(part).learned
    return tool._replace(learned=learned) if learned != tool.learned else tool


def apply(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """What a transformer learned flows into rows."""
    data, _ = _data(args, call)
    tool = _fitted(m, owner) if owner is not None else Value()
    data = _through(m, tool, data, node)
    kind = Kind.DATA if data.rows is not None else Kind.UNKNOWN
    out = Value(kind, data.rows, data.learned | tool.learned, marks=(data.marks | tool.marks) & (Mark.GAP | Mark.EITHER))
    described = by_name(tool.name) if data.columns is not None and len(data.columns.known) == 1 and not data.columns.more else None
    if data.columns is not None and described is not None and described.learns is Learns.VOCABULARY:  # the same values, numbered
        (one,) = data.columns.known.values()
        out = out._replace(columns=Columns({"": one._replace(learned=out.learned)}, False))
    return m.keep(out)


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
            data.marks | tool.marks,
            metric=_metric(m, call, name, owner, node),
        )
    truth, predicted = (whole(args.get(call.roles[role]) or Value()) for role in ("truth", "predicted"))
    if not predicted.marks & Mark.PREDICTED and truth.marks & Mark.PREDICTED:
        truth, predicted = predicted, truth
    rows = predicted.rows if predicted.rows is not None else truth.rows
    m.event(Op.SCORE, name, node, {"truth": truth, "predicted": predicted})
    role = None if predicted.marks & Mark.PREDICTED or predicted.learned else Role.UNKNOWN
    return m.score(name, node, rows, predicted.learned, predicted.marks | truth.marks, role, of_call(call))


def _metric(m: Machine, call: Call, name: str, owner: Value, node: ast.expr) -> Metric:
    """What is looked at when a tool scores rows: by its own `score`, by `evaluate`, or by a picture that is drawn of it."""
    if "model" in call.roles:
        return Metric.CLASSES
    return of_network(m, owner) if _method(node) == "evaluate" else metric_of(m, owner)


def cross_score(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Split, fit and score in one call: the model learns in each fold from the other folds alone."""
    model = args.get(call.roles["model"]) or Value()
    data, target = _data(args, call)
    if not is_data(data) or data.rows is None:
        return Value(Kind.CONSTANT)
    roles = {"model": model, "data": data, **_given(args, call, "target", "groups")}
    event = m.event(Op.CROSS_SCORE, name, node, roles, Value(learned=frozenset((len(m.learnings),))), _folds_draw(args.get(("cv",))))
    certain = not (data.marks | model.marks) & Mark.GAP
    part, held = (m.book.pick(data.rows, By("part", event.id, k)) for k in (0, 1))
    *_, last = parts(m, model)
    inner = m.learn_at(Learns.FIT, last.name or "model", m.place(node), part, "", certain)
    data = _through_fold(m, model, data, data._replace(rows=part, refs=()), target, node)
    inflow = data.learned | _settings(model) | (target.learned if target is not None else NONE_LEARNED)
    m.before.update(dict.fromkeys(inner, inflow))
    if name.endswith("cross_val_predict"):
        return m.keep(Value(Kind.DATA, held, inflow | inner, marks=Mark.PREDICTED | (0 if certain else Mark.GAP)))
    metric = metric_of(m, model, args.get(call.roles["scoring"]) or Value(Kind.CONSTANT, symbol=None))
    return m.score(name, node, held, inflow | inner, data.marks | model.marks, metric=metric)
