"""Paths that are put together of known texts → the text that comes of it: a path object is its text, `__file__` the way from the program's folder."""

from __future__ import annotations

import ast
import re
from posixpath import basename, dirname, join, normpath, relpath, splitext

from ..catalog.lookup import Call
from ..model.facts import NOTHING, Kind, Value
from .arguments import Arguments
from .join import blend, contents
from .machine import Machine

LONG = 2000  # characters of a path, and more
SAME = frozenset({"resolve", "absolute", "as_posix", "expanduser", "open", "__str__", "__fspath__"})
_FIELDS = re.compile(r"\{(\w*)\}|\{[^{}]*\}|\{\{|\}\}")


def folder(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`os.path.dirname(path)`."""
    path = args.constant(call.roles["path"])
    out = blend(args.every(), Kind.CONSTANT)
    return out._replace(symbol=dirname(_plain(path)) or "." if isinstance(path, str) and len(path) < LONG else NOTHING)


def here(m: Machine, call: Call, name: str, owner: Value | None, args: Arguments, node: ast.expr) -> Value:
    """`os.getcwd()`: a program is taken to run where it lies."""
    return Value(Kind.CONSTANT, symbol=".")


def own_file(m: Machine) -> Value:
    """`__file__`."""
    start = dirname(m.program.path.replace("\\", "/"))
    return Value(Kind.CONSTANT, symbol=relpath(m.step.path.replace("\\", "/"), start or "."))


def path_attribute(text: str, name: str) -> str | None:
    """What an attribute of a path object is; texts have none of these."""
    if len(text) > LONG:
        return None
    plain = normpath(_plain(text))
    if name == "parent":
        return "/".join(("..", *plain.split("/"))) if set(plain.split("/")) == {".."} else ".." if plain == "." else dirname(plain) or "."
    return {"name": basename(plain), "stem": splitext(basename(plain))[0], "suffix": splitext(plain)[1]}.get(name)


def path_method(text: str, name: str, args: Arguments) -> str | None:
    """What a method of a path object, or one that puts texts together, gives; None for any other."""
    if len(text) > LONG:
        return None
    given = [one.symbol for one in args.positional]
    if name == "open" and "x" in str(given[:1]):  # it makes a new file or fails: never the same one
        return None
    if name in SAME:
        return text
    if name == "join":
        parts = [one.symbol for one in contents(args.positional[0])] if len(given) == 1 else []
        known = [part for part in parts if isinstance(part, str)]
        return text.join(known) if parts and len(known) == len(parts) and sum(map(len, known)) < LONG else None
    if name == "format":
        return _formatted(text, given, {key: one.symbol for key, one in args.keywords.items()})
    texts = [one for one in given if isinstance(one, str)]
    if args.keywords or len(texts) != len(given) or not texts:
        return None
    if name == "joinpath":
        return join(text, *texts)
    if name == "with_suffix":
        return splitext(text)[0] + texts[0]
    return join(dirname(text), texts[0]) if name == "with_name" else None


def _formatted(text: str, given: list[object], named: dict[str, object]) -> str | None:
    """Fields without a width or a form, filled with texts and whole numbers."""
    known = [one for one in (*given, *named.values()) if isinstance(one, str | int) and len(str(one)[:LONG]) < LONG]
    plain = all(found.group(1) is not None for found in _FIELDS.finditer(text))
    if not plain or len(known) != len(given) + len(named):
        return None
    try:
        return text.format(*given, **named)[:LONG]
    except (LookupError, ValueError):
        return None


def filled(text: str, value: object) -> object:
    """`"part-%s.csv" % name`."""
    if (
        len(text) < LONG
        and text.count("%") == 1
        and ("%s" in text or "%d" in text)
        and isinstance(value, str | int)
        and not isinstance(value, bool)
    ):
        return text.replace("%s", str(value)[:LONG]).replace("%d", str(value)[:LONG])
    return NOTHING


def _plain(text: str) -> str:
    return text.replace("\\", "/")
