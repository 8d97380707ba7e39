"""Which lines of a cell begin a statement, rather than continue a string, a bracket or an escaped line end."""

import re

_TOKEN = re.compile(r'#[^\n]*|[rRbBuUfF]{0,2}("""|\'\'\'|"|\')|[\[\](){}]|\\\r?\n|\n')
# Taken in long runs, so that nothing is remembered for every character.
CLOSING = {
    '"""': re.compile(r'[^\\"]*(?:(?:\\.|"(?!""))[^\\"]*)*"""', re.DOTALL),
    "'''": re.compile(r"[^\\']*(?:(?:\\.|'(?!''))[^\\']*)*'''", re.DOTALL),
    '"': re.compile(r'[^\\"\n]*(?:\\.[^\\"\n]*)*"', re.DOTALL),
    "'": re.compile(r"[^\\'\n]*(?:\\.[^\\'\n]*)*'", re.DOTALL),
}
# A line that is IPython's, not Python's: its quotes and brackets are a shell's and mean nothing here.
ESCAPED = re.compile(r"[ \t]*(?:[\w.,\[\]'\" \t]+=[ \t]*)?[%!?]")


def statement_starts(text: str) -> set[int]:
    """Numbers (from 1) of the lines that begin a statement."""
    starts = {1}
    depth, line, at = 0, 1, 0
    fresh = True
    size = len(text)
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
            closing = CLOSING[token.group(1)].match(text, at)
            if closing:
                line += closing.group().count("\n")
                at = closing.end()
        elif word in "([{":
            depth += 1
        elif word in ")]}":
            depth = max(0, depth - 1)
    return starts
