"""What stands in saved outputs, read as shares of a column's values; and nothing that is no such thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlreview_jupyter.facts import shares
from mlreview_jupyter.facts.shares import Shares

CHURN = (("No", 0.91), ("Yes", 0.09))


def rounded(found: Shares) -> tuple[tuple[str, float], ...]:
    return tuple((label, round(part, 3)) for label, part in found.of)


@pytest.mark.parametrize(
    ("text", "total", "name"),
    [
        ("No     910\nYes     90\nName: Churn, dtype: int64", 1000, "Churn"),
        ("Churn\nNo     910\nYes     90\nName: count, dtype: int64", 1000, "Churn"),
        ("Churn\nNo     0.91\nYes    0.09\nName: proportion, dtype: float64", None, "Churn"),
        ("No     91.0\nYes     9.0\nName: Churn, dtype: float64", None, "Churn"),
        ("(1000, 4)\nChurn\nYes     90\nNo     910\ndtype: int64\n", 1000, "Churn"),
    ],
)
def test_a_series(text: str, total: int | None, name: str) -> None:
    (found,) = shares.series(text)
    assert (rounded(found), found.total, found.name) == (CHURN, total, name)


def test_several_series_each_with_its_name() -> None:
    text = "a    3\nb    1\nName: plan, dtype: int64\nx    9\ny    1\nName: kind, dtype: int64"
    assert [(found.name, found.total) for found in shares.series(text)] == [("plan", 4), ("kind", 10)]


@pytest.mark.parametrize(
    "text",
    [
        "age     41.2\nincome  812.0\ndtype: float64",  # means, no shares
        "age       int64\nincome    float64\ndtype: object",
        "No     910\nYes     90",  # cut off
        "only    12\nName: kind, dtype: int64",
    ],
)
def test_what_is_no_series_of_counts(text: str) -> None:
    assert list(shares.series(text)) == []


@pytest.mark.parametrize(
    "text", ["Counter({'No': 910, 'Yes': 90})", "{'No': 910, 'Yes': 90}", "counts: {np.str_('No'): np.int64(910), 'Yes': 90}"]
)
def test_a_mapping(text: str) -> None:
    (found,) = shares.mappings(text)
    assert rounded(found) == CHURN


@pytest.mark.parametrize(
    "text",
    [
        "[910  90]",
        "array([910,  90])",
        "(array([0, 1]), array([910,  90]))",
        "(array(['No', 'Yes'], dtype=object), array([910,  90]))",
        "counts: [910 90]",
    ],
)
def test_an_array(text: str) -> None:
    assert [rounded(found) for found in shares.arrays(text, True)][-1] == (("0", 0.91), ("1", 0.09))
    assert [rounded(found) for found in shares.arrays(text, False)][-1] == (("", 0.91), ("", 0.09))


@pytest.mark.parametrize("text", ["[[910  12]\n [ 30  48]]", "array([[910,  12],\n       [ 30,  48]])", "x[3 4]", "[0.91 0.09]"])
def test_a_matrix_is_no_count(text: str) -> None:
    assert list(shares.arrays(text, True)) == []


def test_one_number() -> None:
    assert shares.share("np.float64(0.09)", True, "1") == Shares((("0", 0.91), ("1", 0.09)))
    assert shares.share("0.09", True, "1") == shares.share("churned: 9 %", False, "1")
    assert shares.share("1.09", True) is None
    assert shares.share("0.09\n0.10", True) is None
    assert shares.share("share 0.09, accuracy 0.93", False) is None
    assert shares.share("12 rows", False) is None


DESCRIBED = """
               age  ...       fraud
count  1000.000000  ...  1000.000000
mean     41.200000  ...     0.031000
std      11.030000  ...     0.173404
min      18.000000  ...     0.000000
max      80.000000  ...     1.000000
"""


def test_a_description() -> None:
    found = shares.description(DESCRIBED, "fraud", True)
    assert found is not None
    assert rounded(found) == (("0", 0.969), ("1", 0.031))
    assert shares.description(DESCRIBED, "age", True) is None
    assert shares.description(DESCRIBED, "income", True) is None
    column = "count    1000.0\nmean        0.031\nmin         0.0\nmax         1.0\nName: fraud, dtype: float64"
    assert shares.description(column, "fraud", False) == found


@given(st.text(alphabet="0123456789.,:{}[]()'%\n abNCdtype_int64float=-e", max_size=300))
def test_whatever_stands_there_shares_make_up_a_whole(text: str) -> None:
    one = [found for found in (shares.share(text, True), shares.share(text, False), shares.description(text, "a", True)) if found]
    for found in [*shares.series(text), *shares.mappings(text), *shares.arrays(text, True), *one]:
        assert abs(sum(part for _, part in found.of) - 1) < 1e-6
        assert [part for _, part in found.of] == sorted((part for _, part in found.of), reverse=True)
