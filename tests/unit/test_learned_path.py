"""The path of a finding goes forward: learned, then split, then scored."""

from __future__ import annotations

from tests.programs import ask, script

_START = """
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score, train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("a.csv")
"""


def _paths(code: str) -> list[list[tuple[str, int]]]:
    """The steps of each finding's path, by role and line of the code."""
    first = _START.count("\n")
    return [[(step.role, step.place.line - first) for step in one.related] for one in ask("learned-before-split", script(_START + code))]


def test_a_split_before_the_learning_is_not_on_the_path() -> None:
    code = """train, test = train_test_split(df, random_state=0)
X = StandardScaler().fit_transform(train.drop("y", axis=1))
print(cross_val_score(LinearRegression(), X, train["y"]))
"""
    assert _paths(code) == [[("learned", 2), ("scored", 3)]]
    (finding,) = ask("learned-before-split", script(_START + code))
    assert "before the folds were made inside cross-validation" in finding.issue
    assert "before the split" not in finding.issue


def test_a_split_after_the_learning_is() -> None:
    code = """X = StandardScaler().fit_transform(df.drop("y", axis=1))
a, b, ya, yb = train_test_split(X, df["y"], random_state=0)
print(LinearRegression().fit(a, ya).score(b, yb))
"""
    assert _paths(code) == [[("learned", 1), ("split", 2), ("scored", 3)]]
    assert "before the split" in ask("learned-before-split", script(_START + code))[0].issue


def test_folds_that_were_asked_for_before_are_not_named_either() -> None:
    code = """X, y = df.drop("y", axis=1), df["y"]
for train, test in KFold(3).split(X):
    Z = StandardScaler().fit_transform(X)
    print(LinearRegression().fit(Z[train], y.iloc[train]).score(Z[test], y.iloc[test]))
"""
    assert _paths(code) == [[("learned", 3), ("scored", 4)]]
    assert "before" not in ask("learned-before-split", script(_START + code))[0].issue


def test_the_folds_of_a_search_are_named_where_it_was_fitted() -> None:
    code = """X, y = StandardScaler().fit_transform(df.drop("y", axis=1)), df["y"]
search = GridSearchCV(LinearRegression(), {"fit_intercept": [True, False]}).fit(X, y)
print(search.best_score_)
"""
    assert _paths(code) == [[("learned", 1), ("split", 2), ("scored", 3)]]
