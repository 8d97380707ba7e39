"""A sample of the generated programs, the same at every run: the reviewer says what happens in them."""

from __future__ import annotations

import ast
import multiprocessing

import pytest

from .__main__ import CHUNK, play
from .compare import Compared, agreement, compared, show
from .programs import program
from .table import Shape, made
from .truth import truth
from .watch import watching

FIRST, SAMPLE = 100_000, 200
SHAPE = Shape(60, ("age", "income", "tenure", "usage", "height"))
BEGIN = """
import numpy as np
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("data.csv")
X, y = df.drop(columns="label"), df["label"]
model = LogisticRegression(max_iter=20)
"""
SPLIT = "a, b, c, d = train_test_split(X, y, random_state=0)\n"
SCORE = "print(model.fit(a, c).score(b, d))\n"
KNOWN = [  # a program, and whether it leaks by what it learned and by the rows themselves
    (SPLIT + SCORE, False, False),
    ("X = StandardScaler().fit_transform(X)\n" + SPLIT + SCORE, True, False),
    ("print(StandardScaler().fit_transform(X).mean(), X.mean())\n" + SPLIT + SCORE, False, False),
    ("X = PCA(2).fit_transform(X)\nprint(cross_val_score(model, X, y))", True, False),
    ("print(cross_val_score(make_pipeline(PCA(2), model), X, y))", False, False),
    ("X = np.log(X)\n" + SPLIT + SCORE, False, False),
    ("top = X['age'].quantile(0.8)\nX['age'] = X['age'].clip(upper=top)\n" + SPLIT + SCORE, True, False),
    (SPLIT + "s = StandardScaler().fit(a)\na, b = s.transform(a), s.transform(b)\n" + SCORE, False, False),
    (SPLIT + "a, b = StandardScaler().fit_transform(a), StandardScaler().fit_transform(b)\n" + SCORE, True, False),
    (SPLIT + "a, c = SMOTE(random_state=0).fit_resample(a, c)\n" + SCORE, False, False),
    ("X, y = SMOTE(random_state=0).fit_resample(X, y)\n" + SPLIT + SCORE, False, True),
    (SPLIT + "print(model.fit(X, y).score(b, d))", None, True),
    ("s = StandardScaler().fit(X)\n" + SPLIT + "a = s.transform(a)\nmodel.fit(a, c)\nprint(model.predict(b))", False, False),
]


@pytest.fixture(scope="module")
def sample() -> list[Compared]:
    numbers = list(range(FIRST, FIRST + SAMPLE))
    with multiprocessing.Pool(min(4, multiprocessing.cpu_count())) as pool:
        parts = pool.map(play, [numbers[at : at + CHUNK] for at in range(0, SAMPLE, CHUNK)], chunksize=1)
    return [compared(one) for part in parts for one in part]


@pytest.mark.slow
def test_the_reviewer_says_what_happens(sample: list[Compared]) -> None:
    wrong = show(sample)
    assert agreement(sample) >= 0.98
    assert not [one for one in wrong if any("certain" in word for word in one.wrong)]


@pytest.mark.slow
def test_the_sample_is_one_of_both(sample: list[Compared]) -> None:
    judged = [one.happened for one in sample if one.happened.known]
    assert len(judged) >= 0.8 * SAMPLE
    assert 0.4 <= sum(any(one.known.values()) for one in judged) / len(judged) <= 0.6


@pytest.mark.parametrize(("text", "preprocess", "overlap"), KNOWN)
def test_running_a_program_tells_the_truth(text: str, preprocess: bool | None, overlap: bool) -> None:
    with watching() as watch:
        told = truth(watch, compile(BEGIN + text, "program", "exec"), made(SHAPE, 3))
    assert (told.preprocess, told.overlap) == (preprocess, overlap), told


def test_the_watch_leaves_the_libraries_as_they_were() -> None:
    import pandas as pd
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    before = [
        (owner, name, getattr(owner, name))
        for owner in (LogisticRegression, StandardScaler, pd)
        for name in ("fit", "read_csv")
        if hasattr(owner, name)
    ]
    with watching():
        assert pd.read_csv is not before[-1][2]
    assert all(getattr(owner, name) is value for owner, name, value in before)


def test_programs_are_python_and_always_the_same() -> None:
    for number in range(300):
        one = program(number)
        ast.parse(one.text)
        assert one == program(number)
