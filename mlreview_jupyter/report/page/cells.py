"""The cells of a notebook → a picture of their order down the page against the order in which they ran."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from ...model.plural import plural
from ...model.review import File, Ran, Reported
from .element import Content, Html, element, link

DRAWN = 120  # cells
ROW, TOP, LEFT, RIGHT, WIDE = 22, 30, 104, 196, 300
NAMED = 8  # cells in the sentence


def order(file: File) -> str:
    """In words: did the cells run from top to bottom?"""
    code = [cell for cell in file.cells if cell.kind == "code"]
    counted = [cell for cell in code if cell.execution_count is not None]
    if not code:
        return "There is no code cell."
    if not counted:
        return "No execution count is saved: in which order the cells ran is not known."
    without = [cell for cell in code if cell.execution_count is None]
    jumped = strays(counted)
    told = [f"{len(counted)} of {plural(len(code), 'code cell')} ran" if without else f"All {plural(len(code), 'code cell')} ran"]
    told.append(f", out of order: {_cells(jumped)}." if jumped else ", from top to bottom.")
    if without:
        told.append(f" No count: {_cells(without)}.")
    lost = _lost(counted)
    if lost:
        told.append(f" {plural(lost, 'run')} of the session left no trace.")
    if len({cell.execution_count for cell in counted}) < len(counted):
        told.append(" Some counts occur twice: the cells ran in more than one session.")
    return "".join(told)


def strays(counted: Sequence[Ran]) -> list[Ran]:
    """The fewest cells that would have to move for the rest to stand in the order in which they ran."""
    ends: list[int] = []  # lowest count that ends a run of each length
    place: list[int] = []
    for cell in counted:
        count = cell.execution_count or 0
        at = bisect_right(ends, count)
        ends[at : at + 1] = [count]
        place.append(at)
    wanted = len(ends) - 1
    kept = set()
    for number in range(len(counted) - 1, -1, -1):
        if place[number] == wanted:
            kept.add(number)
            wanted -= 1
    return [cell for number, cell in enumerate(counted) if number not in kept]


def picture(file: File, findings: Mapping[int, tuple[int, Reported]]) -> Content:
    """The picture. `findings` gives for a cell its worst finding that is shown, with its number."""
    code = [cell for cell in file.cells if cell.kind == "code"]
    shown = code[:DRAWN]
    counted = [cell for cell in shown if cell.execution_count is not None]
    if not counted:
        return None
    jumped = {cell.cell for cell in strays(counted)}
    left = {cell.cell: TOP + ROW * row for row, cell in enumerate(shown)}
    right: dict[int, int] = {}
    parts: list[Content] = []
    y, before = TOP, 0
    for cell in sorted(counted, key=lambda cell: (cell.execution_count or 0, cell.cell)):
        count = cell.execution_count or 0
        if before and count > before + 1:
            parts.append(_text(RIGHT + 10, y + 2, f"⋮ {count - before - 1}", "lost"))
            y += ROW
        right[cell.cell] = y
        y += ROW
        before = count
    height = max(TOP + ROW * len(shown), y)
    # The strays are drawn last, above the others.
    for cell in sorted(counted, key=lambda cell: cell.cell in jumped):
        a, b = left[cell.cell], right[cell.cell]
        middle = (LEFT + RIGHT) // 2
        look = "way stray" if cell.cell in jumped else "way"
        parts.append(element("path", d=f"M{LEFT} {a}C{middle} {a} {middle} {b} {RIGHT} {b}", class_=look))
    parts += [_left(cell, left[cell.cell], cell.cell in jumped, findings.get(cell.cell)) for cell in shown]
    for cell in counted:
        look = "stray" if cell.cell in jumped else ""
        parts.append(element("circle", cx=RIGHT, cy=right[cell.cell], r=4, class_=f"node {look}".rstrip()))
        parts.append(_text(RIGHT + 10, right[cell.cell] + 4, f"In [{cell.execution_count}]", look))
    heads = _text(LEFT, 12, "down the page", "head end"), _text(RIGHT, 12, "as they ran", "head")
    svg = element(
        "svg", heads, parts, viewBox=f"0 0 {WIDE} {height}", class_="cells", role="group", aria_label="Cells down the page and as they ran"
    )
    rest = len(code) - len(shown)
    return [svg, element("p", f"and {plural(rest, 'more cell')}", class_="faint") if rest else None]


def _left(cell: Ran, y: int, stray: bool, finding: tuple[int, Reported] | None) -> Content:
    look = "none" if cell.execution_count is None else "stray" if stray else ""
    language = f" {cell.language[:8]}" if cell.language not in ("", "python") else ""
    node = element("circle", cx=LEFT, cy=y, r=4, class_=f"node {look}".rstrip())
    label = _text(LEFT - 10, y + 4, f"cell {cell.cell}{language}", f"end {look}".rstrip())
    if finding is None:
        return [node, label]
    number, one = finding
    title = element("title", f"{one.severity}: {one.title}")
    return [node, link(f"finding-{number}", title, element("circle", cx=12, cy=y, r=5, class_=f"spot {one.severity}"), label)]


def _text(x: int, y: int, words: str, look: str) -> Html:
    return element("text", words, x=x, y=y, class_=look or None)


def _cells(cells: Sequence[Ran]) -> str:
    named = ", ".join(str(cell.cell) for cell in cells[:NAMED])
    more = f" and {len(cells) - NAMED} more" if len(cells) > NAMED else ""
    return f"{'cell' if len(cells) == 1 else 'cells'} {named}{more}"


def _lost(counted: Sequence[Ran]) -> int:
    counts = {cell.execution_count or 0 for cell in counted}
    return max(counts) - min(counts) + 1 - len(counts)
