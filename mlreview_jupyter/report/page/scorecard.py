"""The answered checklist → areas with their counts, never a total: the weakest area is the review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ...model.review import Item, Review
from .element import Content, Html, element, fold, section

STATUSES = ("violated", "met", "unknown", "ask", "not applicable")
SIGNS = {"met": "✓", "violated": "×", "unknown": "?", "ask": "…", "not applicable": "–"}
AREAS = {
    "change": "Change",
    "framing": "Problem framing",
    "data": "Data",
    "leakage": "Leakage",
    "repro": "Reproducibility",
    "eval": "Evaluation",
    "notebook": "Notebook",
    "promote": "Promotion",
    "serve": "Serving",
    "monitor": "Monitoring",
    "llm": "Language models",
    "rag": "Retrieval",
    "privacy": "Privacy and security",
    "infra": "Infrastructure",
    "govern": "Governance",
}


def scorecard(review: Review, asks: Mapping[str, str]) -> Html | None:
    """Every area: how many items are met, violated, unknown, a question to the author. Open one to see them."""
    if not review.scorecard:
        return None
    areas: dict[str, list[Item]] = {}
    for item in review.scorecard:
        areas.setdefault(item.area, []).append(item)
    asked = [(area, items) for area, items in areas.items() if any(item.status != "not applicable" for item in items)]
    rest = [AREAS.get(area, area) for area, items in areas.items() if all(item.status == "not applicable" for item in items)]
    return section(
        "scorecard",
        "Scorecard",
        element("p", _key(review.scorecard), class_="key"),
        [_area(area, items, asks) for area, items in asked],
        element("p", f"Not applicable here: {', '.join(rest)}.", class_="faint") if rest else None,
        element("p", "No total and no percentage: the weakest area is the review.", class_="faint"),
    )


def _key(items: Sequence[Item]) -> Content:
    counts = Counter(item.status for item in items)
    return [[_sign(status), f"{counts[status]} {status} "] for status in STATUSES if counts[status]]


def _area(area: str, items: Sequence[Item], asks: Mapping[str, str]) -> Html:
    counts = Counter(item.status for item in items)
    told = [element("span", f"{counts[status]} {status}", class_=_look(status)) for status in STATUSES if counts[status]]
    summary = [
        element("span", AREAS.get(area, area.capitalize()), class_="area"),
        element("span", [_sign(item.status) for item in items], class_="signs", aria_hidden="true"),
        element("span", [[" · " if at else None, one] for at, one in enumerate(told)], class_="counts"),
    ]
    return fold(summary, element("ul", [_item(item, asks) for item in items]), class_="areas")


def _item(item: Item, asks: Mapping[str, str]) -> Html:
    ask = asks.get(item.item, "")
    because = item.because if item.because != ask else ""
    rules = f" ({', '.join(item.rules)})" if item.rules and item.status in ("violated", "unknown") else ""
    return element(
        "li",
        _sign(item.status),
        element(
            "div",
            element("p", ask or item.item),
            element(
                "p",
                element("b", item.status, class_=_look(item.status)),
                f" {because}{rules} ",
                element("span", item.item, class_="id"),
                class_="because",
            ),
        ),
    )


def _sign(status: str) -> Html:
    return element("i", SIGNS.get(status, "?"), class_=f"sign {_look(status)}", title=status)


def _look(status: str) -> str:
    return {"not applicable": "off"}.get(status, status if status in SIGNS else "unknown")
