"""Findings → cards, by severity; those that decide nothing stand folded behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from ...model.plural import plural
from ...model.review import File, Reported, Review
from ..places import counted, place, suppressed
from ..tally import SEVERITIES, left_out, outcomes
from .element import Content, Html, anchor, element, fold, section, tally
from .lineage import drawing, part_of
from .quote import edits, path, quote, quoted_in_path

OPEN = 5  # up to so many findings, all cards are open
FIRST = 3  # of more, so many
CERTAINTIES = {
    "proven": "seen in the kernel",
    "certain": "every call on the path is known",
    "possible": "something on the path is not known",
}


def cards(review: Review, asks: Mapping[str, str]) -> Html:
    """The findings that are shown. `asks` holds what each item of the checklist asks."""
    shown = counted(review)
    many, named = len(shown) > OPEN, len(review.files) > 1
    files = {file.file: file for file in review.files}
    groups: list[Content] = []
    number = 0
    for severity, group in groupby(shown, key=lambda one: one.severity):
        members = list(group)
        made = [card(one, number + at, asks, not many or number + at < FIRST, named, files.get(one.file)) for at, one in enumerate(members)]
        number += len(members)
        groups.append(
            element(
                "section",
                element("h3", severity.capitalize(), tally(len(members))),
                made,
                class_=f"group {severity}",
            )
        )
    return section(
        "findings",
        "Findings",
        _filter(shown) if many else None,
        groups or element("p", f"No findings: {outcomes(review)}.", class_="none"),
        _aside(review, len(shown), asks),
    )


def card(one: Reported, number: int, asks: Mapping[str, str], open: bool, named: bool, file: File | None = None) -> Html:
    """One finding; `named` where its file has to be said; drawn where the lineage of the file is at hand."""
    drawn = drawing(part_of(one, file), "From what was learned to what is scored") if file is not None and len(one.related) > 1 else None
    ran = f" · In [{one.execution_count}]" if one.execution_count else None
    disk = f" · line {one.physical_line} on disk" if one.physical_line is not None and one.cell is not None else None
    name = [element("span", one.file, class_="file"), " "] if named else None
    summary = [
        element("span", one.severity.upper(), class_="severity"),
        element("h4", one.title),
        element("span", one.certainty, class_=_certainty(one.certainty), title=CERTAINTIES.get(one.certainty)),
        element("span", name, element("span", place(one), class_="place"), ran, disk, class_="where"),
    ]
    body = [
        element("p", one.issue, class_="issue"),
        None if quoted_in_path(one) else quote(one),
        path(one),
        fold("The same as a drawing", drawn, class_="draw") if drawn else None,
        _evidence(one),
        element("div", element("p", element("b", "Fix "), one.fix), edits(one), class_="fix"),
        element("p", element("b", "Trade-off "), one.tradeoff, class_="tradeoff") if one.tradeoff else None,
        element("p", element("b", "Kept, and decides nothing: "), one.suppressed_by, class_="kept") if one.suppressed_by else None,
        _foot(one, asks),
    ]
    return fold(summary, element("div", body, class_="body"), open=open, id=anchor(f"finding-{number}"), class_=f"finding {one.severity}")


def _certainty(certainty: str) -> str:
    return f"certainty {certainty}" if certainty in CERTAINTIES else "certainty"


def _evidence(one: Reported) -> Html | None:
    if not one.evidence:
        return None
    return element(
        "dl", [element("div", element("dt", proof.name), element("dd", proof.value)) for proof in one.evidence], class_="evidence"
    )


def _foot(one: Reported, asks: Mapping[str, str]) -> Html:
    explain = element("code", f"nbreview explain {one.rule}") if one.lane == "rules" else f"told by {one.lane}"
    return element(
        "footer",
        element("p", element("b", "Checklist "), one.item, f": {asks[one.item]}" if one.item in asks else None),
        element("p", element("b", "Rule "), one.rule, " · ", explain, " · ", element("span", one.id, class_="id")),
    )


def _filter(shown: Sequence[Reported]) -> Html:
    """Chips that hide a severity. They need no script: the style sheet asks which of them are set."""
    here = [name for name in SEVERITIES if any(one.severity == name for one in shown)]
    if len(here) < 2:
        return Html("")
    chips = [
        element(
            "label",
            element("input", type="checkbox", checked=True, id=anchor(f"show-{name}")),
            element("span", name, " ", sum(one.severity == name for one in shown)),
            class_=f"chip {name}",
        )
        for name in here
    ]
    return element("fieldset", element("legend", "Show"), chips, class_="chips")


def _aside(review: Review, start: int, asks: Mapping[str, str]) -> Content:
    """What is kept and decides nothing, and how much is not severe enough for what was asked."""
    aside = suppressed(review)
    told = left_out(review)
    if not told:
        return None
    if not aside:
        return element("p", f"Not shown: {', '.join(told)}.", class_="faint")
    return fold(
        element("h3", "Not counted", tally(len(aside))),
        element("p", f"{', '.join(told)}. What is allowed, known or unchanged is kept and decides nothing.", class_="faint"),
        [card(one, start + at, asks, False, len(review.files) > 1) for at, one in enumerate(aside)],
        class_="aside",
        aria_label=plural(len(aside), "finding") + " that decide nothing",
    )
