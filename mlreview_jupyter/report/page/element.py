"""Texts and elements → markup: every text becomes a text node or a quoted attribute, so nothing in it can act."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..inert import inert

LONGEST = 4000  # characters of one text
VOID = frozenset({"br", "input", "meta"})


class Html(str):
    """Markup that was made here."""

    __slots__ = ()


Content = str | Html | int | None | Iterable["Content"]


def text(value: str) -> Html:
    """A text as a text node: one line, with everything that is no plain character spelled out."""
    if len(value) > LONGEST:
        value = f"{value[:LONGEST]} … ({len(value) - LONGEST} more characters)"
    if not (value.isascii() and value.isprintable() and "#" not in value):
        value = inert(f".{value}")[1:]  # what matters only at the start of a line may stay: no text stands there
    return Html(escape(value, quote=True))


def join(content: Content) -> str:
    """Markup as it is, texts escaped, lists one after the other, nothing for None."""
    if content is None:
        return ""
    if isinstance(content, Html):
        return content
    if isinstance(content, str):
        return text(content)
    if isinstance(content, int):
        return str(content)
    return "".join(map(join, content))


def element(name: str, /, *content: Content, **attributes: str | int | bool | None) -> Html:
    """An element. `class_` stands for class, `aria_label` for aria-label; True is an attribute without value, False and None none."""
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{text(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{told}>" if name in VOID else f"<{name}{told}>{join(content)}</{name}>")


def link(target: str, *content: Content, **attributes: str | int | bool | None) -> Html:
    """A link to a place in this page; there are no others."""
    return element("a", *content, href=f"#{anchor(target)}", **attributes)


def anchor(name: str) -> str:
    """An id of this page: prefixed, so that it meets no name of the browser's."""
    return f"mlr-{name}"


def fold(summary: Content, *content: Content, open: bool = False, **attributes: str | int | bool | None) -> Html:
    """Something that opens and closes without a script."""
    return element("details", element("summary", summary), *content, open=open, **attributes)


def tally(number: int) -> Html:
    """A number behind a title."""
    return Html(f' <span class="count">{number}</span>')


def section(name: str, title: Content, *content: Content, **attributes: str | int | bool | None) -> Html:
    """A part of the page, with its heading."""
    return element(
        "section",
        element("h2", title, id=anchor(f"{name}-title")),
        *content,
        id=anchor(name),
        aria_labelledby=anchor(f"{name}-title"),
        **attributes,
    )


def pairs(some: Iterable[tuple[Content, Content]], **attributes: str | int | bool | None) -> Html:
    """Names and what stands for them."""
    return element("dl", [element("div", element("dt", name), element("dd", value)) for name, value in some], **attributes)
