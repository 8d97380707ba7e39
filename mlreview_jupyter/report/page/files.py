"""The files of a review → their table, and what each one is."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.plural import plural
from ...model.review import File, Reported, Review
from ..places import by_file, counted
from ..tally import judged_as, looked_at, severities, told_of, worst_first
from .banner import LOOKS, icon
from .cells import order, picture
from .element import Content, Html, anchor, element, fold, link, pairs, section
from .lineage import drawing

ROWS = 15  # files that are seen at once


def table(review: Review) -> Html | None:
    """Many files, worst first: decision, findings by severity."""
    if len(review.files) < 2:
        return None
    by = dict(by_file(counted(review)))
    numbers = {id(file): number for number, file in enumerate(review.files)}
    rows = [_row(file, _target(review, file, numbers[id(file)]), by.get(file.file, [])) for file in worst_first(review)]
    shown = rows if len(rows) <= ROWS + 3 else rows[:ROWS]
    rest = rows[len(shown) :]
    more = fold(plural(len(rest), "more file"), _table(rest)) if rest else None
    return section("files", "Files", _table(shown), more)


def _table(rows: Sequence[Html]) -> Html:
    head = element("tr", [element("th", name, scope="col") for name in ("File", "Decision", "Findings", "Stage")])
    return element("table", element("thead", head), element("tbody", rows), class_="files")


def _target(review: Review, file: File, number: int) -> str:
    return f"file-{number}" if file.form != "unread" else "unread" if review.unread else "files"


def _row(file: File, target: str, findings: Sequence[Reported]) -> Html:
    readable = file.form != "unread"
    return element(
        "tr",
        element("th", link(target, file.file), scope="row"),
        element("td", icon(file.decision), " ", file.decision, class_=f"decided {LOOKS[file.decision]}"),
        element("td", told_of(file, findings, severities) or "no findings"),
        element("td", file.stage if readable else "", class_="stage"),
    )


def each(review: Review) -> Html | None:
    """Each file: as what it was judged, what was looked at, in which order its cells ran."""
    seen = [(number, file) for number, file in enumerate(review.files) if file.form != "unread"]
    if not seen:
        return None
    by: dict[str, dict[int, tuple[int, Reported]]] = {}
    for number, one in enumerate(counted(review)):  # the worst come first
        if one.cell is not None:
            by.setdefault(one.file, {}).setdefault(one.cell, (number, one))
    alone = len(review.files) == 1
    title = "Each file" if not alone else "Cells and order" if seen[0][1].form == "notebook" else "The file"
    return section("cells", title, [_file(file, number, by.get(file.file, {}), alone) for number, file in seen])


def _file(file: File, number: int, findings: dict[int, tuple[int, Reported]], alone: bool) -> Html:
    told = _told(file)
    drawn = picture(file, findings) if file.form == "notebook" else None
    words = element("p", order(file)) if file.form == "notebook" else None
    ways = drawing(file.lineage, f"From the data to the scores of {file.file}")
    way = [element("h3", "From the data to the scores"), ways] if ways else None
    if alone:
        return element("div", told, words, drawn, way, id=anchor(f"file-{number}"), class_="one")
    summary = [
        icon(file.decision),
        element("span", file.file, class_="file"),
        element("span", file.decision, class_=f"decided {LOOKS[file.decision]}"),
    ]
    return fold(summary, told, words, drawn, way, id=anchor(f"file-{number}"), class_="each")


def _told(file: File) -> Html:
    rows: list[tuple[Content, Content]] = [("Form", file.form), ("Judged as", judged_as(file))]
    looked = _looked_at(file)
    rows += [("Looked at", ", ".join(looked))] if looked else []
    if file.path and file.path != file.file:
        rows.append(("In the project", file.path))
    return pairs(rows, class_="facts")


def _looked_at(file: File) -> Sequence[str]:
    cells = sum(cell.kind == "code" for cell in file.cells)
    return looked_at(file) + ([plural(cells, "code cell")] if file.form == "notebook" else [])
