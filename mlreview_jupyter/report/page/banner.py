"""The decision → the top of the page: what it is, what it rests on, what to do first, what would change it."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.review import Reported, Review
from ..places import counted, place
from ..tally import checks, judged_as, looked_at, outcomes, risks, set_aside, shown
from .element import Content, Html, anchor, element, fold, link, pairs, section

LOOKS = {"BLOCK": "block", "APPROVE WITH WARNINGS": "warnings", "APPROVE": "approve"}
DRAWN = {
    "block": ("M8 2h8l6 6v8l-6 6H8l-6-6V8z", "M7.5 12h9"),
    "warnings": ("M12 2.6 22.6 21.4H1.4z", "M12 9v6M12 18v.2"),
    "approve": ("M12 1.8a10.2 10.2 0 1 0 0 20.4 10.2 10.2 0 0 0 0-20.4z", "m7.2 12.4 3.2 3.2 6.4-6.8"),
}
FIRST = 3


def icon(decision: str) -> Html:
    """The sign of a decision; the word always stands beside it."""
    look = LOOKS[decision]
    shape, mark = DRAWN[look]
    drawn = element("path", d=shape, class_="shape"), element("path", d=mark, class_="stroke")
    return element("svg", drawn, viewBox="0 0 24 24", class_=f"icon {look}", aria_hidden="true", focusable="false")


def banner(review: Review) -> Html:
    """The decision, in colour, word and sign, and what the review was judged as."""
    one = review.files[0] if len(review.files) == 1 else None
    name = one.file if one is not None else f"{len(review.files)} files"
    facts: list[tuple[Content, Content]] = [("Judged as", judged_as(one) if one is not None else review.judged_as)]
    facts += [(proof.name, proof.value) for proof in review.context]
    facts += [("Policy", review.policy)]
    facts += [("Tests run", checks(review))]
    return element(
        "section",
        element("p", name, class_="name"),
        element("h1", icon(review.decision), review.decision, id=anchor("decision-title")),
        _why(review, counted(review)),
        element("p", f"{shown(review)} · {outcomes(review)}", class_="tally"),
        element("p", f"Not counted: {', '.join(set_aside(review))}", class_="tally") if set_aside(review) else None,
        _risks(review),
        pairs(facts, class_="facts"),
        id=anchor("decision"),
        class_=f"verdict {LOOKS[review.decision]}",
        aria_labelledby=anchor("decision-title"),
    )


def _risks(review: Review) -> Html:
    named = [element("li", one) for one in review.risks] or element("li", risks(review), class_="no")
    return element("div", element("h2", "Primary risks"), element("ul", named), class_="risks")


def _why(review: Review, some: Sequence[Reported]) -> Content:
    """The first reason, and all of them folded. An approval says what was looked at: silence is none."""
    if not review.because:
        judged = looked_at(review.files[0]) if len(review.files) == 1 else []
        said = [f"{', '.join(judged)} judged"] if judged else []
        return element("p", "; ".join([*said, *review.strengths]) or "Nothing of the kind that is judged was seen", ".", class_="why")
    first = review.because[0]
    if len(review.files) == 1 and some and first.startswith(some[0].title):
        first = some[0].title
    if len(review.because) == 1:
        return element("p", first, class_="why")
    more = element("span", f"and {len(review.because) - 1} more", class_="more")
    reasons = element("ul", [element("li", reason) for reason in review.because])
    return fold([element("span", first), " ", more], reasons, class_="why")


def notices(review: Review) -> Html | None:
    """Settings that narrow what is told, or that were not obeyed: nobody should have to look for them."""
    if not review.notices:
        return None
    return element("section", element("h2", "Settings"), element("ul", [element("li", one) for one in review.notices]), class_="notices")


def unread(review: Review) -> Html | None:
    """Files that could not be read."""
    if not review.unread:
        return None
    rows = [element("li", element("span", one.file, class_="file"), f": {one.reason}") for one in review.unread]
    return section("unread", "Could not be read", element("ul", rows), class_="unread")


def first(review: Review) -> Html | None:
    """The fixes of the worst findings, each once."""
    steps: dict[tuple[str, str], tuple[int, Reported]] = {}
    for number, one in enumerate(counted(review)):
        if one.severity != "info":
            steps.setdefault((one.rule, one.fix), (number, one))
    chosen = list(steps.values())[:FIRST]
    if not chosen:
        return None
    several = len(review.files) > 1
    rows = [
        element(
            "li",
            element("p", one.fix),
            element(
                "p",
                f"{one.file} " if several else None,
                element("span", place(one), class_="place"),
                ": ",
                link(f"finding-{number}", one.title),
                class_="for",
            ),
        )
        for number, one in chosen
    ]
    title = {1: "Do this first", 2: "Do these two first"}.get(len(chosen), "Do these three first")
    return section("first", title, element("ol", rows), class_="first")


def ways(review: Review) -> Html | None:
    """What would change the decision, what is to be followed up, and what only the author can answer."""
    parts: list[Content] = []
    if review.flip:
        *needed, then = review.flip
        if then.startswith("then: "):
            then = f"Then: {then[6:]}"
        parts += [
            element("h2", "What would flip it"),
            element("ul", [element("li", one) for one in needed]),
            element("p", then, class_="then"),
        ]
    elif review.decision == "APPROVE WITH WARNINGS":
        parts += [element("h2", "Follow up"), element("ul", [element("li", one) for one in review.because])]
    if review.questions:
        parts += [element("h2", "To be settled"), element("ul", [element("li", one) for one in review.questions])]
    if review.strengths and review.because:
        parts += [element("h2", "In order"), element("ul", [element("li", one) for one in review.strengths], class_="strengths")]
    return element("section", parts, id=anchor("ways"), class_="ways") if parts else None
