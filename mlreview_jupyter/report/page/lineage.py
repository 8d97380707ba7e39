"""The lineage of a file → a drawing: from the data down to the scores, the leaking way marked; and the part that one finding is about."""

from __future__ import annotations

from itertools import pairwise

from ...model.lineage import Flow, Lineage, Stop
from ...model.review import File, Reported
from ...model.spot import Spot
from .element import Content, Html, element
from .layers import Layers

WIDE, HIGH, GAP, DOWN, EDGE = 176, 42, 16, 30, 4
LETTERS = 22  # of a label


def drawing(lineage: Lineage, title: str) -> Content:
    """The picture, with the words of each stop; nothing where there is nothing to draw."""
    stops = lineage.stops
    flows = [flow for flow in lineage.flows if flow.source < flow.target]
    if len(stops) < 2 or not flows:
        return None
    made = Layers(len(stops), [(flow.source, flow.target) for flow in flows], WIDE, GAP)
    height = made.depth * (HIGH + DOWN) - DOWN + 2 * EDGE
    parts = [_flow(flow, made) for flow in sorted(flows, key=lambda flow: flow.leaking)]
    parts += [_stop(stop, made.middle[at], _top(made.layer[at])) for at, stop in enumerate(stops)]
    svg = element(
        "svg",
        element("title", title),
        parts,
        viewBox=f"0 0 {made.width} {height}",
        width=made.width,
        height=height,
        role="img",
        class_="lineage",
    )
    more = element("p", f"and {lineage.more} more", class_="faint") if lineage.more else None
    return [element("div", svg, class_="drawn", tabindex="0", role="group", aria_label=title), more]


def part_of(one: Reported, file: File) -> Lineage:
    """Of the lineage of its file what a finding tells of: from where it was learned to what is scored, and what that learned from."""
    ends = {_key(step.spot) for step in one.related if step.role == "scored"}
    starts = {(one.file, one.cell, one.line, one.column), *(_key(step.spot) for step in one.related if step.role == "learned")}
    stops, flows = file.lineage.stops, file.lineage.flows
    first = {at for at, stop in enumerate(stops) if stop.spot is not None and _key(stop.spot) in starts}
    last = {at for at, stop in enumerate(stops) if stop.kind == "scored" and stop.spot is not None and _key(stop.spot) in ends}
    walk = _reached(first, [(flow.source, flow.target) for flow in flows]) & _reached(last, [(flow.target, flow.source) for flow in flows])
    if not walk:
        return Lineage()
    kept = sorted(walk | {flow.source for flow in flows if flow.target in first and stops[flow.source].kind in ("data", "split")})
    number = {stop: at for at, stop in enumerate(kept)}
    return Lineage(
        tuple(stops[at] for at in kept),
        tuple(
            Flow(number[flow.source], number[flow.target], flow.source in walk and flow.target in walk)
            for flow in flows
            if flow.source in number and flow.target in number
        ),
    )


def _reached(starts: set[int], flows: list[tuple[int, int]]) -> set[int]:
    seen: set[int] = set()
    stack = list(starts)
    while stack:
        at = stack.pop()
        if at not in seen:
            seen.add(at)
            stack.extend(target for source, target in flows if source == at)
    return seen


def _key(spot: Spot) -> tuple[str, int | None, int, int]:
    return spot.file, spot.cell, spot.line, spot.column


def _top(layer: int) -> int:
    return EDGE + layer * (HIGH + DOWN)


def _flow(flow: Flow, made: Layers) -> Html:
    xs = made.way(flow.source, flow.target)
    y = _top(made.layer[flow.source]) + HIGH
    told = f"M{xs[0]} {y}"
    for before, x in pairwise(xs):
        half = y + DOWN // 2
        told += f"C{before} {half} {x} {half} {x} {y + DOWN}"
        y += DOWN + HIGH
        told += f"V{y}" if x is not xs[-1] or y < _top(made.layer[flow.target]) else ""
    return element("path", d=told, class_="flow leak" if flow.leaking else "flow")


def _stop(stop: Stop, x: int, y: int) -> Html:
    label = stop.label if len(stop.label) <= LETTERS else stop.label[: LETTERS - 1] + "…"
    where = (
        "" if stop.spot is None else f" · line {stop.spot.line}" if stop.spot.cell is None else f" · cell {stop.spot.cell}:{stop.spot.line}"
    )
    return element(
        "g",
        element("title", f"{stop.kind}: {stop.label}{where}{' (on the leaking path)' if stop.leaking else ''}"),
        element("rect", x=x - WIDE // 2, y=y, width=WIDE, height=HIGH, rx=7),
        element("text", label, x=x, y=y + 18, class_="label"),
        element("text", f"{stop.kind}{where}", x=x, y=y + 33, class_="role"),
        class_=f"stop {stop.kind}{' leak' if stop.leaking else ''}",
    )
