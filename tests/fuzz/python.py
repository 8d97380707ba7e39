"""Chance → valid Python: every kind of statement of the running version, around expressions of every kind."""

from __future__ import annotations

import random

from . import calls
from .expressions import NEW, OPERATORS, Expressions


class Writer(Expressions):
    """Writes one program; what it chooses depends on its chance alone."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__(chance)
        self.statements = [name for name in sorted(dir(self)) if name.startswith("s_")]

    def program(self, statements: int) -> str:
        """So many statements."""
        return "".join(self.statement(0, "") for _ in range(statements))

    def statement(self, deep: int, indent: str) -> str:
        if self.chance.random() < 0.45:
            return indent + calls.line(self.chance, lambda: self.expression(2)).replace("\n", "\n" + indent) + "\n"
        made: str = getattr(self, self.pick(self.statements))(deep + 1, indent)
        return made

    def block(self, deep: int, indent: str) -> str:
        if deep > 3:
            return f"{indent}    {self.pick(['pass', 'break', 'continue', 'return ' + self.name(), 'raise', 'x = 1'])}\n"
        return "".join(self.statement(deep, indent + "    ") for _ in range(self.pick([1, 1, 2, 3])))

    def s_expression(self, deep: int, indent: str) -> str:
        return f"{indent}{self.expression(0)}\n"

    def s_assign(self, deep: int, indent: str) -> str:
        targets = "".join(self.target(0) + " = " for _ in range(self.pick([1, 1, 1, 2])))
        return f"{indent}{targets}{self.expression(0)}\n"

    def s_annotated(self, deep: int, indent: str) -> str:
        value = f" = {self.expression(0)}" if self.chance.random() < 0.7 else ""
        return f"{indent}{self.pick([self.name(), 'self.a', 'df[0]'])}: {self.expression(2)}{value}\n"

    def s_augmented(self, deep: int, indent: str) -> str:
        target = self.pick([self.name(), self.name(), f"{self.name()}[{self.key(2)}]", f"{self.name()}.{calls.attribute(self.chance)}"])
        return f"{indent}{target} {self.pick(OPERATORS)}= {self.expression(0)}\n"

    def s_simple(self, deep: int, indent: str) -> str:
        words = [
            f"global {self.name()}",
            f"nonlocal {self.name()}, {self.name()}",
            "pass",
            "break",
            "continue",
            "return",
            f"return {self.expression(1)}",
        ]
        words += [
            "raise",
            f"raise {self.expression(1)} from {self.name()}",
            f"assert {self.expression(1)}, {self.name()}",
            f"del {self.name()}.a, df['a']",
        ]
        words += [f"del {self.name()}, {self.name()}[0]", f"import {self.pick(calls.MODULES)} as {self.name()}", "import a.b.c, d as e"]
        words += [
            f"from {self.pick(calls.MODULES)} import *",
            "from . import x",
            "from .a import (b as c, d)",
            "from __future__ import annotations",
        ]
        return f"{indent}{self.pick(words)}\n"

    def s_if(self, deep: int, indent: str) -> str:
        text = f"{indent}if {self.expression(1)}:\n{self.block(deep, indent)}"
        for _ in range(self.pick([0, 0, 1, 2])):
            text += f"{indent}elif {self.expression(1)}:\n{self.block(deep, indent)}"
        return text + (f"{indent}else:\n{self.block(deep, indent)}" if self.chance.random() < 0.5 else "")

    def s_for(self, deep: int, indent: str) -> str:
        head = f"{self.pick(['', '', '', '', 'async '])}for {self.target(1)} in {self.pick([self.expression(1), calls.loop(self.chance)])}"
        return f"{indent}{head}:\n{self.block(deep, indent)}" + (
            f"{indent}else:\n{self.block(deep, indent)}" if self.chance.random() < 0.1 else ""
        )

    def s_while(self, deep: int, indent: str) -> str:
        return f"{indent}while {self.expression(1)}:\n{self.block(deep, indent)}"

    def s_with(self, deep: int, indent: str) -> str:
        parts = [self.expression(1) + (f" as {self.target(2)}" if self.chance.random() < 0.6 else "") for _ in range(self.pick([1, 1, 2]))]
        return f"{indent}{self.pick(['', '', 'async '])}with {', '.join(parts)}:\n{self.block(deep, indent)}"

    def s_try(self, deep: int, indent: str) -> str:
        star = "*" if NEW >= (3, 11) and self.chance.random() < 0.2 else ""
        text = f"{indent}try:\n{self.block(deep, indent)}"
        kinds = ["NameError", "(ValueError, KeyError) as e", "Exception as e", "a.b"]
        handlers = self.pick([0, 1, 1, 2])
        for kind in self.chance.sample(kinds, handlers):
            text += f"{indent}except{star} {kind}:\n{self.block(deep, indent)}"
        if not handlers or self.chance.random() < 0.2:
            return text + f"{indent}finally:\n{self.block(deep, indent)}"
        if not star and self.chance.random() < 0.3:
            text += f"{indent}except:\n{self.block(deep, indent)}"
        return text + (f"{indent}else:\n{self.block(deep, indent)}" if self.chance.random() < 0.2 else "")

    def s_match(self, deep: int, indent: str) -> str:
        text = f"{indent}match {self.expression(2)}:\n"
        for _ in range(self.pick([1, 2, 3])):
            guard = f" if {self.expression(2)}" if self.chance.random() < 0.3 else ""
            text += f"{indent}    case {self.pattern(1)}{guard}:\n{self.block(deep, indent + '    ')}"
        return text

    def s_function(self, deep: int, indent: str) -> str:
        name = self.pick(["f", "g", "helper", "fit", "transform", "__init__", "evaluate", "prepare"])
        decorators = "".join(f"{indent}@{self.pick(calls.DECORATORS)}\n" for _ in range(self.pick([0, 0, 0, 1, 2])))
        kind = f"[T: {self.name()}]" if NEW >= (3, 12) and self.chance.random() < 0.05 else ""
        gives = f" -> {self.expression(2)}" if self.chance.random() < 0.15 else ""
        head = f"{self.pick(['', '', '', 'async '])}def {name}{kind}({self.parameters(1, True)}){gives}:"
        body = self.block(deep, indent) + (f"{indent}    return {self.expression(1)}\n" if self.chance.random() < 0.6 else "")
        return f"{decorators}{indent}{head}\n{body}"

    def s_class(self, deep: int, indent: str) -> str:
        decorators = "".join(f"{indent}@{self.pick(calls.DECORATORS)}\n" for _ in range(self.pick([0, 0, 0, 1])))
        bases = self.pick(
            ["", "(A)", "(B, A)", "(BaseEstimator, TransformerMixin)", f"({self.expression(2)}, metaclass=A)", "(nn.Module)", "(*a, **k)"]
        )
        return f"{decorators}{indent}class {self.pick(['A', 'B', 'Scaler', 'Net'])}{bases}:\n{self.block(deep, indent)}"

    def s_use(self, deep: int, indent: str) -> str:
        """A call of what may have been defined above."""
        name = self.pick(["f", "g", "helper", "A", "B", "Scaler", "evaluate", "prepare", "A().fit", "self.fit", "a.f"])
        return f"{indent}{self.pick(['', self.target(1) + ' = '])}{name}({self.arguments(1)})\n"

    def s_type(self, deep: int, indent: str) -> str:
        return f"{indent}type A[T] = {self.expression(2)}\n" if NEW >= (3, 12) else f"{indent}x: int\n"
