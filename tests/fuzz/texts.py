"""Chance → cells that nobody would save: IPython, broken Python, several at once, and text that is hostile to whoever prints it."""

from __future__ import annotations

import random

from .expressions import CONSTANTS, NAMES
from .python import Writer

MAGICS = [
    "%time",
    "%%time",
    "%%capture",
    "%%capture out --no-stderr",
    "%matplotlib inline",
    "%run other.py -x",
    "%run",
    "%store -r x",
    "%load_ext a",
    "%pylab",
]
MAGICS += [
    "%%bash",
    "%%bash --out a --err b",
    "%%writefile a.py",
    "%%sql a <<",
    "%%sql postgres://u:p@h/d",
    "%%R -i df -o a,b",
    "%%html",
    "%%javascript",
]
MAGICS += [
    "%%timeit -n1 x = 1",
    "%timeit -r 3 f(x)",
    "%prun -s cumulative f()",
    "%memit f()",
    "%pip install -U pandas==1.0",
    "!pip install a",
    "!!ls",
    "!",
    "%",
]
MAGICS += [
    "%%",
    "%%%",
    "? ?",
    "?df",
    "df?",
    "df.fit??",
    "*?",
    "%magic?",
    "a = !ls {x}",
    "a, b = !ls",
    "a = %sql select 1",
    "a.b['c'] = %time f()",
    "%env A=b",
]
MAGICS += [
    "cd ..",
    "ls -la",
    "pip install x",
    "%cd 'a b'",
    "%%script python3 -",
    "%%python",
    "%alias a b %s",
    "%%mlreview",
    "%mlreview on",
    "%time x = %time y",
]
MAGICS += [
    "get_ipython().run_cell_magic('time', '', 'x = 1')",
    "get_ipython().system('ls')",
    "get_ipython().magic('run a.py')",
    "%%time\\",
    "!a \\",
    "# %%time",
]
BROKEN = [
    "print 'a'",
    "print 'a',",
    "print >>f, x",
    "except E, e:",
    "exec 'x'",
    "x = (1,",
    "x = )",
    "def f(",
    "class :",
    "if x",
    "for",
    "lambda",
    "'abc",
    '"""abc',
]
BROKEN += [
    "x = 'a\\",
    "\\",
    "{",
    "}",
    "]",
    "f'{",
    "f'{x'",
    "f'{x!}'",
    "a b c",
    "1 = x",
    "return = 1",
    "x = 1 +",
    "  x = 1",
    "\tx\n        y",
    "if x:\n",
    "try:\n  x",
    "@",
    "@a",
]
BROKEN += [
    "await = 1",
    "async x",
    "0777",
    "1__0",
    "0b2",
    "1a",
    "$x",
    "x = ?",
    "x := 1",
    "import",
    "from x import",
    "from x import (a",
    "*a",
    "**a",
    "yield",
    "raise E, 'x'",
    "<>",
]
HOSTILE = [
    "\0",
    "\x00" * 3,
    "\ud800",
    "\udfff\ud800",
    "\u202eabc",
    "\u2066x\u2069",
    "\U000e0041\U000e0042",
    "\x1b[31m\x1b]0;x\x07",
    "\x1b[2J",
    "\r",
    "\r\n",
    "\u2028",
]
HOSTILE += [
    "\u2029",
    "\x0c",
    "\x0b",
    "\x85",
    "\ufeff",
    "\u200b",
    "ﬁ = 1",
    "𝒳 = 𝒳",
    "ª = º",
    "é̂" * 20,
    "a" * 5000,
    "(" * 300,
    "[" * 90 + "]" * 90,
    "-" * 400 + "1",
    "'" * 101,
]
HOSTILE += [
    "x." * 300 + "y",
    "not " * 300 + "x",
    "lambda: " * 120 + "x",
    "f(" * 150 + ")" * 150,
    "x[0]" * 200,
    "1+" * 3000 + "1",
    "9" * 5000,
    "0x" + "f" * 5000,
    "1e" + "9" * 400,
]
HOSTILE += [
    "{" * 50 + "}" * 50,
    "::error::x",
    "##[group]x",
    "</script><script>alert(1)</script>",
    "![x](javascript:x)",
    "`" * 7,
    "|" * 9,
    "\\\n" * 20,
    ";" * 30,
    "#" * 200,
    "\t" * 99,
]
HOSTILE += [
    "# mlreview: allow all -- x",
    "# mlreview: allow",
    "# mlreview: allow " + "a, " * 99,
    "# noqa",
    "# type: ignore[" * 9,
    "import " + "a." * 500 + "b",
    "x = " + "'a' " * 900,
]
HOSTILE += [
    "if a: b\n" + "elif a: b\n" * 60,
    "@a\n" * 90 + "def f(): pass",
    "x = [" + "[], " * 900 + "]",
    "from a import (" + ", ".join(f"a{n}" for n in range(300)) + ")",
    "-----BEGIN RSA",
]
HOSTILE += [
    "AKIA" + "A" * 16,
    "token = 'ghp_" + "a" * 36 + "'",
    "https://u:p@h/" + "a" * 400,
    "/home/u/x.csv",
    "C:\\Users\\x",
    "\\\\server\\share",
    "~/.ssh/id_rsa",
    "e" * 300 + "=" * 300,
]


