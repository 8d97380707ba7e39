"""The builder follows values, not names."""

from __future__ import annotations

import pytest

from mlreview_jupyter.model.facts import Draw, Facts, Role
from mlreview_jupyter.model.ops import Learns, Op

from ..programs import facts

HEAD = (
    """
import numpy as np, pandas as pd
from sklearn.model_selection import *
from sklearn.preprocessing import *
from sklearn.linear_model import *
from sklearn.metrics import *
""".replace("import *", "import train_test_split, KFold, cross_val_score, GridSearchCV", 1)
    .replace("import *", "import StandardScaler", 1)
    .replace("import *", "import LogisticRegression, Ridge", 1)
    .replace("import *", "import accuracy_score", 1)
)
SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, df['y'], random_state=0)"
SCORE = "LogisticRegression().fit(X_train, y_train).score(X_test, y_test)"


def leaks(*lines: str) -> set[str]:
    """What leaked, by what learned it."""
    found = facts(HEAD + "\n".join(lines))
    return {
        leak.learning.short for leak in found.leaks() if leak.learning.learns.preparation and found.fitted_apart(leak.learning, leak.score)
    }


LEAKY = {
    "an alias sees what is done in place": [
        "df = pd.read_csv('d.csv')",
        "same = df",
        "same['a'] = same['a'] / same['a'].max()",
        "X = df.drop(columns='y')",
        SPLIT,
        SCORE,
    ],
    "a helper changes its argument": [
        "def f(a):\n    a -= a.mean(axis=0)",
        "df = pd.read_csv('d.csv')",
        "X = df[['a', 'b']].to_numpy()",
        "f(X)",
        SPLIT,
        SCORE,
    ],
    "inplace on a column": ["df = pd.read_csv('d.csv')", "df['a'].fillna(df['a'].median(), inplace=True)", "X = df[['a']]", SPLIT, SCORE],
    "a chain with a lambda": ["df = pd.read_csv('d.csv').assign(a=lambda d: d['a'] - d['a'].mean())", "X = df[['a']]", SPLIT, SCORE],
    "a list of steps": [
        "df = pd.read_csv('d.csv')",
        "X = df.drop(columns='y')",
        "for step in [StandardScaler()]:\n    X = step.fit_transform(X)",
        SPLIT,
        SCORE,
    ],
    "a dict of frames": [
        "df = pd.read_csv('d.csv')",
        "parts = {'X': df.drop(columns='y')}",
        "parts = {k: StandardScaler().fit_transform(v) for k, v in parts.items()}",
        "X = parts['X']",
        SPLIT,
        SCORE,
    ],
    "a class of one's own": [
        "class Center:\n    def fit(self, A):\n        self.m = A.mean(axis=0)\n        return self\n    def transform(self, A):\n        return A - self.m",
        "df = pd.read_csv('d.csv')",
        "X = df.drop(columns='y')",
        "X = Center().fit(X).transform(X)",
        SPLIT,
        SCORE,
    ],
    "one way of a branch": [
        "df = pd.read_csv('d.csv')",
        "X = df.drop(columns='y')",
        "if len(df) > unknown():\n    X = StandardScaler().fit_transform(X)",
        SPLIT,
        SCORE,
    ],
    "a swapped name": [
        "df = pd.read_csv('d.csv')",
        "X = df.drop(columns='y')",
        "Z, X = X, StandardScaler().fit_transform(X)",
        SPLIT,
        SCORE,
    ],
    "a closure": [
        "df = pd.read_csv('d.csv')",
        "m = df['a'].mean()",
        "df['a'] = df['a'].apply(lambda v: v - m)",
        "X = df[['a']]",
        SPLIT,
        SCORE,
    ],
    "groups": ["df = pd.read_csv('d.csv')", "df['g'] = df.groupby('k')['a'].transform('mean')", "X = df[['g']]", SPLIT, SCORE],
    "a table merged back": [
        "df = pd.read_csv('d.csv')",
        "df = df.merge(df.groupby('k')['a'].mean().reset_index(), on='k')",
        "X = df.drop(columns='y')",
        SPLIT,
        SCORE,
    ],
    "before the folds": [
        "df = pd.read_csv('d.csv')",
        "X = StandardScaler().fit_transform(df[['a']])",
        "print(cross_val_score(Ridge(), X, df['y']))",
    ],
    "before folds by hand": [
        "df = pd.read_csv('d.csv')",
        "X, y = StandardScaler().fit_transform(df[['a']]), df['y'].values",
        "for a, b in KFold(3).split(X):\n    print(Ridge().fit(X[a], y[a]).score(X[b], y[b]))",
    ],
    "before slices": [
        "df = pd.read_csv('d.csv')",
        "X, y = StandardScaler().fit_transform(df[['a']]), df['y'].values",
        "n = int(0.8 * len(X))",
        "print(accuracy_score(y[n:], Ridge().fit(X[:n], y[:n]).predict(X[n:])))",
    ],
    "before a search": [
        "df = pd.read_csv('d.csv')",
        "X = StandardScaler().fit_transform(df[['a']])",
        "s = GridSearchCV(Ridge(), {}).fit(X, df['y'])",
        "print(s.best_score_)",
    ],
    "train and test put together": [
        "a, b = pd.read_csv('a.csv'), pd.read_csv('b.csv')",
        "s = StandardScaler().fit(pd.concat([a, b])[['x']])",
        "print(Ridge().fit(s.transform(a[['x']]), a['y']).score(s.transform(b[['x']]), b['y']))",
    ],
    "an exception's way": [
        "df = pd.read_csv('d.csv')",
        "X = df[['a']]",
        "try:\n    X = StandardScaler().fit_transform(X)\nexcept ValueError:\n    pass",
        SPLIT,
        SCORE,
    ],
}
CLEAN = {
    "another column": ["df = pd.read_csv('d.csv')", "df['a'] = df['a'] - df['a'].mean()", "X = df[['b', 'c']]", SPLIT, SCORE],
    "an overwritten column": [
        "df = pd.read_csv('d.csv')",
        "df['b'] = df['a'] - df['a'].mean()",
        "df['b'] = df['a'] * 2",
        "X = df[['b']]",
        SPLIT,
        SCORE,
    ],
    "row by row": ["df = pd.read_csv('d.csv')", "df['m'] = df[['a', 'b']].mean(axis=1)", "X = df[['m']]", SPLIT, SCORE],
    "fitted anew": [
        "df = pd.read_csv('d.csv')",
        "X = df[['a']]",
        "s = StandardScaler().fit(X)",
        SPLIT,
        "s.fit(X_train)",
        "LogisticRegression().fit(s.transform(X_train), y_train).score(s.transform(X_test), y_test)",
    ],
    "never scored": [
        "df = pd.read_csv('d.csv')",
        "X = StandardScaler().fit_transform(df[['a']])",
        SPLIT,
        "LogisticRegression().fit(X_train, y_train)",
    ],
    "only a number of things": [
        "df = pd.read_csv('d.csv')",
        "X = df[['a']]",
        SPLIT,
        "Ridge(alpha=df['a'].std()).fit(X_train, y_train).score(X_test, y_test)",
    ],
    "the other file": [
        "a, b = pd.read_csv('a.csv'), pd.read_csv('b.csv')",
        "s = StandardScaler().fit(a[['x']])",
        "print(Ridge().fit(s.transform(a[['x']]), a['y']).score(s.transform(b[['x']]), b['y']))",
    ],
    "all but a sample": [
        "df = pd.read_csv('d.csv')",
        "train = df.sample(frac=0.8, random_state=1)",
        "test = df.drop(train.index)",
        "s = StandardScaler().fit(train[['a']])",
        "Ridge().fit(s.transform(train[['a']]), train['y']).score(s.transform(test[['a']]), test['y'])",
    ],
    "put together, row by row, taken apart": [
        "a, b = pd.read_csv('a.csv'), pd.read_csv('b.csv')",
        "both = pd.concat([a, b])",
        "both['r'] = both['x'] / both['z']",
        "a, b = both[:len(a)], both[len(a):]",
        "m = a['r'].mean()",
        "a['r'] -= m",
        "b['r'] -= m",
        "Ridge().fit(a[['r']], a['y']).score(b[['r']], b['y'])",
    ],
    "a rolling mean": ["df = pd.read_csv('d.csv')", "df['r'] = df['a'].rolling(3).mean()", "X = df[['r']]", SPLIT, SCORE],
}


