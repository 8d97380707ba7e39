"""A growing program: its lines, the imports that it needs, names that nobody uses twice."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

Op = tuple[list[str], str]  # lines that learn from {a} (and {y}), and the expression that applies it to {a}


@dataclass(slots=True)
class Writer:
    """The program so far; `deep` is how far the next line is indented."""

    chance: random.Random
    lines: list[str] = field(default_factory=list)
    imports: set[str] = field(default_factory=set)
    defined: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    deep: int = 0
    frame: bool = True  # are the features a frame, or an array?
    columns: tuple[str, ...] = ()  # their names, where they are still those of the table
    classes: bool = True
    category: str = ""
    text: str = ""
    group: str = ""
    target: str = "label"
    missing: bool = False
    spoiled: bool = False  # something learned from all rows is in the features
    series: bool = True  # is the target a series?
    _names: int = 0

    def say(self, *lines: str) -> None:
        """Add lines."""
        self.lines += ["    " * self.deep + line for line in lines]

    def define(self, *lines: str) -> None:
        """Add a function or class above the program."""
        self.defined += [*lines, ""]

    def use(self, module: str, *names: str) -> None:
        """Import names from a module, or the module."""
        for name in names:
            self.imports.add(f"from {module} import {name}")
        if not names:
            self.imports.add(f"import {module}")

    def name(self, *words: str) -> str:
        """A fresh name that begins like one of these."""
        self._names += 1
        return f"{self.chance.choice(words)}{self._names if self.chance.random() < 0.8 else '_' + str(self._names)}"

    def form(self, word: str) -> str:
        """Note that this form is in the program."""
        self.forms.append(word)
        return word

    def frame_lost(self) -> None:
        """The features are an array from here on, without names."""
        self.frame, self.columns = False, ()

    def coin(self, odds: float = 0.5) -> bool:
        """Heads?"""
        return self.chance.random() < odds

    def fill(self, template: str, **names: str) -> str:
        """The template with these names in it."""
        for key, value in names.items():
            template = template.replace("{" + key + "}", value)
        return template
