"""Which lines of a cell begin a statement, rather than continue a string, a bracket or an escaped line end."""

import re

_TOKEN = re.compile(r'#[^\n]*|[rRbBuUfF]{0,2}("""|\'\'\'|"|\')|[\[\](){}]|\\\r?\n|\n')
# Taken in long runs, so that nothing is remembered for every character.
_INSIDE = {
    '"""': r'[^\\"]*(?:(?:\\.|"(?!""))[^\\"]*)*',
    "'''": r"[^\\']*(?:(?:\\.|'(?!''))[^\\']*)*",
    '"': r'[^\\"\n]*(?:\\.[^\\"\n]*)*',
    "'": r"[^\\'\n]*(?:\\.[^\\'\n]*)*",
}
_OPEN = {quote: re.compile(inside, re.DOTALL) for quote, inside in _INSIDE.items()}
_CLOSING = {quote: re.compile(inside + quote, re.DOTALL) for quote, inside in _INSIDE.items()}
# A line that is IPython's, not Python's: its quotes and brackets are a shell's and mean nothing here.
ESCAPED = re.compile(r"[ \t]*(?:[\w.,\[\]'\"][\w.,\[\]'\" \t]*=[ \t]*)?[%!?]")


class Strings:
    """Where the strings of one text end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: dict[str, int] = {}  # a quote that nothing closes: up to here, nothing closes those behind it either

    def end(self, quote: str, at: int) -> int | None:
        """The end of a string whose text begins here, its quotes included; None where nothing closes it."""
        if at < self._open.get(quote, 0):
            return None
        closing = _CLOSING[quote].match(self._text, at)
        if closing is not None:
            return closing.end()
        rest = _OPEN[quote].match(self._text, at)
        self._open[quote] = rest.end() if rest is not None else at
        return None


def statement_starts(text: str) -> set[int]:
    """Numbers (from 1) of the lines that begin a statement."""
    starts = {1}
    depth, line, at = 0, 1, 0
    fresh = True
    size = len(text)
    strings = Strings(text)
    while at < size:
        if fresh and depth == 0:
            escaped = ESCAPED.match(text, at)
            if escaped:
                end = text.find("\n", at)
                while end > 0 and text[end - 1] == "\\":
                    line += 1
                    end = text.find("\n", end + 1)
                if end < 0:
                    break
                at, line = end + 1, line + 1
                starts.add(line)
                continue
        fresh = False
        token = _TOKEN.search(text, at)
        if token is None:
            break
        word, at = token.group(), token.end()
        if word == "\n":
            line += 1
            fresh = True
            if depth == 0:
                starts.add(line)
        elif word[0] == "\\":
            line += 1
        elif token.group(1):
            close = strings.end(token.group(1), at)
            if close is not None:
                line += text.count("\n", at, close)
                at = close
        elif word in "([{":
            depth += 1
        elif word in ")]}":
            depth = max(0, depth - 1)
    return starts
