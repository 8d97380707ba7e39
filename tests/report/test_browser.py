"""In a real browser no word of a notebook acts, and no page scrolls sideways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mlreview_jupyter.report import html

from .pages import ACT, KNOWN, LIVE, Tags, everywhere, shown, unguarded, widths
from .samples import clear, finding, full, many


@pytest.mark.slow
def test_what_the_browser_test_looks_for_would_be_seen(tmp_path: Path) -> None:
    for payload in (LIVE[0], "<img src=x onerror=" + ACT + ">", "<svg onload=" + ACT + ">"):
        assert payload in LIVE
        dom = shown(tmp_path, f"<!doctype html><title>a page that escapes nothing</title><p>{payload}</p>")
        assert "data-pwned" in dom[: dom.index("<head")]


@pytest.mark.slow
@pytest.mark.parametrize("guard", [str, unguarded], ids=["as it is", "without its policy"])
def test_nothing_acts_in_a_browser(tmp_path: Path, guard: Callable[[str], str]) -> None:
    for review in everywhere(full(), LIVE):
        page = guard(html.render(review))
        dom = shown(tmp_path, page)
        assert "data-pwned" not in dom[: dom.index("<head")]
        live = Tags(dom)
        assert {tag for tag, _ in live.tags} <= KNOWN
        assert Counter(tag for tag, _ in live.tags if tag != "button") == Counter(tag for tag, _ in Tags(page).tags if tag != "button")
        assert not [name for _, name, _ in live.attributes if name.startswith("on")]


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 390, 1200])
def test_no_page_scrolls_sideways(tmp_path: Path, width: int) -> None:
    long = "very_long_name_without_a_break_" * 20
    worst = finding(title=long, issue=long, fix=long, file=long, rule=long, item=long, source=long, related=(finding().related[0],) * 2)
    for review in (
        full(),
        many(),
        clear(),
        replace(full(), findings=(worst, *full().findings), notices=(long,), because=(long,), questions=(long,)),
    ):
        page = html.render(review).replace("<details", "<details open")
        needs, has = widths(tmp_path, page, width)
        assert needs <= has == width
