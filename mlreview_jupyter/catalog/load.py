"""The TOML of this folder → checked tables. An error names the file and the key."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from ..model.ops import Learns, Op

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).parent
CHECKLIST = "checklist.toml"
GIVES = frozenset(
    """
    anything asked batches array arrays assigned baseline built bunch called choice classes clone columns counts curve dates decomposed distinct drawn dropped each evaluated fewer first folder folds frame grows
    here importances integers labelled last later loss mean most named named_parts nothing numbers once order outliers pair parts pieces piped popped published repeated rest restored sampled selected self shape share some span
    smoothed stepped summary taken text truth windows
    """.split()
)
RANDOM = frozenset({"all", "numpy", "python", "torch", "own"})
_CALL_KEYS = {"op", "learns", "roles", "gives", "then", "random", "shuffled", "makes", "module", "names"}
_TOOL_KEYS = {"protocol", "idle", "roles", "learns", "holds", "clones", "gives", "then", "random", "shuffled", "seed", "module", "names"}
_ITEM_KEYS = {"id", "from", "by", "stage", "risk", "blocker", "non_negotiable", "red_flag", "when", "ask"}
BY = frozenset({"static", "live", "repo", "run", "model", "ask"})
STAGES = ("explore", "candidate", "production")
RISKS = frozenset({"data leakage", "irreproducible training", "weak eval", "unsafe serving", "missing monitoring", "other"})

# (op, learns, roles, gives, then, random, shuffled, protocol, holds, clones)
Shape = tuple[str, str, tuple[tuple[str, tuple[int | str, ...]], ...], str, str, str, bool, str, tuple[int | str, ...], bool]


class CatalogError(ValueError):
    """A file of the catalog says something that cannot be meant."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        super().__init__(f"{file}: {key}: {problem}")


class Tables:
    """Everything that the compiled catalog holds."""

    def __init__(self) -> None:
        self.names: dict[str, Shape] = {}
        self.aliases: dict[str, str] = {}
        self.methods: dict[str, dict[str, Shape]] = {}
        self.checklist: list[tuple[str, tuple[str, ...], str, str, bool, bool, str, str]] = []
        self.libraries: dict[str, str] = {}
        self.conventions: dict[str, str] = {}
        self.work: dict[str, str] = {}
        self.home: dict[str, str] = {}


def load(folder: Path = HERE) -> Tables:
    """Read and check every file of the folder."""
    tables = Tables()
    files = sorted(path for path in folder.glob("*.toml") if path.name != CHECKLIST)
    for path in files:
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise CatalogError(path.name, "syntax", str(error)) from None
        _file(tables, path.name, content)
    for name, shape in tables.names.items():
        if shape[0] != Op.MAKE.value:
            if shape[7] and shape[7] not in tables.names:
                raise CatalogError(tables.home[name], f"makes of {name}", f"nothing is called {shape[7]!r}")
        elif shape[7] and shape[7] not in (*tables.methods, "pipeline"):
            raise CatalogError(tables.home[name], f"protocol of {name}", f"no protocol is called {shape[7]!r}")
    checklist = folder / CHECKLIST
    if checklist.exists():
        _checklist(tables, tomllib.loads(checklist.read_text(encoding="utf-8")))
    return tables


def _file(tables: Tables, file: str, content: dict[str, Any]) -> None:
    _keys(file, "top level", content, {"library", "aliases", "tools", "calls", "protocols", "libraries", "conventions", "work"})
    tables.conventions.update(content.get("conventions", {}))
    for name, kind in content.get("work", {}).items():
        tables.work[name] = _text(file, f"work.{name}", kind)
    for op, prefixes in content.get("libraries", {}).items():
        _one_of(file, f"libraries.{op}.op", op, {Op.SHOW.value, Op.KEEP.value, Op.RECORD.value})
        tables.libraries.update(dict.fromkeys(prefixes, op))
    for old, new in content.get("aliases", {}).items():
        tables.aliases[_text(file, f"aliases.{old}", old)] = _text(file, f"aliases.{old}", new)
    for number, tool in enumerate(content.get("tools", ()), 1):
        key = f"tools[{number}]"
        _keys(file, key, tool, _TOOL_KEYS)
        told = tuple((name, _role(file, f"{key}.roles.{name}", at)) for name, at in sorted(tool.get("roles", {}).items()))
        if idle := tool.get("idle"):  # the settings, "name=value" each, with which it learns nothing; `*` is any value
            told = (*told, ("idle", _role(file, f"{key}.idle", idle)))
        roles = (("seed", _role(file, f"{key}.seed", tool.get("seed", ["random_state", "seed"]))), ("shuffle", ("shuffle",)), *told)
        shape: Shape = (
            Op.MAKE.value,
            _learns(file, key, tool),
            roles,
            _one_of(file, f"{key}.gives", tool.get("gives", ""), GIVES),
            _one_of(file, f"{key}.then", tool.get("then", ""), {op.value for op in Op}),
            _one_of(file, f"{key}.random", tool.get("random", ""), RANDOM),
            tool.get("shuffled", True),
            _text(file, f"{key}.protocol", tool.get("protocol")),
            _role(file, f"{key}.holds", tool.get("holds", [])),
            tool.get("clones", False),
        )
        _add(tables, file, key, tool, shape)
    for number, call in enumerate(content.get("calls", ()), 1):
        key = f"calls[{number}]"
        _add(tables, file, key, call, _call(file, key, call))
    for protocol, methods in content.get("protocols", {}).items():
        table = tables.methods.setdefault(protocol, {})
        for names, call in methods.items():
            key = f"protocols.{protocol}.{names}"
            shape = _call(file, key, call)
            for name in names.split():
                if name in table:
                    raise CatalogError(file, key, f"{name} is described twice")
                table[name] = shape


