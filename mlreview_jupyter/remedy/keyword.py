"""A call and a keyword → the edit that gives the call this argument."""

from __future__ import annotations

import io
import tokenize
from dataclasses import replace

from ..model.facts import Event, Facts
from ..model.finding import Edit
from ..model.program import Place


def add_keyword(facts: Facts, event: Event, keyword: str, value: str, safe: bool = False) -> tuple[Edit, ...]:
    """The edit that gives a call one more keyword argument, or another value to one that is None."""
    place = event.place
    lines = [facts.program.text(replace(place, line=line)) for line in range(place.line, place.end_line + 1)]
    if not lines or place.end_line - place.line > 60:
        return ()
    tokens = _tokens(lines, place)
    if len(tokens) < 2 or tokens[-1].string != ")":
        return ()
    for at, token in enumerate(tokens[:-2]):
        if token.string == keyword and tokens[at + 1].string == "=" and tokens[at + 2].string == "None":
            return (_edit(place, tokens[at + 2], tokens[at + 2], "None", value, safe),)
    if any(token.string == keyword for token in tokens):
        return ()
    last = tokens[-2]
    comma = last.string == ","
    new = f"{keyword}={value}"
    if last.string == "(":
        text = f"({new}"
    elif comma and last.end[0] < tokens[-1].start[0]:  # one argument a line, as formatters write it
        indent = lines[last.start[0] - 1]
        text = f",\n{indent[: len(indent) - len(indent.lstrip())]}{new},"
    else:
        text = f"{last.string}{' ' if comma else ', '}{new}"
    return (_edit(place, last, last, last.string, text, safe),)


def _tokens(lines: list[str], place: Place) -> list[tokenize.TokenInfo]:
    """The tokens of a call, at their columns. What stands before it is blanked; a bracket keeps its indentation from meaning anything."""
    last = len(lines) - 1
    cut = [line[: place.end_column] if number == last else line for number, line in enumerate(lines)]
    cut[0] = "(".ljust(place.column) + cut[0][place.column :] if place.column else cut[0]
    skipped = {tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    tokens: list[tokenize.TokenInfo] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(cut)).readline):
            if token.type not in skipped:
                tokens.append(token)
    except (tokenize.TokenError, SyntaxError):
        pass  # the bracket in front is never closed
    return tokens


def _edit(place: Place, first: tokenize.TokenInfo, last: tokenize.TokenInfo, expected: str, new: str, safe: bool) -> Edit:
    span = replace(
        place, line=place.line + first.start[0] - 1, column=first.start[1], end_line=place.line + last.end[0] - 1, end_column=last.end[1]
    )
    return Edit(span, expected, new, safe)
