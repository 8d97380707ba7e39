"""`get_ipython().run_line_magic(...)` and its relatives: what IPython's own syntax does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..model.facts import Kind, Value
from ..model.ops import Op
from ..syntax.magics import RUNS_ASIDE, RUNS_HERE, RUNS_LINE, cell_magic, without_options
from .arguments import Arguments
from .machine import Machine
from .scope import Scope
from .shell import run_shell

SHELLS = frozenset({"bash", "sh", "!", "sx", "system", "cmd", "shell"})
INSTALLERS = frozenset({"pip", "conda", "mamba", "micromamba", "uv"})
_CAPTURED = re.compile(r"(?:-\S+\s+)*([A-Za-z_]\w*)")


def ipython_method(m: Machine, name: str, args: Arguments, node: ast.expr) -> Value:
    """A method of the shell."""
    given = [one.symbol if isinstance(one.symbol, str) else "" for one in args.positional]
    text = given[0] if given else ""
    if name in ("magic", "run_line_magic"):
        magic, line = (text.partition(" ")[::2]) if name == "magic" else (text, given[1] if len(given) > 1 else "")
        return _line_magic(m, magic.lstrip("%"), line.strip(), node)
    if name in ("system", "getoutput", "getoutputs"):
        run_shell(m, text, node)
        return m.keep(Value(Kind.EACH, items=(Value(Kind.CONSTANT),)))
    if name == "run_cell_magic":
        line, body = [*given[1:3], "", ""][:2]
        return _cell_magic(m, text, line, body, node)
    if name in ("run_cell", "ex", "push", "user_ns"):
        m.open_world(f"get_ipython().{name}() may define names", node)
    return Value()


def _line_magic(m: Machine, magic: str, line: str, node: ast.expr) -> Value:
    if magic == "run":
        _run(m, line, node)
    elif magic in INSTALLERS or magic in SHELLS:
        run_shell(m, f"{magic} {line}" if magic in INSTALLERS else line, node)
    elif magic in RUNS_LINE or magic in RUNS_ASIDE:
        code = without_options(line)
        if code:
            _text(m, code, node, aside=magic in RUNS_ASIDE)
    elif magic == "pylab" or (magic == "store" and "-r" in line):
        m.open_world(f"%{magic} brings names that this file does not show", node)
    return Value()


def _cell_magic(m: Machine, magic: str, line: str, body: str, node: ast.expr) -> Value:
    if magic in RUNS_HERE or magic in RUNS_ASIDE:
        found = _CAPTURED.match(line) if magic == "capture" else None
        if found:
            m.bind(found.group(1), Value(), node)
        if body:
            _text(m, body, node, aside=magic in RUNS_ASIDE)
    elif magic in SHELLS or (magic == "script" and line.startswith(("bash", "sh", "zsh"))):
        for at, text in [(node, body)] if body else _lines(m):
            run_shell(m, text, at)
    elif magic == "writefile":
        m.event(Op.WRITE, "writefile", node, {"path": Value(Kind.CONSTANT, symbol=line.split()[-1] if line.split() else "")})
    return Value()


def _lines(m: Machine) -> Iterator[tuple[ast.AST, str]]:
    """The lines of a cell below its magic, each with where it stands; an escaped line end goes on."""
    magic = cell_magic(m.step.cell.source)
    text, first = "", 0
    for number, line in enumerate(m.step.lines, 1):
        if magic is None or number <= magic[2]:
            continue
        first = first if text else number
        text += line
        if line.endswith("\\"):
            text = text[:-1] + " "
            continue
        yield (
            ast.Pass(
                lineno=first, col_offset=0, end_lineno=first, end_col_offset=len(m.step.lines[first - 1].encode("utf-8", "surrogatepass"))
            ),
            text,
        )
        text = ""


def _text(m: Machine, code: str, node: ast.expr, aside: bool) -> None:
    if not aside:
        m.run_text(code, node)
        return
    scope, m.scope = m.scope, Scope("function", m.scope)
    m.run_text(code, node)
    m.scope = scope


def _run(m: Machine, line: str, node: ast.expr) -> None:
    """`%run target`: its steps run in our names."""
    words = [word for word in line.split() if not word.startswith("-")]
    target = words[0].strip("'\"") if words else ""
    program = m.program.modules.get("run:" + target)
    if program is None or any(running is program for running in m.running):
        m.open_world(f"%run {target} was not found beside this file", node)
        return
    m.running.append(program)
    step = m.step
    for inner in program.steps:
        if inner.tree is not None:
            m.step = inner
            m.execute(inner.tree.body)
    m.step = step
    m.running.pop()
