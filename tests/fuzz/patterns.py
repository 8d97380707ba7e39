"""Every regular expression of the package → texts on which a careless one takes quadratic time or worse."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import mlreview_jupyter

try:
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_parse as parser  # type: ignore[no-redef]


def patterns() -> dict[str, re.Pattern[str]]:
    """The compiled patterns that stand in modules, in their tuples and in their dicts, by name."""
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.walk_packages(mlreview_jupyter.__path__, "mlreview_jupyter."):
        if info.name.endswith("__main__") or ".demo" in info.name:
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for at, one in enumerate(_inside(value, 3)):
                if isinstance(one.pattern, str):
                    found.setdefault(f"{info.name.partition('.')[2]}.{name}" + (f"[{at}]" if one is not value else ""), one)
    return {name: one for one, name in {one: name for name, one in reversed(found.items())}.items()}


def ways(name: str) -> list[str]:
    """How the package uses a pattern: a `search` begins anew at every character, a `match` at the first alone."""
    module, _, last = name.rpartition(".")
    last = last.partition("[")[0]
    uses = r"\.(match|fullmatch|search|findall|finditer|sub|split)\("
    called = {one for text in _sources().values() for one in re.findall(rf"\b{re.escape(last)}(?:\[[^]]*\])?{uses}", text)}
    called = called or set(re.findall(uses, _sources()[module]))  # under another name, in its own file
    return sorted({one if one in ("match", "fullmatch") else "search" for one in called})


@cache
def _sources() -> dict[str, str]:
    home = Path(mlreview_jupyter.__file__).parent
    named = {path: ".".join(path.relative_to(home).with_suffix("").parts).removesuffix(".__init__") for path in home.rglob("*.py")}
    return {name: path.read_text(encoding="utf-8") for path, name in named.items()}


def _inside(value: Any, deep: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif deep and isinstance(value, tuple | list | set | frozenset | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _inside(one, deep - 1)
    elif deep and type(value).__module__.startswith("mlreview_jupyter") and hasattr(type(value), "__slots__"):
        for slot in type(value).__slots__:
            yield from _inside(getattr(value, slot, None), deep - 1)


def attacks(pattern: re.Pattern[str], times: int) -> Iterator[str]:
    """For each thing that the pattern repeats: what leads to it, it very often, and an end that fits nothing."""
    for before, unit in _repeats(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG), ""):
        for end in ("\x01", "", "\n\x01", before + "\x01"):
            yield before + (unit or " ") * times + end
        if len(unit) == 1:
            for other in " \ta0-":
                yield before + (unit + other) * times + "\x01"


def _repeats(nodes: Any, before: str) -> Iterator[tuple[str, str]]:
    for name, value in nodes:
        kind = str(name)
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, high, inner = value
            if high > 20:
                for unit in _samples(inner):
                    yield before, unit
            yield from _repeats(inner, before)
        elif kind == "BRANCH":
            for one in value[1]:
                yield from _repeats(one, before)
        elif kind == "SUBPATTERN":
            yield from _repeats(value[-1], before)
        elif kind in ("ASSERT", "ASSERT_NOT"):
            yield from _repeats(value[1], before)
        before += next(_samples([(name, value)]), "")


def _samples(nodes: Any) -> Iterator[str]:
    """A few texts that these nodes match, the shortest first."""
    found = [""]
    for name, value in nodes:
        kind = str(name)
        if kind == "LITERAL":
            choices = [chr(value)]
        elif kind == "NOT_LITERAL":
            choices = [one for one in "a -" if ord(one) != value][:1]
        elif kind == "ANY":
            choices = ["a", " "]
        elif kind == "IN":
            choices = _members(value)
        elif kind == "BRANCH":
            choices = [one for part in value[1] for one in list(_samples(part))[:1]][:4]
        elif kind == "SUBPATTERN":
            choices = list(_samples(value[-1]))[:3]
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, _, inner = value
            inside = list(_samples(inner))[:3]
            choices = [""] if not low and not inside else [one * max(low, 1) for one in inside] if low else ["", *inside[:1]]
        else:
            choices = [""]
        found = [head + tail for tail in (choices or [""]) for head in found][:8]
    yield from dict.fromkeys(found)


def _members(value: Any) -> list[str]:
    negated = any(str(name) == "NEGATE" for name, _ in value)
    inside = re.compile("[" + "".join(_shown(str(name), one) for name, one in value) + "]")
    letters = [one for one in " \ta0_-.=\"'\\/%#:\x0b\u00a0([{,<>;@!?&|$+*\n" if inside.match(one)]
    return letters[:3] if letters else ["a"] if negated else [chr(one) for name, one in value if str(name) == "LITERAL"][:2] or ["a"]


def _shown(kind: str, value: Any) -> str:
    if kind == "NEGATE":
        return "^"
    if kind == "LITERAL":
        return re.escape(chr(value))
    if kind == "RANGE":
        return re.escape(chr(value[0])) + "-" + re.escape(chr(value[1]))
    return {"CATEGORY_SPACE": r"\s", "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
            "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D"}[str(value)]  # fmt: skip