def cell(chance: random.Random) -> str:
    """One cell's source."""
    kind = chance.random()
    if kind < 0.45:
        text = Writer(chance).program(chance.choice([1, 1, 2, 3]))
    elif kind < 0.6:
        text = "\n".join(chance.choice(MAGICS) for _ in range(chance.choice([1, 1, 2])))
        if chance.random() < 0.5:
            text += "\n" + Writer(chance).program(1)
    elif kind < 0.72:
        text = "\n".join([chance.choice(BROKEN), *([Writer(chance).program(1)] if chance.random() < 0.5 else [])])
    elif kind < 0.8:
        text = chance.choice(HOSTILE)
    elif kind < 0.9:
        text = "".join(
            chance.choice([*NAMES, *CONSTANTS, " ", "\n", "(", ")", ",", ".", "=", ":", "[", "]", *"'\"%!?\\#@*{};"])
            for _ in range(chance.randrange(40))
        )
    else:
        text = Writer(chance).program(2) + chance.choice(MAGICS) + "\n" + chance.choice(HOSTILE) + "\n" + chance.choice(BROKEN)
    return spoil(chance, text) if chance.random() < 0.15 else text


def spoil(chance: random.Random, text: str) -> str:
    """A text with something put in, taken out, cut off, doubled or indented."""
    at = chance.randrange(len(text) + 1)
    end = min(len(text), at + chance.choice([0, 1, 1, 2, 8, 40]))
    new = chance.choice(
        [
            "",
            "",
            text[at:end] * 2,
            chance.choice(HOSTILE),
            chance.choice("()[]{}:,.'\"\\%!?\n\t =#@"),
            chance.choice(BROKEN),
            chance.choice(MAGICS),
        ]
    )
    text = text[:at] + new + text[end:]
    if chance.random() < 0.1:
        text = text.replace("\n", chance.choice(["\r\n", "\r", "\n\n", "\\\n", "\n ", "\n\t", "; ", "\x0c\n"]))
    return text


def script(chance: random.Random) -> str:
    """A script: plain, in percent cells, or a notebook's source as Databricks writes it."""
    kind = chance.random()
    cells = [cell(chance) for _ in range(chance.choice([1, 1, 2, 3]))]
    if kind < 0.4:
        return "\n".join(cells)
    if kind < 0.7:
        marks = ["# %%", "# %% [markdown]", "#%% title", "# In[3]:", "# <codecell>", "# <markdowncell>", "# %% ", "#  %%"]
        return "".join(f"{chance.choice(marks)}\n{one}\n" for one in cells)
    if kind < 0.9:
        lines = [
            one
            if chance.random() < 0.5
            else "\n".join("# MAGIC " + line for line in (chance.choice(["%md x", "%sql", "%run ./a", "%r", "%", ""]), *one.split("\n")))
            for one in cells
        ]
        return "# Databricks notebook source\n" + "\n# COMMAND ----------\n".join(lines)
    return chance.choice(
        ["# -*- coding: latin-1 -*-\n", "\ufeff", "#!/usr/bin/env python\n", "# coding: utf-16\n", "from __future__ import annotations\n"]
    ) + "\n".join(cells)
