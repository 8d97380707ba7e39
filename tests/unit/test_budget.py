"""What a program may cost: what stands in it once is followed, however long it is; what runs on and on is left, and said."""

from __future__ import annotations

import pytest

from ..programs import facts

LEAK = """
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import cross_val_score
from sklearn.linear_model import LogisticRegression
X = StandardScaler().fit_transform(pd.read_csv("x.csv"))
print(cross_val_score(LogisticRegression(), X, X[:, 0]))
"""


def loops(deep: int) -> str:
    return "\n".join(f"{'    ' * at}for v{at} in [1, 2, 3, 4, 5, 6, 7, 8]:" for at in range(deep))


COSTLY = {
    "loops": f"{loops(9)}\n{'    ' * 9}late = v0",
    "calls": "def f0(x): return x\n"
    + "\n".join(f"def f{n}(x): return f{n - 1}(x) + f{n - 1}(x) + f{n - 1}(x)" for n in range(1, 12))
    + "\nlate = f11(1)",
}


@pytest.mark.parametrize("cell", COSTLY.values(), ids=COSTLY)
def test_a_cell_that_costs_too_much_is_left_and_said(cell: str) -> None:
    found = facts("import pandas as pd\nlate = 0", cell, "print(late)", LEAK, "print(nowhere)")
    assert [gap.place.cell for gap in found.gaps if gap.kind == "budget"] == [1]
    assert [leak.learning.short for leak in found.leaks() if leak.learning.learns.preparation] == ["StandardScaler"]
    assert found.missing == ()  # the cell may have defined it
    assert [missing.name for missing in found.unsettled] == ["nowhere"]


def test_so_is_a_function_that_nothing_calls() -> None:
    costly = "def f():\n" + "\n".join("    " + line for line in f"{loops(8)}\n{'    ' * 8}pass".split("\n"))
    found = facts("import pandas as pd", costly, LEAK)
    assert [gap.place.cell for gap in found.gaps if gap.kind == "budget"] == [1]
    assert [leak.learning.short for leak in found.leaks() if leak.learning.learns.preparation] == ["StandardScaler"]


def test_what_stands_in_a_program_once_is_followed() -> None:
    long = "\n".join(f"x = x + {n} * (x - {n}) + (x * {n})" for n in range(6000))
    found = facts("import pandas as pd\nx = 0", long, long, LEAK)
    assert not found.gaps
    assert [leak.learning.short for leak in found.leaks() if leak.learning.learns.preparation] == ["StandardScaler"]
