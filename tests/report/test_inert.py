"""Text made harmless: it shows what is there, and does nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlreview_jupyter.report.inert import annotation, annotation_value, code, fence, inert, markdown, prose, relative_uri, sarif

from .readers import CONTROL, INLINE, LINKED, commands, github, squashed
from .reviews import words

texts = st.one_of(words, st.text(st.sampled_from("#[]:@!`*_|\\<>&$~-+=.()\n 1aw/{}%"), max_size=30))
many = settings(max_examples=400, deadline=None)


@given(texts)
@many
def test_one_line_without_commands(text: str) -> None:
    shown = inert(text)
    assert "\n" not in shown
    assert not CONTROL.search(shown)
    assert not INLINE.search(shown)
    assert not commands(shown)


@given(texts, texts)
@many
def test_an_annotation_is_read_as_it_was_meant(title: str, message: str) -> None:
    (told,) = commands(f"::error title={annotation_value(title)},line=1::{annotation(message, title)}")
    assert told.properties == {"title": inert(title), "line": "1"}
    assert told.message == f"{inert(message)}\n{inert(title)}"


@given(texts)
@many
def test_markdown_shows_the_words_themselves(text: str) -> None:
    for whole, tags in (
        (f"a {markdown(text)} z", ["p"]),
        (f"## a {markdown(text)} z", ["h2"]),
        (f"- {markdown(text)}", ["ul", "li"]),
        (f"1. **{markdown(text) or 'x'}** z", ["ol", "li", "strong"]),
    ):
        page = github(whole)
        assert [tag for tag in page.tags if tag[0] != "/"] == tags, whole
        assert squashed(inert(text)) in squashed(page.text)
        assert not LINKED.search(page.text)
    table = github(f"| a | b |\n| --- | --- |\n| {markdown(text)} | end |")
    assert table.tags.count("td") == 2
    assert squashed(table.text).endswith(squashed(f"{inert(text)} end"))


@given(texts)
@many
def test_code_stays_code(text: str) -> None:
    span, block = github(f"a {code(text)} z"), github(fence(text, "python"))
    assert span.tags == (["p", "code", "/code", "/p"] if inert(text).strip() else ["p", "/p"])
    assert squashed(span.text) == squashed(f"a {inert(text)} z")
    assert block.tags == ["pre", "code", "/code", "/pre"]
    assert block.text.rstrip("\n") == "\n".join(map(inert, text.split("\n"))).rstrip("\n")


@given(texts)
@many
def test_uris_are_relative(text: str) -> None:
    uri = relative_uri(text)
    assert uri
    assert not uri.startswith("/")
    assert set(uri) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/%")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("plain X[a] text", "plain X[a] text"), ("[x](1)", r"\[x\](1)"), (r"\[x](1)", r"\\\[x\](1)"), ("{0} {name} {", "{{0}} {name} {")],
)
def test_sarif_escapes_where_there_could_be_a_link(written: str, wanted: str) -> None:
    assert sarif(written) == wanted
    assert sarif("a", written) == f"a\n{wanted}"


def test_backticks_in_a_manual_are_code() -> None:
    assert prose("pass `random_state=` with a_b") == r"pass `random_state=` with a\_b"
    assert prose("a ` b") == "a &#96; b"
