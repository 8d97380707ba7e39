"""Chance → expressions of valid Python, every kind of the running version, over a few names that meet again and again."""

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


class Expressions:
    """Writes expressions; what it chooses depends on its chance alone."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.pick = chance.choice
        self.expressions = [name for name in sorted(dir(self)) if name.startswith("x_")]

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
