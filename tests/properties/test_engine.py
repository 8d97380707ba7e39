"""Laws of the engine, on generated pipelines: written otherwise, a program is still what it is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlreview_jupyter.rules import rule_named

from ..oracle.programs import program
from ..oracle.verdict import verdict
from ..programs import ask, script
from .programs import rename
from .rewrites import REWRITES, rewritten, with_dead_code

NUMBERS = st.integers(0, 5000)


@pytest.mark.slow
@pytest.mark.parametrize("change", sorted(REWRITES))
def test_one_rewriting_keeps_the_verdict(change: str) -> None:
    for number in range(40):
        text = program(number).text
        changed = rewritten(text, [change], number)
        assert verdict(changed) == verdict(text), f"{number} {change}\n{changed}"


@pytest.mark.slow
@given(NUMBERS, st.lists(st.sampled_from(sorted(REWRITES)), min_size=1, max_size=3, unique=True))
@settings(max_examples=60, deadline=None)
def test_several_rewritings_keep_the_verdict(number: int, changes: list[str]) -> None:
    text = program(number).text
    changed = rewritten(text, changes, number)
    assert verdict(changed) == verdict(text), changed


@given(NUMBERS)
@settings(max_examples=40, deadline=None)
def test_names_do_not_matter(number: int) -> None:
    text = program(number).text
    (changed,) = rename([text], random.Random(number))
    assert verdict(changed) == verdict(text), changed


@given(NUMBERS)
@settings(max_examples=60, deadline=None)
def test_dead_code_changes_nothing(number: int) -> None:
    text = program(number).text
    changed = with_dead_code(text, random.Random(number))
    assert verdict(changed) == verdict(text), changed


TRAINING = """
import pandas as pd
{imports}
data = pd.read_csv("data.csv")
X, y = data.drop(columns="label"), data["label"]
{before}model = {model}
model.fit({fit})
print("training", model.score({fit}))
"""
MODELS = {
    "LogisticRegression()": "from sklearn.linear_model import LogisticRegression",
    "DecisionTreeClassifier(random_state=0)": "from sklearn.tree import DecisionTreeClassifier",
    "GradientBoostingClassifier()": "from sklearn.ensemble import GradientBoostingClassifier",
    "make_pipeline(StandardScaler(), SVC())": "from sklearn.pipeline import make_pipeline\nfrom sklearn.preprocessing import StandardScaler\n"
    "from sklearn.svm import SVC",
}
HELD_OUT = [
    'print("test", model.score(X_test, y_test))',
    "predicted = model.predict(X_test)\nprint((predicted == y_test).mean())",
    "from sklearn.metrics import f1_score\nprint(f1_score(y_test, model.predict(X_test)))",
    "for name, part in {'test': (X_test, y_test)}.items():\n    print(name, model.score(*part))",
]


@pytest.mark.parametrize("model", sorted(MODELS))
@pytest.mark.parametrize("held_out", HELD_OUT)
def test_a_held_out_part_makes_a_training_score_clean(model: str, held_out: str) -> None:
    assert rule_named("scored-on-training-rows") is not None
    alone = TRAINING.format(imports=MODELS[model], before="", model=model, fit="X, y")
    split = (
        "from sklearn.model_selection import train_test_split\nX_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)\n"
    )
    beside = TRAINING.format(imports=MODELS[model], before=split, model=model, fit="X_train, y_train") + held_out + "\n"
    assert ask("scored-on-training-rows", script(alone))
    assert not ask("scored-on-training-rows", script(beside))
    assert not verdict(beside)


def test_the_rewritings_change_something_and_there_is_something_to_lose() -> None:
    texts = [program(number).text for number in range(60)]
    assert sum(bool(verdict(text)) for text in texts) >= 20
    for change in REWRITES:
        assert sum(rewritten(text, [change], 1) != rewritten(text, [], 1) for text in texts) >= 5, change
