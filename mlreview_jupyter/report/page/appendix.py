"""What ran, what was not judged, what was allowed, with which versions → the end of the page."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from ...model.plural import plural
from ...model.review import Allowance, Review, RuleOutcome
from ..places import place
from ..tally import OUTCOMES, checks, standing
from .element import Content, Html, element, fold, pairs, section, tally

SAID = 40  # reasons a rule


def gaps(review: Review) -> Html | None:
    """What could not be read or followed, by file."""
    if not review.gaps:
        return None
    ordered = sorted(review.gaps, key=lambda gap: gap.spot.file)
    files = [(file, list(some)) for file, some in groupby(ordered, key=lambda gap: gap.spot.file)]
    lists = []
    for file, some in files:
        rows = [
            element("li", element("span", place(gap.spot), class_="place"), f" {gap.reason} ", element("span", gap.kind, class_="id"))
            for gap in some
        ]
        count = tally(len(some))
        lists.append(element("ul", rows) if len(files) == 1 else fold([element("span", file, class_="file"), count], element("ul", rows)))
    lead = "What depends on these places is not certain, and silence about them is no approval."
    return section("gaps", ["Not judged", tally(len(review.gaps))], element("p", lead, class_="faint"), lists, class_="gaps")


def allowances(review: Review) -> Html | None:
    """Who allowed what and why; first what does not count or matches nothing."""
    if not review.allowances:
        return None
    ordered = sorted(review.allowances, key=lambda one: (not one.problem, one.used > 0))
    rows = [
        element("tr", element("th", one.rule or "no rule", scope="row"), element("td", standing(one)), element("td", one.reason), _use(one))
        for one in ordered
    ]
    head = element("tr", [element("th", name, scope="col") for name in ("Rule", "Where", "Reason", "Use")])
    return section("allowances", "Allowances", element("table", element("thead", head), element("tbody", rows), class_="rows"))


def _use(one: Allowance) -> Html:
    if one.problem:
        return element("td", f"does not count: {one.problem}", class_="bad")
    return element(
        "td",
        f"used {plural(one.used, 'time')}" if one.used else "matches nothing and can go",
        class_=None if one.used else "bad",
    )


def rules(review: Review) -> Html | None:
    """How every rule ended."""
    if not review.outcomes:
        return None
    ordered = sorted(review.outcomes, key=lambda one: one.rule)
    rows = [_rule(rule, list(some)) for rule, some in groupby(ordered, key=lambda one: one.rule)]
    head = element("tr", [element("th", name, scope="col") for name in ("Rule", "Outcome", "Judged", "Because")])
    return section("rules", "Rules", element("table", element("thead", head), element("tbody", rows), class_="rows"))


def _rule(rule: str, some: list[RuleOutcome]) -> Html:
    by = Counter(one.outcome for one in some)
    alone = len({one.file for one in some}) == 1
    ended = ", ".join(name if alone else f"{by[name]} {name}" for name in (*OUTCOMES, *sorted(by.keys() - set(OUTCOMES))) if by[name])
    told = [one for one in some if one.reason and (alone or one.outcome not in ("found", "clean", "not applicable"))]
    said: Content = told[0].reason if alone and told else None
    if not alone and told:
        lines = [element("li", f"{one.file}: {one.outcome}, {one.reason}") for one in told[:SAID]]
        more = [element("li", f"and {len(told) - SAID} more")] if len(told) > SAID else []
        said = element("ul", lines, more)
    return element(
        "tr", element("th", rule, scope="row"), element("td", ended), element("td", sum(one.judged for one in some)), element("td", said)
    )


def appendix(review: Review) -> Html:
    """What was seen, who answered, with which versions."""
    rows: list[tuple[Content, Content]] = [(proof.name, proof.value) for proof in review.inventory]
    rows += [("Tests run", checks(review))]
    rows += [("Lanes", ", ".join(f"{lane.name}: {lane.status}" for lane in review.lanes))]
    rows += [("Policy", review.policy)]
    rows += [("Shown from", review.shown_from)] if review.shown_from != "info" else []
    rows += [("Folder", review.base)] if review.base else []
    rows += [("Tool", review.tool), ("Schema", review.schema)]
    return section("appendix", "Appendix", pairs(rows, class_="facts"))
