"""The text of one cell → its tree, or the reason why there is none."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from .magics import cell_magic, rewrite

LONG = 200_000  # characters; a longer cell is counted before it is parsed
MANY = 200_000  # tokens: the parser needs some 450 bytes for each
MANY_IN_ALL = 1_000_000  # tokens of all cells of a file; fewer characters than that are not counted
_ROUGH_TOKEN = re.compile(r"\w+|[^\w\s]")
DOTS = 2_000  # dots; in a cell with more, dotted names are measured before it is parsed
DOTTED = 20_000_000  # characters: the parser writes down `a`, `a.b`, `a.b.c` and so on for every dotted name
_DOTTED = re.compile(r"\b\w+(?:[ \t]*\.[ \t]*\w+)+")


class Parsed(NamedTuple):
    """A tree with its shifts (see `Step`), or a problem with the line where it stands."""

    tree: ast.Module | None
    shifts: dict[int, int]
    language: str = "python"
    problem: str = ""
    line: int = 1


@contextmanager
def quiet() -> Iterator[None]:
    """The parser warns of odd escapes in the author's strings; that is not for our reader's terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def parse_all(sources: Iterable[str]) -> Iterator[Parsed]:
    """Read the cells of one file, as far as their trees together fit into a review."""
    characters = tokens = 0
    for source in sources:
        characters += len(source)
        tokens += _tokens(source) if characters > MANY_IN_ALL else 0
        yield parse(source) if tokens <= MANY_IN_ALL else Parsed(None, {}, "python", "the file holds more code than one review reads")


def _tokens(source: str) -> int:
    return sum(1 for _ in _ROUGH_TOKEN.finditer(source))


def parse(source: str) -> Parsed:
    """Read one cell. Python is tried as it stands first: most cells are nothing else."""
    if len(source) > LONG and _tokens(source) > MANY:
        return Parsed(None, {}, "python", f"the cell has more than {MANY:,} tokens")
    if source.count(".") > DOTS and sum(len(one) * one.count(".") for one in _DOTTED.findall(source)) > DOTTED:
        return Parsed(None, {}, "python", "a dotted name is too long")
    escaped = "%%" in source and cell_magic(source) is not None
    if not escaped:
        tree, problem, line = _tree(source)
        if tree is not None:
            return Parsed(tree, {})
    rewritten = rewrite(source)
    if not escaped and rewritten.text == source:
        return Parsed(None, {}, "python", problem, line)
    tree, problem, line = _tree(rewritten.text)
    return Parsed(tree, rewritten.shifts, rewritten.language, problem, line)


def _tree(text: str) -> tuple[ast.Module | None, str, int]:
    try:
        return ast.parse(text), "", 1
    except SyntaxError as error:
        return None, f"not Python: {error.msg}", error.lineno or 1
    except RecursionError:
        return None, "nested too deeply", 1
    except (MemoryError, SystemError):  # the latter where it would have warned of something at that moment
        return None, "too large for the parser", 1
    except ValueError as error:  # NUL in 3.10, surrogates (UnicodeEncodeError), endless digits
        return None, f"not text that Python reads: {str(error).splitlines()[0][:80] if str(error) else 'bad value'}", 1
