"""Names that nothing has defined, and where they may come from."""

from __future__ import annotations

import pytest

from ..programs import facts


def test_missing_names_are_told_apart() -> None:
    found = facts("def late():\n    return rate * 2", "late()", "rate = 1\nother = gone + 1\ndel other", "print(other)")
    told = {
        missing.name: (missing.status, missing.place.cell, missing.inside.cell if missing.inside else None) for missing in found.missing
    }
    assert [(one.how, one.place.cell) for one in found.definitions("rate")] == [("defined", 2)]
    assert told == {"rate": ("below", 1, 0), "gone": ("nowhere", 2, None), "other": ("deleted", 3, None)}


@pytest.mark.parametrize(
    "opener", ["from somewhere import *", "exec(code())", "%run nowhere.py", "%pylab inline", "globals()['x'] = 1", "x = ("]
)
def test_where_names_may_come_from_the_unread_nothing_is_claimed(opener: str) -> None:
    found = facts(opener, "print(x)")
    assert not [missing for missing in found.missing if missing.name == "x"]
    assert [missing.name for missing in found.unsettled if missing.name == "x"] == ["x"]


@pytest.mark.parametrize("source", ["_ + __ + Out[1] + In[2] + _3 + _i", "display(get_ipython())", "ls", "print(__name__, spark)"])
def test_ipython_has_names_of_its_own(source: str) -> None:
    assert facts(source).missing == ()