def _add(tables: Tables, file: str, key: str, entry: dict[str, Any], shape: Shape) -> None:
    module = _text(file, f"{key}.module", entry.get("module"))
    names = entry.get("names")
    if not isinstance(names, list) or not names:
        raise CatalogError(file, f"{key}.names", "a list of names is needed")
    for name in names:
        full = f"{module}.{_text(file, f'{key}.names', name)}"
        if full in tables.names:
            raise CatalogError(file, f"{key}.names", f"{full} is described twice (also in {tables.home[full]})")
        tables.names[full] = shape
        tables.home[full] = file


def _call(file: str, key: str, call: dict[str, Any]) -> Shape:
    _keys(file, key, call, _CALL_KEYS)
    op = _one_of(file, f"{key}.op", call.get("op"), {op.value for op in Op})
    roles = tuple((name, _role(file, f"{key}.roles.{name}", at)) for name, at in sorted(call.get("roles", {}).items()))
    return (
        op,
        _learns(file, key, call),
        roles,
        _one_of(file, f"{key}.gives", call.get("gives", ""), GIVES),
        _one_of(file, f"{key}.then", call.get("then", ""), {op.value for op in Op}),
        _one_of(file, f"{key}.random", call.get("random", ""), RANDOM),
        call.get("shuffled", True),
        call.get("makes", ""),
        (),
        False,
    )


def _checklist(tables: Tables, content: dict[str, Any]) -> None:
    seen: set[str] = set()
    for number, item in enumerate(content.get("item", ()), 1):
        key = f"item[{number}]"
        _keys(CHECKLIST, key, item, _ITEM_KEYS)
        name = _text(CHECKLIST, f"{key}.id", item.get("id"))
        if name in seen or name.count(".") != 1:
            raise CatalogError(CHECKLIST, f"{key}.id", f"{name!r} is used twice or is not area.slug")
        seen.add(name)
        by = tuple(_one_of(CHECKLIST, f"{key}.by", one, BY) for one in item.get("by", ()))
        stage = _one_of(CHECKLIST, f"{key}.stage", item.get("stage"), frozenset(STAGES))
        risk = _one_of(CHECKLIST, f"{key}.risk", item.get("risk"), RISKS)
        serious = bool(item.get("non_negotiable") or item.get("red_flag"))
        ask = _text(CHECKLIST, f"{key}.ask", item.get("ask"))
        tables.checklist.append((name, by, stage, risk, bool(item.get("blocker")), serious, item.get("when", ""), ask))


def _keys(file: str, key: str, table: object, allowed: set[str]) -> None:
    if not isinstance(table, dict):
        raise CatalogError(file, key, "a table is needed")
    for name in table:
        if name not in allowed:
            raise CatalogError(file, f"{key}.{name}", f"unknown key; known are {', '.join(sorted(allowed))}")


def _text(file: str, key: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise CatalogError(file, key, "a text is needed")
    return value


def _one_of(file: str, key: str, value: object, allowed: frozenset[str] | set[str]) -> str:
    if value == "" and not key.endswith(".op"):
        return ""
    if value not in allowed:
        raise CatalogError(file, key, f"{value!r} is none of {', '.join(sorted(allowed))}")
    return str(value)


def _learns(file: str, key: str, entry: dict[str, Any]) -> str:
    return _one_of(file, f"{key}.learns", entry.get("learns", ""), {kind.value for kind in Learns})


def _role(file: str, key: str, at: object) -> tuple[int | str, ...]:
    if not isinstance(at, list) or not all(isinstance(one, int | str) for one in at):
        raise CatalogError(file, key, "a list of positions and keywords is needed")
    return tuple(at)
