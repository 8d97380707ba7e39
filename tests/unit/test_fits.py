"""Each fit knows its scores, what they look at and what else looked at it; and which model a score judges."""

from __future__ import annotations

import pytest

from mlreview_jupyter.model.facts import Role
from mlreview_jupyter.model.fits import by_source, fits
from mlreview_jupyter.model.ops import Metric

from ..programs import facts

HEAD = """
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import *
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
A, B, a, b = train_test_split(X, y, random_state=0)
"""


@pytest.mark.parametrize(
    ("line", "metric"),
    [
        ("LogisticRegression().fit(A, a).score(B, b)", Metric.SHARE),
        ("make_pipeline(StandardScaler(), LogisticRegression()).fit(A, a).score(B, b)", Metric.SHARE),
        ("Ridge().fit(A, a).score(B, b)", Metric.NUMBERS),
        ("cross_val_score(LogisticRegression(), X, y)", Metric.SHARE),
        ("cross_val_score(LogisticRegression(), X, y, scoring='accuracy')", Metric.SHARE),
        ("cross_val_score(LogisticRegression(), X, y, scoring='f1_macro')", Metric.CLASSES),
        ("cross_val_score(Ridge(), X, y, scoring='neg_mean_squared_error')", Metric.NUMBERS),
        ("cross_val_score(LogisticRegression(), X, y, scoring=make_scorer(f1_score))", Metric.UNKNOWN),
        ("GridSearchCV(LogisticRegression(), {}).fit(A, a).best_score_", Metric.SHARE),
        ("GridSearchCV(LogisticRegression(), {}, scoring='roc_auc').fit(A, a).score(B, b)", Metric.CLASSES),
        ("accuracy_score(b, LogisticRegression().fit(A, a).predict(B))", Metric.SHARE),
        ("(LogisticRegression().fit(A, a).predict(B) == b).mean()", Metric.SHARE),
        ("np.sum(LogisticRegression().fit(A, a).predict(B) != b)", Metric.SHARE),
        ("((Ridge().fit(A, a).predict(B) - b) ** 2).mean()", Metric.NUMBERS),
        ("confusion_matrix(b, LogisticRegression().fit(A, a).predict(B))", Metric.CLASSES),
        ("pd.crosstab(b, LogisticRegression().fit(A, a).predict(B))", Metric.CLASSES),
    ],
)
def test_what_a_score_looks_at(line: str, metric: Metric) -> None:
    assert [score.metric for score in facts(HEAD, line).scores] == [metric]


def test_a_model_that_fills_gaps_is_not_what_is_judged() -> None:
    program = facts(
        HEAD,
        "known = df[df['age'].notnull()]\nages = RandomForestRegressor().fit(known[['fare']], known['age'])\n"
        "df['age'] = ages.predict(df[['fare']])",
        "A, B, a, b = train_test_split(df[['fare', 'age']], df['y'], random_state=0)",
        "print(RandomForestClassifier().fit(A, a).score(B, b))",
    )
    (score,) = program.scores
    assert len(score.fits) == 2
    assert [program.learnings[number].short for number in score.own] == ["RandomForestClassifier"]
    assert score.role is Role.HELD_OUT


def test_a_fit_knows_its_scores_and_its_name() -> None:
    program = facts(
        HEAD,
        "model = make_pipeline(StandardScaler(), LogisticRegression(class_weight='balanced')).fit(A, a)\n"
        "print(model.score(A, a), model.score(B, b))\nprint(cross_val_score(Ridge(), X, y))",
    )
    pipeline, folds = fits(program)
    assert (pipeline.name, pipeline.weighs, [score.role for score in pipeline.scores]) == (
        "LogisticRegression",
        "class_weight",
        [Role.TRAINING, Role.HELD_OUT],
    )
    assert (folds.name, folds.weighs, folds.held_out, len(folds.scores)) == ("Ridge", "", True, 1)
    assert [len(group) for group in by_source(fits(program))] == [2]


def test_what_else_looks_at_a_model() -> None:
    program = facts(
        HEAD, "from somewhere import judge\nmodel = LogisticRegression().fit(A, a)", "judge(b, model.predict(B))", "judge(model)"
    )
    (fit,) = fits(program)
    assert fit.looked_at(program)
    assert [event.op.value for event in fit.looks] == ["predict", "unknown"]
    alone = facts(HEAD, "model = LogisticRegression().fit(X, y)\nmodel.predict(pd.read_csv('new.csv'))")
    assert not fits(alone)[0].looked_at(alone)
