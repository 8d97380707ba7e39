"""What a browser and a careful reader make of a page of ours."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from html import escape
from html.parser import HTMLParser
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any

import pytest

from mlreview_jupyter.model.review import Review

VOID = {"meta", "input", "br"}
KNOWN = set(
    "html head meta title style body script a div header main section nav p h1 h2 h3 h4 ul ol li dl dt dd span b i code mark del ins details summary "
    "figure figcaption footer table thead tbody tr th td fieldset legend label input button svg path circle text".split()
)
# Marks the page, in no more than what stands anywhere in markup.
ACT = "document.documentElement.dataset.pwned=1"
LIVE = tuple(Path(__file__).with_name("live.txt").read_text(encoding="utf-8").replace("PWN", ACT).splitlines())


class Tags(HTMLParser):
    """The elements of a page, whether they are closed in order, its ids and targets, and its words without style and script."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.raw: dict[str, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag if tag != "script" else f"script {dict(attrs).get('type', '')}".strip())
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop().partition(" ")[0] != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        here = self.open[-1] if self.open else ""
        if here == "style" or here.startswith("script"):
            self.raw[here] = self.raw.get(here, "") + data
            return
        self.words.append(data)
        if any(tag in ("h1", "h2", "h3", "h4") for tag in self.open):
            self.headings[-1] = (self.headings[-1][0], self.headings[-1][1] + data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def values(self, name: str) -> list[str]:
        return [value for _, known, value in self.attributes if known == name]


# Words that a view decides by; whoever fills a review takes them from a closed set.
CHOSEN = {"Reported.severity", "Reported.certainty", "Review.decision", "Review.shown_from", "File.decision", "File.form", "Ran.kind"}


def said(one: Any, words: Iterator[str]) -> Any:
    """The same review with the next of `words` in place of each of its own."""
    if isinstance(one, str):
        return next(words)
    if isinstance(one, tuple):
        return tuple(said(part, words) for part in one)
    if not dataclasses.is_dataclass(one) or isinstance(one, type):
        return one
    names = [part.name for part in dataclasses.fields(one) if f"{type(one).__name__}.{part.name}" not in CHOSEN]
    return replace(one, **{name: said(getattr(one, name), words) for name in names})


def everywhere(review: Review, payloads: Sequence[str], most: int = 3000) -> Iterator[Review]:
    """A few reviews in which every payload stands in every field: lists are as long as it takes, single words hold many payloads."""
    turned = [said(review, islice(cycle(payloads), start, None)) for start in range(len(payloads))]
    lists = [part.name for part in dataclasses.fields(review) if isinstance(getattr(review, part.name), tuple)]
    whole = replace(review, **{name: tuple(chain.from_iterable(getattr(one, name) for one in turned)) for name in lists})
    single = [part.name for part in dataclasses.fields(review) if part.name not in lists and f"Review.{part.name}" not in CHOSEN]
    chunk: list[str] = []
    for payload in (*payloads, ""):
        if not payload or sum(map(len, chunk)) + len(payload) > most:
            yield replace(whole, **{name: " ".join(chunk) for name in single})
            chunk = []
        chunk.append(payload)


@cache
def chromium() -> str:
    """A browser, or the test is skipped."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"):
        found = shutil.which(name)
        if found:
            return found
    pytest.skip("no Chromium is installed")


def shown(folder: Path, page: str) -> str:
    """The page as it stands in the browser after everything that could run has run."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    command = [
        chromium(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--dump-dom",
        "--virtual-time-budget=3000",
        path.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, timeout=180, check=True)
    return done.stdout.decode("utf-8")


def unguarded(page: str) -> str:
    """The same page without its policy: what protects it then is only that texts are texts."""
    bare, number = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert number == 1
    return bare


def widths(folder: Path, page: str, width: int) -> tuple[int, int]:
    """How wide the page is in a window of so many pixels, and the window."""
    frame = f'<iframe width={width} height=800 style="border:0" srcdoc="{escape(unguarded(page))}"></iframe>'
    script = "<script>onload=()=>{const d=frames[0].document.documentElement;document.title=d.scrollWidth+' '+d.clientWidth}</script>"
    told = re.search(r"<title>(\d+) (\d+)</title>", shown(folder, f"<!doctype html><title></title>{frame}{script}"))
    assert told is not None
    return int(told.group(1)), int(told.group(2))
