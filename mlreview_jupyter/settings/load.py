"""Tables of settings → checked `Settings`. An error names the file and the key; what a repository may not say is told, not obeyed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from ..model.settings import PathAllowance, Settings
from ..model.words import POLICIES, SEVERITIES, STAGES
from ..read import matches
from ..rule import Rule
from .places import Said, SettingsError

CONTEXT = ("team", "timeline", "maturity", "constraints", "decision", "owner")
# What no file in a repository may do; said by anybody's file, it is told and not obeyed.
FORBIDDEN = {
    "exit-zero": "the exit code is the decision's",
    "exit-code": "the exit code is the decision's",
    "claude": "no file brings a language model into a review",
    "llm": "no file brings a language model into a review",
    "model": "no file brings a language model into a review",
    "network": "no file lets a review use the network",
    "execute": "no file lets a review run code",
    "prove": "no file lets a review run code",
    "run-checks": "no file lets a review run code",
    "plugins": "no file lets a review run code",
    "rules": "rules come with mlreview; select and ignore choose among them",
    "enabled": "a review is not turned off",
    "disable": "a review is not turned off",
    "skip": "a review is not turned off",
}
EVERYTHING = frozenset({"/", ".", "./", "all"})
# Notebooks, and scripts, of any name: a pattern that matches all of them matches everything.
SAMPLES = tuple(
    tuple(f"{folder}{name}.{kind}" for folder in ("", "q/", "Z9/_x/") for name in ("vk", "B7", "_m", "42")) for kind in ("ipynb", "py")
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The settings, and where each of them was said."""

    settings: Settings
    said_in: tuple[tuple[str, str], ...] = ()


def choose(tables: Sequence[Said | None], rules: Sequence[Rule], environment: Mapping[str, str] | None = None) -> Chosen:
    """Settings from these tables, the first word being the strongest. The environment comes after the first, the command line."""
    environment = os.environ if environment is None else environment
    reader = _Reader(rules)
    merged: dict[str, Any] = {}
    said_in: dict[str, str] = {}
    given = [tables[0], _from_environment(environment), *tables[1:]] if tables else [_from_environment(environment)]
    for said in given:
        for key, value in (reader.read(said) if said is not None else {}).items():
            if key == "allow":
                merged[key] = (*merged.get(key, ()), *value)
                said_in.setdefault(key, said.file if said else "")
            elif key not in merged:
                merged[key] = value
                said_in[key] = said.file if said else ""
    settings = replace(Settings(), **merged)
    settings = reader.whole(settings, said_in)
    return Chosen(replace(settings, notices=tuple(dict.fromkeys(reader.notices + _narrowing(settings, said_in)))), tuple(said_in.items()))


def _from_environment(environment: Mapping[str, str]) -> Said | None:
    """`MLREVIEW_SELECT=a,b` and the like."""
    table: dict[str, Any] = {}
    for key in ("select", "ignore", "exclude"):
        if text := environment.get(f"MLREVIEW_{key.upper()}"):
            table[key] = [part.strip() for part in text.split(",") if part.strip()]
    for key in ("severity", "stage", "policy", "baseline"):
        if text := environment.get(f"MLREVIEW_{key.upper()}"):
            table[key] = text
    return Said(table, "the environment", False) if table else None


