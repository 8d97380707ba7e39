"""A small sample of the fuzzing, the same at every run; and every input that once went wrong."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

from .__main__ import KEPT, play
from .cases import Case
from .oracle import Oracle
from .python import Writer


@pytest.fixture(autouse=True)
def quiet_again() -> object:
    """The oracle lets faults through and makes warnings errors; others do not want that."""
    from mlreview_jupyter import review

    yield
    review.DEBUG = False


def test_a_thousand_inputs_do_no_harm() -> None:
    makes, wrong = play(range(1000))
    assert not wrong, wrong[0][1]
    assert len(makes) == 6


@pytest.mark.slow
def test_ten_thousand_inputs_do_no_harm() -> None:
    _, wrong = play(range(1000, 11_000))
    assert not wrong, wrong[0][1]


@pytest.mark.parametrize("path", sorted(KEPT.glob("*")) or [None], ids=lambda path: getattr(path, "name", "none"))
def test_what_once_went_wrong_is_mended(path: Path | None) -> None:
    if path is not None:
        assert Oracle().judge(Case("kept", "a" + path.suffix, path.read_bytes()), True) == ""


def test_what_is_called_valid_python_is() -> None:
    for number in range(400):
        ast.parse(Writer(random.Random(number)).program(2))
