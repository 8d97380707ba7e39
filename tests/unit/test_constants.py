"""Constants are worked out as Python does it, or not at all."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlreview_jupyter.facts.constants import HIDDEN, NotConstant, fold
from mlreview_jupyter.facts.printed import printed

NUMBERS = st.integers(-50, 50) | st.floats(-50, 50, allow_nan=False)


def worked_out(text: str, **names: object) -> object:
    return fold(ast.parse(text, mode="eval").body, names)


@given(NUMBERS, NUMBERS, st.sampled_from("+ - * / // %".split()), st.sampled_from([".2f", "", ">8", "e"]))
def test_as_python_does(a: float, b: float, sign: str, form: str) -> None:
    text = f"f'{{({a!r}) {sign} ({b!r}):{form}}}|{{{a!r}!r}}'"
    try:
        wanted = eval(text)  # the yardstick
    except ArithmeticError:
        with pytest.raises(NotConstant):
            worked_out(text)
        return
    assert worked_out(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "'=' * 20 + '>'",
        "'%05d|%s' % (42, [1, 'a'])",
        "'{:>6}{!r}{{}}'.format(3.14159, 'x')",
        "', '.join(['a', 'b']).upper()",
        "round(2 / 3, 2), len('abc'), max(1, 2), {'a': 1}['a']",
        "str(1e-6) + repr('\\n') + format(0.5, '.1%')",
        "-2 ** 3 < 1, not 0",
    ],
)
def test_what_notebooks_print(text: str) -> None:
    assert worked_out(text) == eval(text)


@pytest.mark.parametrize(
    "text",
    [
        "x + 1",
        "f(2)",
        "open('x')",
        "9 ** 9 ** 9",
        "'a' * 10**9",
        "f'{1:>1000000000}'",
        "'%1000000000d' % 1",
        "'{:{}}'.format(1, 1000000000)",
        "'{:>99999}'.format(1)",
        "'a'.center(10**9)",
        "[1, 2][7]",
        "1 / 0",
        "(1 << 10)",
        "print.__class__",
        "round(2.5)",
    ],
)
def test_what_is_unknown_or_large_is_left_alone(text: str) -> None:
    with pytest.raises(NotConstant):
        worked_out(text, round=HIDDEN)


def pieces(code: str, *hidden: str) -> list[tuple[str, bool, bool]]:
    return [(one.text, one.cleared, one.whole) for one in printed(ast.parse(code).body, hidden)]


def test_prints_in_one_piece_until_something_unknown_runs() -> None:
    assert pieces("a = 1\nprint('a', a)\nb: int = 2\nprint(b, end='')") == [("a 1\n2", False, True)]
    assert pieces("print(1)\nf()\nprint(2)") == [("1\n", True, False), ("2\n", False, False)]
    assert pieces("print(x)\nprint(1, file=log)\nprint(*many)") == []
    assert pieces("n = 1\nfor n in many:\n    pass\nprint(n)") == []
    assert pieces("n = 1\nprint(n)", "n") == []
    assert pieces("print(1)", "print") == []