class _Reader:
    def __init__(self, rules: Sequence[Rule]) -> None:
        self.known = rules
        self.rules = {name: one.id for one in rules for name in (*one.aliases, one.id)}
        self.areas = frozenset(one.area for one in rules)
        self.notices: list[str] = []
        self.readers: dict[str, Callable[[Said, str, Any], Any]] = {
            "select": self.names,
            "ignore": self.names,
            "exclude": self.patterns,
            "severity": lambda said, key, value: _one_of(said, key, value, SEVERITIES),
            "policy": self.policy,
            "stage": self.stage,
            "allow": self.allow,
            "context": self.context,
            "baseline": self.baseline,
        }

    def read(self, said: Said) -> dict[str, Any]:
        """The checked values of one table."""
        out: dict[str, Any] = {}
        for written, value in said.table.items():
            key = written.replace("_", "-")
            if key in FORBIDDEN:
                self.notices.append(f"{said.file}: {written} is not obeyed: {FORBIDDEN[key]}")
                continue
            if key not in self.readers:
                near = get_close_matches(key, self.readers, 1)
                raise SettingsError(
                    f"{said.file}: {written}: unknown key{f'; did you mean {near[0]}' if near else ''}; known are {', '.join(sorted(self.readers))}"
                )
            read = self.readers[key](said, written, value)
            if read is None:
                continue
            if key == "stage":
                out.update(read)
            else:
                out[key] = read
        return out

    def whole(self, settings: Settings, said_in: Mapping[str, str]) -> Settings:
        """A choice that leaves no rule to ask is none."""
        if not any(settings.runs(one.id, one.area) for one in self.known) and (settings.select or settings.ignore):
            where = said_in.get("ignore") or said_in.get("select") or ""
            self.notices.append(f"{where}: ignore is not obeyed: it leaves out every rule")
            return replace(settings, ignore=())
        return settings

    def names(self, said: Said, key: str, value: Any) -> tuple[str, ...] | None:
        listed = _texts(said, key, value, "names of rules or areas")
        if key == "select" and not listed:
            self.notices.append(f"{said.file}: select is not obeyed: it chooses no rule")
            return None
        if any(one.strip() in ("*", "all") for one in listed):
            if key == "select":
                return ()  # said, and so stronger than a choice that was said elsewhere
            self.notices.append(f"{said.file}: ignore is not obeyed: it leaves out every rule")
            return None
        out = []
        for one in listed:
            name = one.strip().lower().replace("_", "-")
            if name in self.areas:
                out.append(name)
            elif name in self.rules:
                out.append(self.rules[name])
            else:
                near = get_close_matches(name, [*self.rules, *self.areas], 1)
                raise SettingsError(f"{said.file}: {key}: no rule or area is called {one}{f'; did you mean {near[0]}?' if near else ''}")
        return tuple(out)

    def patterns(self, said: Said, key: str, value: Any) -> tuple[str, ...]:
        listed = _texts(said, key, value, "patterns of paths")
        whole = [one for one in listed if said.foreign and _everything(one)]
        if whole:
            self.notices.append(f"{said.file}: {key} is not obeyed where it leaves out everything ({', '.join(whole)})")
        return tuple(one for one in listed if one not in whole)

    def policy(self, said: Said, key: str, value: Any) -> str | None:
        policy = _one_of(said, key, value, POLICIES)
        if said.foreign and policy == "advisory":
            self.notices.append(f"{said.file}: {key} = advisory is not obeyed: a repository does not keep its own review from blocking")
            return None
        return policy

    def stage(self, said: Said, key: str, value: Any) -> dict[str, Any]:
        if isinstance(value, dict):
            return {"stages": tuple((pattern, _one_of(said, f"{key}.{pattern}", stage, STAGES)) for pattern, stage in value.items())}
        return {"stage": _one_of(said, key, value, STAGES)}

    def allow(self, said: Said, key: str, value: Any) -> tuple[PathAllowance, ...]:
        if not isinstance(value, list):
            raise SettingsError(f"{said.file}: {key}: a list of tables is needed, each with rule, paths and reason")
        out = []
        for number, one in enumerate(value, 1):
            where = f"{key}[{number}]"
            if not isinstance(one, dict) or not set(one) <= {"rule", "paths", "reason"}:
                raise SettingsError(f"{said.file}: {where}: a table with rule, paths and reason is needed")
            rule, reason = _text(said, f"{where}.rule", one.get("rule")), _text(said, f"{where}.reason", one.get("reason"))
            plain = rule.strip().lower().replace("_", "-")
            if plain in ("*", "all") or plain in self.areas:
                inside = f", of {', '.join(one.id for one in self.known if one.area == plain)}" if plain in self.areas else ""
                self.notices.append(f"{said.file}: {where} is not obeyed: one rule has to be named{inside}")
                continue
            name = self.rules.get(plain)
            if name is None:
                near = get_close_matches(plain, self.rules, 1)
                raise SettingsError(f"{said.file}: {where}.rule: no rule is called {rule}{f'; did you mean {near[0]}?' if near else ''}")
            paths = _texts(said, f"{where}.paths", one.get("paths"), "patterns of paths")
            if any(map(_everything, paths)):
                self.notices.append(f"{said.file}: {where}: {name} is allowed everywhere ({', '.join(paths)})")
            out.append(PathAllowance(name, paths, reason[:300], said.file))
        return tuple(out)

    def context(self, said: Said, key: str, value: Any) -> tuple[tuple[str, str], ...]:
        if not isinstance(value, dict):
            raise SettingsError(f"{said.file}: {key}: a table is needed, with {', '.join(CONTEXT)}")
        for name in value:
            if name not in CONTEXT:
                raise SettingsError(f"{said.file}: {key}.{name}: unknown key; known are {', '.join(CONTEXT)}")
        return tuple((name, _text(said, f"{key}.{name}", told)[:300]) for name, told in value.items())

    def baseline(self, said: Said, key: str, value: Any) -> str:
        path = _text(said, key, value)
        if said.foreign and (os.path.isabs(path) or ".." in path.replace("\\", "/").split("/")):
            raise SettingsError(f"{said.file}: {key}: a path within the repository is needed")
        return os.path.join(os.path.dirname(said.file), path) if said.foreign else path


def _everything(pattern: str) -> bool:
    return pattern.strip() in EVERYTHING or any(all(matches((pattern,), path) for path in kind) for kind in SAMPLES)


def _narrowing(settings: Settings, said_in: Mapping[str, str]) -> list[str]:
    """What narrows this review, so that nobody takes silence for approval."""
    out = []
    for key, values in (("select", settings.select), ("ignore", settings.ignore), ("exclude", settings.exclude)):
        if values:
            out.append(f"{said_in.get(key, 'settings')}: {key} = {', '.join(values)}")
    if settings.policy != "standard":
        out.append(f"{said_in.get('policy', 'settings')}: policy = {settings.policy}")
    if settings.severity != "info":
        out.append(f"{said_in.get('severity', 'settings')}: findings below {settings.severity} are not shown; they count all the same")
    if settings.baseline:
        out.append(f"{said_in.get('baseline', 'settings')}: findings of the baseline {settings.baseline} do not decide")
    return out


def _texts(said: Said, key: str, value: Any, what: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise SettingsError(f"{said.file}: {key}: a list of {what} is needed")
    return tuple(value)


def _text(said: Said, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{said.file}: {key}: a text is needed")
    return value


def _one_of(said: Said, key: str, value: Any, allowed: Sequence[str]) -> str:
    if value not in allowed or not isinstance(value, str):
        shown = value if isinstance(value, str) else type(value).__name__
        raise SettingsError(f"{said.file}: {key}: {shown} is none of {', '.join(allowed)}")
    return value
