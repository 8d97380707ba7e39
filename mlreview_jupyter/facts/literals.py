"""Literals and comprehensions: what makes a container or a text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from ..model.facts import NONE_LEARNED, NOTHING, Kind, Value
from .assign import assign
from .choices import begin_loop
from .grown import several_of_each
from .headings import headings
from .iteration import LISTED, each, listed, truth, turns
from .join import join
from .machine import Machine
from .origins import of_each
from .repeats import AGAIN
from .rowwise import by_row
from .scope import Scope

_BLANK = Value(Kind.CONSTANT)


def sequence(m: Machine, node: ast.List | ast.Tuple | ast.Set) -> Value:
    """A literal list, tuple or set."""
    return m.keep(listed(tuple(_spread(m, node.elts))))


def _spread(m: Machine, nodes: list[ast.expr]) -> Iterator[Value]:
    for node in nodes:
        if isinstance(node, ast.Starred):
            inside = m.evaluate(node.value)
            spelled = inside.kind is Kind.SEQUENCE and isinstance(inside.items, tuple)
            yield from [m.present(one) for one in inside.items] if spelled else turns(m, inside) or [each(m, inside, 0)]
        else:
            yield m.evaluate(node)


def mapping(m: Machine, node: ast.Dict) -> Value:
    """A literal dict."""
    items: dict[Any, Value] = {}
    for key, value in zip(node.keys, node.values, strict=True):
        inside = m.evaluate(value)
        if key is None:
            items.update(inside.items if isinstance(inside.items, dict) else {("unknown",): inside})
            continue
        symbol = m.evaluate(key).symbol
        items[symbol if isinstance(symbol, str | int | float | bool | None) else ("unknown", len(items))] = inside
    if len(items) > LISTED:
        items = {("unknown",): join(list(items.values()))}
    return m.keep(Value(Kind.MAPPING, items=items))


def comprehension(m: Machine, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Value:
    """A loop that gives a container."""
    scope, once = m.scope, m.once
    m.scope = Scope("comprehension", scope)
    pairs: list[tuple[Value, Value]] = []
    sources: list[Value] = []
    before, learnings = m.book.source().id if _counts(node) else 0, len(m.learnings)
    try:
        exact = _generate(m, node, 0, pairs, sources)
    finally:
        m.scope, m.once = scope, once
    if isinstance(node, ast.DictComp):
        items = {
            key.symbol if isinstance(key.symbol, str | int | float | bool) else ("unknown", at): value
            for at, (key, value) in enumerate(pairs)
        }
        return m.keep(Value(Kind.MAPPING, items=items))
    values = tuple(value for value, _ in pairs)
    chosen = headings(m, node, sources) if not exact and not any(value.learned for value, _ in pairs) else None
    if chosen is not None:
        return chosen
    if exact or not values:
        return m.keep(Value(Kind.SEQUENCE if exact else Kind.EACH, items=values))
    one = by_row(m, sources, join(values), learnings)
    again = one.rows is not None and one.rows.id < before
    out = m.keep(of_each(m, sources, Value(Kind.EACH, items=(one,), name=AGAIN if again else "")))
    return several_of_each(m, node, sources, out) if len(sources) > 1 else out


def _counts(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> bool:
    """Does it take so many turns, whatever there is?"""
    sources = [loop.iter for loop in node.generators]
    return all(isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "range" for one in sources)


def _generate(
    m: Machine,
    node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp,
    level: int,
    pairs: list[tuple[Value, Value]],
    sources: list[Value],
) -> bool:
    if level == len(node.generators):
        if isinstance(node, ast.DictComp):
            pairs.append((m.evaluate(node.key), m.evaluate(node.value)))
        else:
            pairs.append((m.evaluate(node.elt), _BLANK))
        return True
    loop = node.generators[level]
    source = m.evaluate(loop.iter)
    sources.append(source)
    later = isinstance(node, ast.GeneratorExp)  # all but the first source is looked at when somebody asks for an item
    m.branches += later
    begin_loop(m)
    known = turns(m, source)
    exact = known is not None
    m.once += not exact
    for value in known if known is not None else [each(m, source, 0)]:
        inner = Scope("comprehension", m.scope)
        outer, m.scope = m.scope, inner
        assign(m, loop.target, value, loop.target, inner)
        maybe, learned, first = False, NONE_LEARNED, len(pairs)
        for test in loop.ifs:
            told = m.evaluate(test)
            known_truth, learned = truth(told), learned | told.learned
            if known_truth is False and known is not None:
                break
            maybe = known_truth is None or maybe
        else:
            exact = _generate(m, node, level + 1, pairs, sources) and exact and not maybe
        if learned:  # which ones are in it was learned
            pairs[first:] = [(one._replace(learned=one.learned | learned), other) for one, other in pairs[first:]]
        m.scope = outer
    m.branches -= later
    m.rounds -= 1
    m.once -= known is None
    return exact


def formatted(m: Machine, node: ast.JoinedStr) -> Value:
    """An f-string; a constant where all its parts are."""
    text: list[str] | None = []
    scores = NONE_LEARNED
    for part in node.values:
        value = m.evaluate(part.value) if isinstance(part, ast.FormattedValue) else m.evaluate(part)
        scores |= value.scores
        if isinstance(part, ast.FormattedValue) and isinstance(part.format_spec, ast.JoinedStr):
            formatted(m, part.format_spec)
            text = None
        elif text is not None and value.kind is Kind.CONSTANT and isinstance(value.symbol, str | int):
            text.append(str(value.symbol)[:500])
        else:
            text = None
    return Value(Kind.CONSTANT, symbol="".join(text) if text is not None else NOTHING, scores=scores)
