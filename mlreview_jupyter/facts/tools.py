"""Operators of tools: made, fitted, applied, scored."""

from __future__ import annotations

import ast

from ..catalog.lookup import Call, by_name
from ..model.facts import NONE_LEARNED, Columns, Draw, Kind, Mark, Role, Tool, Value
from ..model.ops import Learns, Metric, Op
from ..model.rows import By
from .arguments import Arguments
from .assign import set_attribute
from .beneath import with_outliers
from .choices import CHOSEN
from .choosing import label_of, looked_at, takes
from .classes import instance_learned
from .frames import is_data
from .idle import idle
from .join import whole
from .machine import Machine
from .metrics import metric_of, of_call, of_network
from .moves import each_column
from .networks import new_to, step
from .parts import (
    AS_IT_IS,
    fitted,
    given_tools,
    held,
    inflow_of,
    is_search,
    parts,
    passed,
    protocol_of,
    renew,
    settings_of,
    taught,
    teach,
    through,
    through_fold,
    validates,
)
from .randomness import draw_of
from .stopping import keep_best, stopped_by

MOST = 100  # layers of one network that are told apart


def make(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A tool, with the tools that it holds, its randomness, and what was chosen for its settings."""
    inside = given_tools(m, call, args, node) if call.holds else {}
    learned = _chosen(m, args)
    if "flows" in call.roles and (out := args.get(call.roles["flows"])) is not None:  # made of layers that were called, one after the other
        learned |= whole(out).learned
    draw = draw_of(m, call, args)
    told = Tool(learned, None, tuple(inside))
    tool = m.keep(
        Value(
            Kind.TOOL,
            None,
            learned,
            draw,
            name,
            tuple(inside.values()),
            held=told,
            attributes=(_settings(call, args) | takes(m, call, args)) or None,
        )
    )
    if call.random and call.protocol != "splitter":
        m.event(Op.MAKE, name, node, {}, tool, draw)
    return tool


def _settings(call: Call, args: Arguments) -> dict[str, Value]:
    """The arguments of a tool by name: those that were passed so, and those whose places the catalog tells."""
    told = {name: one for name, at in call.roles.items() if name not in ("seed", "shuffle") and (one := args.get(at)) is not None}
    return {**told, **args.keywords}


def _data(m: Machine, args: Arguments, call: Call, owner: Value | None = None) -> tuple[Value, Value | None]:
    data = args.get(call.roles.get("data", (0,))) or args.loose or (Value() if owner is None else _made_with(m, call, owner))
    return (whole(data) if data.kind in (Kind.SEQUENCE, Kind.EACH, Kind.MAPPING) else data), args.get(call.roles.get("target", (1,)))


def _made_with(m: Machine, call: Call, owner: Value) -> Value:
    """The data that a tool was given when it was made: to learn from, or to be scored on."""
    kept = (owner.attributes or {}).get("evaluated" if call.op is Op.SCORE else "data")
    return m.present(kept) if isinstance(kept, Value) and protocol_of(owner) in ("trainer", "forecaster", "formula") else Value()


def learn(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A transformer learns; the state it had before is gone."""
    data, target = _data(m, args, call, owner)
    if owner is None:
        return Value()
    described = by_name(owner.name)
    kind = described.learns if described is not None else Learns.STATISTIC
    fresh = NONE_LEARNED if idle(owner) else m.learn(kind, owner.name, node, _marked(data, owner), _subject(node))
    inflow = data.learned | (target.learned if target is not None else NONE_LEARNED)
    tool = taught(m, owner, fresh | inflow, keep="partial_fit" in _method(node))
    if fresh:
        m.event(Op.LEARN, owner.name, node, {"data": data, "model": tool})
    if call.then == "apply":
        return apply(m, call, name, tool, args, node)
    return tool


def fit(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A model learns; so does everything that a pipeline or a search holds."""
    if owner is None:  # `train(settings, data)` makes the model itself
        owner = m.keep(Value(Kind.TOOL, name=call.protocol or name, held=Tool(_chosen(m, args)), attributes=dict(args.keywords) or None))
    if call.gives == "stepped":
        return step(m, owner, node)
    data, target = _data(m, args, call, owner)
    marked = _marked(data, owner)
    fresh, own, start = NONE_LEARNED, None, len(m.learnings)
    keep = "partial_fit" in _method(node)
    renew(m, owner)
    for part in parts(m, owner):
        if part.kind is Kind.INSTANCE:  # it learns anew, and what comes out of it goes to the next
            teach(m, part, marked, target, node)
            marked = passed(m, part, marked, node)
            fresh |= instance_learned(m, m.present(part)) | (marked.learned - data.learned)
            continue
        described = by_name(part.name)
        protocol = described.protocol if described is not None else "model"
        kind = described.learns if described is not None and described.learns is not Learns.NOTHING else Learns.FIT
        if protocol in AS_IT_IS or idle(part):
            continue
        if kind is Learns.CHOICE:
            kind = Learns.FIT
        learned = m.learn(Learns.RESAMPLING if protocol == "sampler" else kind, part.name, node, marked, _subject(node))
        if part is not owner:
            taught(m, part, learned | marked.learned | settings_of(part), keep)
        fresh |= learned
        own = part
    inflow = data.learned | (target.learned if target is not None else NONE_LEARNED)
    if own is owner and is_search(owner):
        fresh |= m.learn(Learns.CHOICE, owner.name, node, _marked(data, owner), _subject(node))
    fresh |= stopped_by(m, call, owner, args, node, data.rows)
    new = frozenset(number for number in fresh if number >= start and m.learnings[number].learns is Learns.FIT)
    below = fitted(m, owner).learned if own is owner and held(owner) else NONE_LEARNED  # parts that it uses as they are
    m.before.update(dict.fromkeys(new, inflow | below))
    if data.marks & Mark.EITHER:
        m.vague |= new
    roles = {"data": data, "model": owner, **_given(args, call, "target", "evaluated", "inside", "weights", "classes")}
    roles |= label_of(m, data) | looked_at(m, owner, data)
    if validates(m, owner):
        roles["inside"] = Value(Kind.CONSTANT, symbol=True)
    if call.roles.get("target") == ():  # the data carries it
        roles["labelled"] = Value(Kind.CONSTANT, symbol=True)
    event = m.event(Op.FIT, owner.name, node, roles, Value(learned=new), _folds_draw((owner.attributes or {}).get("cv")))
    settings = settings_of(owner)
    tool = taught(m, owner, fresh | inflow | settings, keep)
    if own is owner and data.rows is not None and is_search(owner):
        told = owner.held if isinstance(owner.held, Tool) else Tool()
        tool = m.change(tool, tool._replace(held=told._replace(searched=(data.rows, event.id, inflow))))
    tool = keep_best(m, call, tool, args, node, data.rows)
    if call.then == "predict":
        return predict(m, call, name, tool, args, node)
    if call.then == "apply":
        return apply(m, call, name, tool, args, node)
    return tool


def put_in(m: Machine, tool: Value, args: Arguments) -> Value:
    """`network.add(layer)`: one more thing that a tool holds."""
    one = args.positional[0] if args.positional else Value()
    if tool.refs and one.kind in (Kind.TOOL, Kind.INSTANCE) and len(tool.items or ()) < MOST:
        told = tool.held if isinstance(tool.held, Tool) else Tool()
        told = told._replace(names=(*told.names, f"{one.name.rpartition('.')[2].lower()}-{len(told.names)}"))
        m.change(tool, tool._replace(items=(*(tool.items or ()), one), held=told))
    return Value(Kind.CONSTANT, symbol=None)


def set_anew(m: Machine, tool: Value, args: Arguments) -> Value:
    """`set_params(...)`: other settings, with what was chosen for them; what it has learned stays until it is fitted again."""
    chosen = _chosen(m, args)
    if chosen and tool.refs:
        told = tool.held if isinstance(tool.held, Tool) else Tool()
        m.change(tool, tool._replace(held=told._replace(settings=told.settings | chosen), learned=tool.learned | chosen))
    for name, value in args.keywords.items():
        set_attribute(m, m.present(tool), name, value)
    return m.present(tool)


def _chosen(m: Machine, args: Arguments) -> frozenset[int]:
    """Of what flowed into the arguments, what was chosen."""
    inflow = NONE_LEARNED.union(*(inflow_of(m, one) for one in args.every()))
    return frozenset(number for number in inflow if m.learnings[number].learns in CHOSEN)


def _given(args: Arguments, call: Call, *names: str) -> dict[str, Value]:
    """The arguments of these roles that were passed."""
    return {name: one for name in names if name in call.roles and (one := args.get(call.roles[name])) is not None}


def _method(node: ast.expr) -> str:
    return node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""


def _subject(node: ast.expr) -> ast.expr | None:
    if isinstance(node, ast.Call):
        return node.args[0] if node.args else (node.keywords[0].value if node.keywords else None)
    return None


def _marked(data: Value, owner: Value) -> Value:
    return data._replace(marks=data.marks | (owner.marks & Mark.GAP))


def _folds_draw(cv: object) -> Draw:
    """The randomness of the folds that a search or a score makes inside."""
    return cv.symbol if isinstance(cv, Value) and cv.kind is Kind.TOOL and isinstance(cv.symbol, Draw) else Draw.NONE


def apply(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """What a transformer learned flows into rows."""
    data, _ = _data(m, args, call)
    tool = fitted(m, owner) if owner is not None else Value()
    data = through(m, tool, data, node)
    kind = Kind.DATA if data.rows is not None else Kind.UNKNOWN
    out = Value(
        kind,
        data.rows,
        data.learned | tool.learned,
        marks=(data.marks | tool.marks) & (Mark.GAP | Mark.EITHER | Mark.LAGGED | Mark.DATED | Mark.SORTED),
    )
    described = by_name(tool.name) if data.columns is not None and len(data.columns.known) == 1 and not data.columns.more else None
    if data.columns is not None and described is not None and described.learns is Learns.VOCABULARY:  # the same values, numbered
        (one,) = data.columns.known.values()
        out = out._replace(columns=Columns({"": one._replace(learned=out.learned)}, False))
    elif data.columns is not None and (told := by_name(tool.name)) is not None and told.learns in (Learns.SCALING, Learns.IMPUTATION):
        out = out._replace(columns=each_column(m, data.columns, out.learned))
    return m.keep(out)


def predict(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """What a model learned flows into rows."""
    out = apply(m, call, name, owner, args, node)
    out = with_outliers(m, owner, m.change(out, out._replace(marks=out.marks | Mark.PREDICTED)))
    m.event(Op.PREDICT, owner.name if owner is not None else name, node, {"model": owner or Value(), "data": out})
    return out


def score(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """A model's own score of some rows, or a metric of truth and predictions."""
    if owner is None and "model" in call.roles:
        owner = args.get(call.roles["model"])
    if owner is not None and "predicted" not in call.roles:
        data = args.get(call.roles["data"]) or args.loose or _made_with(m, call, owner)
        data = whole(data) if data.kind in (Kind.SEQUENCE, Kind.EACH) else data
        tool = fitted(m, owner)
        data = through(m, tool, data, node)
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
    if call.gives == "loss" and not new_to(m, rows, predicted.learned):  # what a network learns by
        return Value(Kind.CONSTANT)
    m.event(Op.SCORE, name, node, {"truth": truth, "predicted": predicted})
    role = None if predicted.marks & Mark.PREDICTED or predicted.learned else Role.UNKNOWN
    return m.score(name, node, rows, predicted.learned, predicted.marks | truth.marks, role, of_call(call), call.gives == "curve")


def _metric(m: Machine, call: Call, name: str, owner: Value, node: ast.expr) -> Metric:
    """What is looked at when a tool scores rows: by its own `score`, by `evaluate`, or by a picture that is drawn of it."""
    if "model" in call.roles:
        return Metric.CLASSES
    return of_network(m, owner) if _method(node) == "evaluate" else metric_of(m, owner)


def cross_score(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """Split, fit and score in one call: the model learns in each fold from the other folds alone."""
    model = args.get(call.roles["model"]) or Value()
    data, target = _data(m, args, call, owner)
    if not is_data(data) or data.rows is None:
        return Value(Kind.CONSTANT)
    roles = {"model": model, "data": data, **_given(args, call, "target", "groups"), **looked_at(m, model, data)}
    event = m.event(Op.CROSS_SCORE, name, node, roles, Value(learned=frozenset((len(m.learnings),))), _folds_draw(args.get(("cv",))))
    certain = not (data.marks | model.marks) & Mark.GAP
    part, held_out = (m.book.pick(data.rows, By("part", event.id, k)) for k in (0, 1))
    *_, last = parts(m, model)
    inner = m.learn_at(Learns.FIT, last.name or "model", m.place(node), part, "", certain)
    data = through_fold(m, model, data, data._replace(rows=part, refs=()), target, node)
    inflow = data.learned | settings_of(model) | (target.learned if target is not None else NONE_LEARNED)
    m.before.update(dict.fromkeys(inner, inflow))
    if name.endswith("cross_val_predict"):
        return m.keep(Value(Kind.DATA, held_out, inflow | inner, marks=Mark.PREDICTED | (0 if certain else Mark.GAP)))
    metric = metric_of(m, model, args.get(call.roles["scoring"]) or Value(Kind.CONSTANT, symbol=None))
    return m.score(name, node, held_out, inflow | inner, data.marks | model.marks, metric=metric)
