"""One file a rule, in a folder for each area of the checklist. Nothing is registered: what is here is found."""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from ..rule import Rule, RuleError

__all__ = ["chapters", "find_rules", "names", "rule_named"]


@cache
def find_rules(folders: tuple[str, ...] = tuple(__path__), package: str = __name__) -> tuple[Rule, ...]:
    """Every rule in these folders, by area and name."""
    rules: dict[str, Rule] = {}
    for name in _modules(folders, package):
        module = import_module(name)
        stem = name.rpartition(".")[2]
        one = getattr(module, stem, None)
        if not isinstance(one, Rule):
            raise RuleError(f"{name}: a rule's file holds a rule of the same name")
        if one.area != name.split(".")[-2]:
            raise RuleError(f"{name}: its item {one.item} belongs into the folder {one.area}")
        rules[one.id] = one
    return tuple(sorted(rules.values(), key=lambda one: (one.area, one.id)))


def _modules(folders: Sequence[str], package: str) -> list[str]:
    return [found.name for found in pkgutil.walk_packages(list(folders), package + ".") if not found.ispkg]


@cache
def names() -> dict[str, str]:
    """Every id, present or former → the id of today."""
    return {name: one.id for one in find_rules() for name in (*one.aliases, one.id)}


@cache
def chapters() -> dict[str, tuple[str, ...]]:
    """What stands for several rules, or for none by its own name: areas and items of the checklist → the rules that answer for them."""
    found: dict[str, tuple[str, ...]] = {}
    for one in find_rules():
        for name in (one.area, one.item):
            found[name] = (*found.get(name, ()), one.id)
    return found


def rule_named(name: str) -> Rule | None:
    """The rule with this id, or with this former one."""
    wanted = names().get(name.strip().lower().replace("_", "-"))
    return next((one for one in find_rules() if one.id == wanted), None)
