"""Chance → valid Python: every kind of statement and expression of the running version, over a few names that meet again and again."""

from __future__ import annotations

import random
import sys

from . import calls

NAMES = ["df", "X", "y", "X_train", "X_test", "y_train", "y_test", "model", "pipe", "scaler", "pred", "a", "b", "c", "f", "g", "A", "self"]
NAMES += ["results", "best", "models", "cols", "kf", "i", "k", "v", "train", "test", "rng", "scores", "data", "x", "é", "ﬁt", "𝒳"]
CONSTANTS = ["0", "1", "-1", "2.5", "1e999", "0x_f", "1_000", "3j", "10**40", "True", "False", "None", "...", "''", "'y'", "'a'", "'id'"]
CONSTANTS += [
    "b'x'",
    "r'\\d'",
    '"é"',
    "'a' 'b'",
    "'''x\ny'''",
    "u'x'",
    "__name__",
    "__debug__",
    "'data.csv'",
    "0.2",
    "42",
    "'mean'",
    "'drop'",
]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<", ">>"]
COMPARISONS = ["<", ">", "<=", ">=", "==", "!=", "is", "is not", "in", "not in"]
NEW = sys.version_info


class Writer:
    """Writes one program; what it chooses depends on its chance alone."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.pick = chance.choice
        self.expressions = [name for name in sorted(vars(Writer)) if name.startswith("x_")]
        self.statements = [name for name in sorted(vars(Writer)) if name.startswith("s_")]

    def program(self, statements: int) -> str:
        """So many statements."""
        return "".join(self.statement(0, "") for _ in range(statements))

    # ---- expressions

    def name(self) -> str:
        return self.pick(NAMES)

    def expression(self, deep: int) -> str:
        if deep > 3 or self.chance.random() < 0.25:
            return self.name() if self.chance.random() < 0.7 else self.pick(CONSTANTS)
        if self.chance.random() < 0.35:
            return calls.call(self.chance, lambda: self.expression(deep + 2))
        made: str = getattr(self, self.pick(self.expressions))(deep + 1)
        return made

    def some(self, deep: int, most: int = 3) -> list[str]:
        return [self.expression(deep) for _ in range(self.chance.randrange(most + 1))]

    def x_binary(self, deep: int) -> str:
        return f"({self.expression(deep)} {self.pick(OPERATORS)} {self.expression(deep)})"

    def x_unary(self, deep: int) -> str:
        return f"({self.pick(['-', '+', '~', 'not '])}{self.expression(deep)})"

    def x_boolean(self, deep: int) -> str:
        word = self.pick([" and ", " or "])
        return f"({word.join([self.expression(deep), self.expression(deep), *self.some(deep, 1)])})"

    def x_compare(self, deep: int) -> str:
        text = self.expression(deep)
        for _ in range(self.pick([1, 1, 1, 2])):
            text += f" {self.pick(COMPARISONS)} {self.expression(deep)}"
        return f"({text})"

    def x_conditional(self, deep: int) -> str:
        return f"({self.expression(deep)} if {self.expression(deep)} else {self.expression(deep)})"

    def x_lambda(self, deep: int) -> str:
        return f"(lambda {self.parameters(deep, False)}: {self.expression(deep)})"

    def x_list(self, deep: int) -> str:
        return "[" + ", ".join(self.pick(["", "", "*"]) + one for one in self.some(deep, 4)) + "]"

    def x_tuple(self, deep: int) -> str:
        return "(" + "".join(self.pick(["", "", "*"]) + one + ", " for one in self.some(deep, 4)) + ")"

    def x_set(self, deep: int) -> str:
        return "{" + ", ".join([self.expression(deep), *self.some(deep)]) + "}"

    def x_dict(self, deep: int) -> str:
        parts = [f"**{one}" if self.chance.random() < 0.2 else f"{one}: {self.expression(deep)}" for one in self.some(deep, 4)]
        return "{" + ", ".join(parts) + "}"

    def loops(self, deep: int) -> str:
        text = ""
        for _ in range(self.pick([1, 1, 2])):
            text += f" {self.pick(['', '', '', 'async '])}for {self.target(deep)} in {self.expression(deep)}"
            text += "".join(f" if {one}" for one in self.some(deep, 1))
        return text

    def x_comprehension(self, deep: int) -> str:
        left, right = self.pick(["[]", "()", "{}"])
        return f"{left}{self.expression(deep)}{self.loops(deep)}{right}"

    def x_dict_comprehension(self, deep: int) -> str:
        return f"{{{self.expression(deep)}: {self.expression(deep)}{self.loops(deep)}}}"

    def x_attribute(self, deep: int) -> str:
        return f"{self.primary(deep)}.{calls.attribute(self.chance)}"

    def x_subscript(self, deep: int) -> str:
        return f"{self.primary(deep)}{self.accessor()}[{self.key(deep)}]"

    def accessor(self) -> str:
        return self.pick(["", "", "", ".loc", ".iloc", ".at", ".iat", ".ix", ".values", ".columns", ".index", ".str"])

    def key(self, deep: int) -> str:
        return ", ".join(
            self.pick([self.expression(deep), self.slice(deep), "'a'", "['a', 'b']", ":"]) for _ in range(self.pick([1, 1, 2]))
        )

    def slice(self, deep: int) -> str:
        parts = [self.pick(["", self.expression(deep), "-1", "100", "len(df)", "int(len(df) * 0.8)"]) for _ in range(self.pick([2, 2, 3]))]
        return ":".join(parts)

    def x_call(self, deep: int) -> str:
        return f"{self.primary(deep)}({self.arguments(deep)})"

    def arguments(self, deep: int) -> str:
        parts = [self.pick(["", "", "", "*"]) + one for one in self.some(deep)]
        parts += [f"{calls.keyword(self.chance)}={one}" if self.chance.random() < 0.8 else f"**{one}" for one in self.some(deep, 2)]
        kept = {part.partition("=")[0] if not part.startswith("*") else str(at): part for at, part in enumerate(parts)}
        plain = [part for part in parts if part in kept.values()]
        return ", ".join(
            sorted(dict.fromkeys(plain), key=lambda part: part.startswith("**") or ("=" in part and part.split("=")[0].isidentifier()))
        )

    def primary(self, deep: int) -> str:
        text = self.expression(deep + 1)
        return text if text.isidentifier() or text[:1] in "([{" else f"({text})"

    def x_formatted(self, deep: int) -> str:
        inside = self.pick(["df", "k", "a['b']", "x!r", "v:.2f", "x:{i}", "a + b", "(lambda: 1)()", "[i for i in x]", "f(k)", "x!s:>{k}"])
        nested = "{f'{" + self.name() + "}'}" if NEW >= (3, 12) or self.chance.random() < 0 else ""
        return self.pick(["f'", 'f"', "rf'"])[:-1] + '"{' + inside + "} text {{" + nested + '"'

    def x_walrus(self, deep: int) -> str:
        return f"({self.name()} := {self.expression(deep)})"

    def x_await(self, deep: int) -> str:
        return f"(await {self.primary(deep)})"

    def x_yield(self, deep: int) -> str:
        return self.pick(["(yield)", f"(yield {self.expression(deep)})", f"(yield from {self.expression(deep)})"])

    # ---- targets, parameters, patterns

    def target(self, deep: int) -> str:
        kind = self.chance.random()
        if kind < 0.55 or deep > 3:
            return self.name()
        if kind < 0.7:
            return f"{self.name()}{self.accessor()}[{self.key(3)}]"
        if kind < 0.8:
            return f"{self.name()}.{calls.attribute(self.chance)}"
        parts = [self.target(deep + 2) for _ in range(self.pick([1, 2, 3]))]
        if self.chance.random() < 0.3:
            at = self.chance.randrange(len(parts))
            parts[at] = "*" + parts[at]
        return f"({', '.join(parts)},)" if self.chance.random() < 0.5 else f"[{', '.join(parts)}]"

    def parameters(self, deep: int, hints: bool) -> str:
        names = self.chance.sample([one for one in NAMES if one.isascii()], 4)

        def shown(name: str, default: bool) -> str:
            hint = f": {self.expression(3)}" if hints and self.chance.random() < 0.2 else ""
            return name + hint + (f"={self.expression(deep + 1)}" if default else "")

        forms = [
            [],
            [shown(names[0], False)],
            [shown(names[0], False), shown(names[1], True)],
            [shown(names[0], False), "/", shown(names[1], False)],
        ]
        parts = list(self.pick(forms))
        if self.chance.random() < 0.2:
            parts += ["*" + names[2]]
        elif self.chance.random() < 0.1:
            parts += ["*", shown(names[2], self.chance.random() < 0.5)]
        if self.chance.random() < 0.15:
            parts += ["**" + names[3]]
        return ", ".join(parts)

    def pattern(self, deep: int) -> str:
        forms = [
            "_",
            "x",
            "1",
            "-1",
            "'a'",
            "None",
            "a.b",
            "int()",
            "[x, *y]",
            "(a, b)",
            "{'k': v}",
            "{'k': v, **rest}",
            "A(k=v)",
            "str() as s",
            "[]",
            "{}",
        ]
        text = self.pick(forms)
        return f"{self.pick(['1', 'None', 'A()'])} | {self.pick(['2', 'b.c'])}" if deep < 2 and self.chance.random() < 0.2 else text

    # ---- statements

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
