"""`Review` → one page that opens from disk: it asks for nothing, needs no script, and nothing of a notebook acts in it."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from ..catalog.lookup import checklist
from ..model.review import Review
from .json import plain
from .page.appendix import allowances, appendix, gaps, rules
from .page.banner import banner, first, notices, unread, ways
from .page.element import Html, anchor, element, link, tally
from .page.files import each, table
from .page.finding import cards
from .page.scorecard import scorecard
from .places import counted

LARGEST = 2_000_000  # characters of the review as JSON that the page carries along


def render(review: Review) -> str:
    """The page."""
    style, script = _part("style.css"), _part("script.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{review.decision}: {_name(review)}"),
        Html(f"<style>{style}</style>"),
    )
    body = element("body", _skip(), _main(review), _data(review), Html(f"<script>{script}</script>"))
    return f'<!doctype html>\n<html lang="en">{head}{body}</html>\n'


def _main(review: Review) -> Html:
    asks = {item.id: item.ask for item in checklist()}
    parts = {
        "decision": banner(review),
        "notices": notices(review),
        "unread": unread(review),
        "files": table(review),
        "first": first(review),
        "ways": ways(review),
        "findings": cards(review, asks),
        "scorecard": scorecard(review, asks),
        "cells": each(review),
        "gaps": gaps(review),
        "allowances": allowances(review),
        "rules": rules(review),
        "appendix": appendix(review),
    }
    bar = element("header", review.tool, class_="bar")
    top, *rest = parts.values()  # the decision comes before everything, also on a phone
    return element("div", bar, element("main", top, _parts(review, parts), rest), class_="page")


def _parts(review: Review, parts: dict[str, Html | None]) -> Html:
    """Links to the parts that are there."""
    names = {
        "files": ("Files", len(review.files)),
        "findings": ("Findings", len(counted(review))),
        "scorecard": ("Scorecard", None),
        "cells": ("Cells" if len(review.files) == 1 else "Each file", None),
        "gaps": ("Not judged", len(review.gaps)),
        "allowances": ("Allowances", len(review.allowances)),
        "rules": ("Rules", None),
        "appendix": ("Appendix", None),
    }
    links = [
        element("li", link(name, title, tally(count) if count is not None else None))
        for name, (title, count) in names.items()
        if parts[name] is not None
    ]
    return element("nav", element("ul", links), aria_label="Parts of this page", id=anchor("parts"))


def _skip() -> Html:
    return link("findings", "Skip to the findings", class_="skip")


def _name(review: Review) -> str:
    return review.files[0].file if len(review.files) == 1 else f"{len(review.files)} files"


def _data(review: Review) -> Html | None:
    """The review itself, for whatever shows more than this page does; without what could end the element or be a command in a log."""
    told = json.dumps(plain(review), ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    if len(told) > LARGEST:
        return None
    for sign in "<>&":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    told = told.replace("##", "#\\u0023")
    return Html(f'<script type="application/json" id="{anchor("review")}">{told}</script>')


def _part(name: str) -> str:
    return files(f"{__package__}.page").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _digest(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