@pytest.mark.parametrize("lines", LEAKY.values(), ids=LEAKY)
def test_follows(lines: list[str]) -> None:
    assert leaks(*lines)


@pytest.mark.parametrize("lines", CLEAN.values(), ids=CLEAN)
def test_accuses_nobody(lines: list[str]) -> None:
    assert leaks(*lines) == set()


def scores(found: Facts) -> list[Role]:
    return [score.role for score in found.scores]


def test_scores_know_what_they_are_for() -> None:
    found = facts(
        HEAD
        + "df = pd.read_csv('d.csv')\nX = df[['a']]\n"
        + SPLIT
        + "\nm = LogisticRegression().fit(X_train, y_train)\nm.score(X_train, y_train)\nm.score(X_test, y_test)\nprint((m.predict(X_test) == y_test).mean())"
    )
    assert scores(found) == [Role.TRAINING, Role.HELD_OUT, Role.HELD_OUT]


def test_what_is_picked_by_a_score_has_learned_from_its_rows() -> None:
    found = facts(
        HEAD
        + "df = pd.read_csv('d.csv')\nX = df[['a']]\n"
        + SPLIT
        + "\nbest, r = 0, {}\nfor c in range(9):\n    r[c] = s = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)\n    if s > best:\n        best, keep = s, c\nwinner = max(r, key=r.get)"
    )
    chosen = [learning for learning in found.learnings if learning.learns is Learns.CHOICE]
    assert {learning.rows for learning in chosen} == {score.rows for score in found.scores}
    assert {event.name for event in found.calls(Op.CHOOSE)} == {"if", "max"}


