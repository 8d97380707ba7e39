"""A command that is given to the system → what it does to the environment, as events."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from ..catalog.lookup import Call
from ..model.facts import Kind, Value
from ..model.ops import Op
from .arguments import Arguments
from .installs import Package, installed, installs, packages
from .machine import Machine
from .rowwise import kept

MANY = 200  # words of a command that are looked at


def run_shell(m: Machine, line: str, node: ast.AST) -> None:
    """A line for a shell."""
    if installs(line):
        _install(m, packages(line), node)


def run_command(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`subprocess.run([...])`, `os.system("...")`: a line or its words."""
    command = args.get(call.roles.get("command", (0,)))
    if command is not None and command.kind is Kind.SEQUENCE and isinstance(command.items, tuple):
        words = [m.present(one).symbol for one in command.items[:MANY]]
        spelled = [word if isinstance(word, str) else "{}" for word in words]
        if "install" in spelled:
            _install(m, installed(["pip", *spelled] if name.startswith("pip.") else spelled), node)
    else:
        run_shell(m, _spelled(command, node), node)
    return kept(m, name, None, args)


def _spelled(command: Value | None, node: ast.expr) -> str:
    """The text of a command, with braces for what is not known in it."""
    if command is not None and isinstance(command.symbol, str):
        return command.symbol
    text = node.args[0] if isinstance(node, ast.Call) and node.args else None
    if isinstance(text, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in text.values)
    return ""


def _install(m: Machine, found: Iterable[Package], node: ast.AST) -> None:
    """The environment changes: by packages that are held at a version, and by others."""
    given = tuple(found)
    m.event(
        Op.INSTALL, "install", node, {role: _names(one.name for one in given if one.held is (role == "held")) for role in ("held", "loose")}
    )


def _names(names: Iterable[str]) -> Value:
    return Value(Kind.SEQUENCE, items=tuple(Value(Kind.CONSTANT, symbol=name) for name in dict.fromkeys(names)))
