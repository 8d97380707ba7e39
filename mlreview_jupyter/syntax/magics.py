"""IPython's own syntax, rewritten as the Python that it stands for, line by line and without moving any text.

Every escape becomes the call that IPython itself makes of it (`get_ipython().run_line_magic(...)`), the form in which
exported scripts hold it too, so the rest of the review knows one form only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .logical import statement_starts

# Cell magics whose body is Python that runs in the notebook's names.
RUNS_HERE = frozenset(
    {
        "time",
        "capture",
        "prun",
        "memit",
        "debug",
        "mprun",
        "lprun",
        "snakeviz",
        "heat",
        "mlreview",
        "pyinstrument",
        "scalene",
        "python",
        "python3",
    }
)
# ... and those whose body is Python that binds nothing here.
RUNS_ASIDE = frozenset({"timeit"})
# Line magics that run the rest of their line as Python, binding names.
RUNS_LINE = frozenset({"time", "prun", "memit", "lprun", "mprun", "snakeviz"})
# What a line may begin with when "automagic" is on; only looked at in a cell that is not Python as it stands.
AUTOMAGIC = frozenset(
    {
        "cd",
        "ls",
        "pwd",
        "pip",
        "conda",
        "mkdir",
        "cp",
        "mv",
        "rm",
        "cat",
        "less",
        "more",
        "man",
        "ll",
        "rmdir",
        "matplotlib",
        "pylab",
        "run",
        "who",
        "whos",
        "env",
        "load_ext",
        "timeit",
        "time",
        "store",
        "reset",
        "history",
        "pinfo",
    }
)

_CELL = re.compile(r"\s*%%\s*([A-Za-z_][\w.]*)[ \t]*(.*)")
_LINE = re.compile(r"%{1,2}([A-Za-z_][\w.]*)[ \t]*(.*)", re.DOTALL)
_ASSIGN = re.compile(r"([A-Za-z_][\w.,\[\]'\" \t]*)=[ \t]*([%!])(?!=)[ \t]*(.*)", re.DOTALL)
_HELP = re.compile(r"\?{0,2}\s*[%\w.*\[\]'\"()]+\s*\?{1,2}\s*(?:#.*)?$|\?{1,2}\s*[%\w.*]+\s*$")
_AUTO = re.compile(r"([a-z_]+)[ \t]+([^=(.,\[:+*/<>)\s-].*|-.*|\.\.?(?:/.*)?$|/.*)$", re.DOTALL)
_OPTIONS = re.compile(r"(?:-[lsTDfmnrp][ =]?\S+[ \t]+|-{1,2}[A-Za-z][\w-]*[ \t]+)*")
_PRINT = re.compile(r"print[ \t](?![ \t]*[=(.,\[])")
_EXCEPT = re.compile(r"(except\s+[\w.]+)\s*,\s*(\w+)\s*:")
_BOUND_BY = {
    "capture": re.compile(r"(?:-\S+\s+)*([A-Za-z_]\w*)"),
    "sql": re.compile(r"(?:.*\s)?([A-Za-z_]\w*)\s*<<"),
    "bigquery": re.compile(r"([A-Za-z_]\w*)"),
    "R": re.compile(r".*?-o\s+([\w,]+)"),
}
_STREAM = re.compile(r"--(?:out|err|proc)[ =]+(\w+)")


class Rewritten(NamedTuple):
    """Python text, how many columns each line was moved left, and the language of the cell."""

    text: str
    shifts: dict[int, int]
    language: str


def cell_magic(source: str) -> tuple[str, str, int] | None:
    """Name, rest of the line and line number of a cell's `%%` line, if it has one."""
    for number, line in enumerate(source.split("\n"), 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            found = _CELL.match(line)
            return (found.group(1), found.group(2).strip(), number) if found else None
    return None


def rewrite(source: str) -> Rewritten:
    """The Python that a cell in IPython's syntax stands for."""
    magic = cell_magic(source)
    if magic is None:
        return _rewrite_lines(source, "python")
    name, rest, number = magic
    bound = _bound_names(name, rest)
    lines = source.split("\n")
    if name in RUNS_ASIDE or name in RUNS_HERE:
        head, shift = (f"{bound} = get_ipython().capture()" if bound else ""), 0
        if not bound and name in RUNS_LINE | RUNS_ASIDE:
            setup = without_options(rest)
            head, shift = setup, len(lines[number - 1]) - len(setup)
        lines[number - 1] = head
        inner = _rewrite_lines("\n".join(lines), "aside" if name in RUNS_ASIDE else "python")
        if shift and head:
            inner.shifts[number] = shift
        return inner
    call = f"get_ipython().run_cell_magic({name!r}, {rest!r}, '')"
    text = "\n" * (number - 1) + (f"{bound} = {call}" if bound else call) + "\n" * (len(lines) - number)
    return Rewritten(text, {}, name)


def without_options(line: str) -> str:
    """What a magic's line runs, behind its options."""
    found = _OPTIONS.match(line + " ")  # a line may hold nothing else
    return line[found.end() :] if found else line


def _bound_names(name: str, rest: str) -> str:
    if name in ("bash", "sh", "script", "perl", "ruby"):
        return ", ".join(_STREAM.findall(rest))
    pattern = _BOUND_BY.get(name)
    found = pattern.match(rest) if pattern else None
    return found.group(1) if found else ""


def _rewrite_lines(source: str, language: str) -> Rewritten:
    lines = source.split("\n")
    shifts: dict[int, int] = {}
    starts = statement_starts(source)
    for number, line in enumerate(lines, 1):
        if number not in starts or not line.strip():
            continue
        indent = line[: len(line) - len(line.lstrip())]
        body = line[len(indent) :]
        last = number
        if body[0] in "%!" or ("=" in body and ("!" in body or "%" in body)):
            parts = [body]
            while parts[-1].endswith("\\") and last < len(lines):  # an escaped line goes on
                parts[-1] = parts[-1][:-1]
                parts.append(lines[last].strip())
                last += 1
            body = " ".join(parts)
        new, shift = _rewrite_line(body)
        if new is None:
            continue
        lines[number - 1] = indent + new
        if shift:
            shifts[number] = shift
        for gone in range(number, last):
            lines[gone] = ""
    return Rewritten("\n".join(lines), shifts, language)


def _rewrite_line(body: str) -> tuple[str | None, int]:
    """The Python for one line and the columns it moved left; None leaves the line as it is."""
    first = body[0]
    if first == "%":
        found = _LINE.match(body)
        return _line_magic(found.group(1), found.group(2), body) if found else (None, 0)
    if first == "!":
        call = "getoutput" if body.startswith("!!") else "system"
        return f"get_ipython().{call}({body.lstrip('!').strip()!r})", 0
    if "?" in body and _HELP.match(body):
        return f"get_ipython().run_line_magic('pinfo', {body.strip('? ')!r})", 0
    found = _ASSIGN.match(body)
    if found:
        target, sign, rest = found.group(1).rstrip(), found.group(2), found.group(3)
        if sign == "!":
            return f"{target} = get_ipython().getoutput({rest.strip()!r})", 0
        name, _, line = rest.partition(" ")
        return f"{target} = get_ipython().run_line_magic({name!r}, {line.strip()!r})", 0
    auto = _AUTO.match(body)
    if auto and auto.group(1) in AUTOMAGIC:
        return f"get_ipython().run_line_magic({auto.group(1)!r}, {auto.group(2).strip()!r})", 0
    return _python_2(body)


def _line_magic(name: str, rest: str, body: str) -> tuple[str, int]:
    if name in RUNS_LINE:
        code = without_options(rest)
        if code.strip():
            return code, len(body) - len(code)
    return f"get_ipython().run_line_magic({name!r}, {rest.strip()!r})", 0


def _python_2(body: str) -> tuple[str | None, int]:
    """`print x` and `except E, e:` of Python 2, without moving what stands behind them."""
    found = _PRINT.match(body)
    if found:
        shown, mark, comment = body[found.end() :].partition("#")
        kept = shown.rstrip() if mark else shown
        return f"print({kept.removesuffix(',')}){shown[len(kept) :]}{mark}{comment}", 0
    if body.startswith("except"):
        changed = _EXCEPT.sub(r"\1 as \2:", body)
        return (changed, 0) if changed != body else (None, 0)
    return None, 0