def test_seeds() -> None:
    found = facts(
        HEAD
        + "X = np.zeros((9, 2))\ntrain_test_split(X)\nnp.random.seed(1)\ntrain_test_split(X)\ntrain_test_split(X, shuffle=False)\nr = np.random.default_rng()\nr.normal(size=3)\nnp.random.default_rng(4).normal(size=3)"
    )
    assert [event.draw for event in found.calls(Op.SPLIT)] == [Draw.UNSEEDED, Draw.SEEDED, Draw.NONE]
    assert [event.draw for event in found.calls(Op.DRAW)] == [Draw.UNSEEDED, Draw.SEEDED]


def test_columns_remember_what_they_were_made_of() -> None:
    found = facts(
        HEAD
        + "df = pd.read_csv('d.csv')\ndf['speed'] = df['km'] / df['hours']\ndf['next'] = df['km'].shift(-2)\ndf = df.drop(columns='hours')\nKFold(3).split(df)"
    )
    columns = next(found.calls(Op.SPLIT)).roles["data"].columns
    assert columns is not None
    assert columns.known["speed"].sources == {"km", "hours"}
    assert columns.known["next"].ahead == 2
    assert "hours" in columns.without


@pytest.mark.parametrize(
    "deep",
    [
        "x" + ".a" * 5000,
        "f(" * 90 + ")" * 90,
        "x" + "[0]" * 3000,
        "x = " + " + ".join(["1"] * 5000),
        "lambda: " * 80 + "1",
        "not " * 900 + "x",
    ],
)
def test_deep_expressions_are_gaps_not_crashes(deep: str) -> None:
    found = facts("x = 1\nf = print", deep, "print(still)")
    assert [missing.name for missing in found.missing] == ["still"]


def test_local_modules_are_walked(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from mlreview_jupyter.facts import build
    from mlreview_jupyter.read import read

    from ..programs import save

    (tmp_path / "steps.py").write_text(
        "from sklearn.preprocessing import StandardScaler\n\ndef scaled(frame):\n    return StandardScaler().fit_transform(frame)\n"
    )
    path = save(
        tmp_path / "n.ipynb", HEAD + "from steps import scaled", "df = pd.read_csv('d.csv')\nX = scaled(df[['a']])\n" + SPLIT + "\n" + SCORE
    )
    found = build(read(str(path)))
    assert [leak.learning.place.path for leak in found.leaks() if leak.learning.learns.preparation] == [str(tmp_path / "steps.py")]
