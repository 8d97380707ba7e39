"""Text from a notebook → the same text, harmless in one kind of sink: a terminal and a CI log, an annotation, SARIF, a URI, Markdown."""

from __future__ import annotations

import re

# Control characters (C0 without tab, DEL, C1), marks that turn or hide text, tags, halves of characters, and what XML cannot hold.
_ACTIVE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\ud800-\udfff]"
)
# What CI services read as a command in the middle of a line.
_COMMAND = re.compile(r"##(?=\[|vso\[|teamcity\[)")


def inert(text: str) -> str:
    """One line that shows what is there and does nothing."""
    text = _ACTIVE.sub(lambda found: f"\\u{{{ord(found.group()):x}}}", text.replace("\t", "    "))
    text = _COMMAND.sub("# #", text)
    return re.sub(r"^(\s*):(?=:)", r"\1\\u{3a}", text)


def annotation(*lines: str) -> str:
    """The message of a GitHub annotation. The runner undoes `%25` last, so the sign itself goes first."""
    return "%0A".join(inert(line).replace("%", "%25") for line in lines)


def annotation_value(text: str) -> str:
    """A property of a GitHub annotation (`file=`, `title=`), where `:` and `,` end something, too."""
    return annotation(text).replace(":", "%3A").replace(",", "%2C")


_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def sarif(*lines: str) -> str:
    """The text of a SARIF message: no embedded link, no placeholder.

    Viewers differ in whether they take a backslash before a bracket away, so brackets are escaped only where there could be a link.
    """
    text = "\n".join(map(inert, lines))
    if "](" in text:
        text = re.sub(r"[\\\[\]]", r"\\\g<0>", text)
    return _PLACEHOLDER.sub(r"{{\1}}", text)


def relative_uri(path: str) -> str:
    """A path with slashes as a relative URI: never absolute, percent-encoded."""
    trimmed = path.lstrip("/") or "."
    try:  # a byte of a file name that is not UTF-8 comes as half of a character
        raw = trimmed.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = trimmed.encode("utf-8", "surrogatepass")
    from urllib.parse import quote  # costs more than all the rest of this file

    return quote(raw, safe="/")


# Where GitHub and GitLab make a link, a mention or a mark of plain text, after Markdown is done and so in spite of its escapes:
# @name, #12, !12, GH-12, name://, www., :name:, {+ +}; and ](, for those who do not know escapes
_LINKED = re.compile(
    r"(?<=@)(?=\w)|(?<=[#!$%&~^])(?=\d)|(?<=gh-)(?=\d)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=:)(?=[\w+-]+:)|(?<=[+-])(?=[}\]])|(?<=\])(?=\()",
    re.IGNORECASE,
)
_BREAK = "&#8203;"  # a space without width, as an entity: what is written stays plain ASCII
_ESCAPED = {char: "\\" + char for char in "\\*_[]~|#"}
_ESCAPED.update({"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "&#96;", "$": "&#36;"})
_TABLE = str.maketrans(_ESCAPED)
_OPENS = re.compile(r"\d{1,9}[.)]|[-+=]")  # at the very start these open a list or underline a heading


def markdown(text: str) -> str:
    """Words in a line of Markdown (also in a cell of a table) that mean only themselves."""
    text = inert(text).strip()
    opens = _OPENS.match(text)
    first = "" if opens is None else f"{opens.group()[:-1]}&#{ord(opens.group()[-1])};"
    return first + _BREAK.join(piece.translate(_TABLE) for piece in _LINKED.split(text[0 if opens is None else opens.end() :]))


def code(text: str) -> str:
    """A span of code in a line of Markdown; not for tables, where a bar would end the cell."""
    text = inert(text).strip()
    if not text:
        return ""
    marks = _longer(text, 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{marks}{pad}{text}{pad}{marks}"


def prose(text: str) -> str:
    """Words of a manual as Markdown: backticks in pairs mean code."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return markdown(text)
    return "".join(code(piece) if at % 2 else _kept(piece) for at, piece in enumerate(pieces))


def _kept(piece: str) -> str:
    """Words between two spans of code keep the blanks at their ends."""
    core = piece.strip()
    before, _, after = piece.partition(core) if core else (piece, "", "")
    return before + markdown(core) + after


def fence(text: str, language: str = "") -> str:
    """A block of code in Markdown, between fences longer than any that it holds."""
    lines = [inert(line) for line in text.split("\n")]
    marks = _longer("\n".join(lines), 3)
    return "\n".join([marks + language, *lines, marks])


def _longer(text: str, least: int) -> str:
    return "`" * max(least, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
