"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from mlreview_jupyter.model.plural import Count, listed, plural


@pytest.mark.parametrize(
    ("noun", "more"),
    [("cell", "cells"), ("fix", "fixes"), ("entry", "entries"), ("day", "days"), ("class", "classes"), ("other file", "other files")],
)
def test_one_is_named_as_one(noun: str, more: str) -> None:
    assert [plural(number, noun) for number in (0, 1, 2)] == [f"0 {more}", f"1 {noun}", f"2 {more}"]


def test_a_template_names_the_noun_or_the_number_alone() -> None:
    assert "{n:cell} of {n}".format(n=Count(1)) == "1 cell of 1"
    assert "{n:cell} of {n}".format(n=Count(3)) == "3 cells of 3"


def test_a_long_list_says_how_much_is_left() -> None:
    assert listed(["a", "b"], 2) == "a, b"
    assert listed(["a", "b", "c"], 2) == "a, b and 1 more"
