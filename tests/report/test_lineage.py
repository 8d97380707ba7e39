"""The picture of the data's way: every leak has its way in it, and the page draws it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mlreview_jupyter.decide.lineage import MOST
from mlreview_jupyter.model.lineage import Lineage
from mlreview_jupyter.model.review import Review
from mlreview_jupyter.report.html import render
from mlreview_jupyter.rules import find_rules

from ..programs import review_of

LEAKS = [(rule.id, one.text) for rule in find_rules() if rule.item.startswith("leakage.") for one in rule.bad]


def _review(folder: Path, text: str) -> Review:
    path = folder / "example.py"
    path.write_text(text, encoding="utf-8")
    return review_of(path)


def _places(lineage: Lineage, kind: str = "") -> set[tuple[int, int]]:
    return {(stop.spot.line, stop.spot.column) for stop in lineage.stops if stop.spot is not None and kind in ("", stop.kind)}


@pytest.mark.parametrize(("rule", "text"), LEAKS, ids=lambda one: one if "\n" not in one else "")
def test_every_leak_has_its_way_in_the_picture(tmp_path: Path, rule: str, text: str) -> None:
    made = _review(tmp_path, text)
    lineage = made.files[0].lineage
    assert len(lineage.stops) <= MOST
    assert all(flow.source in range(len(lineage.stops)) and flow.target in range(len(lineage.stops)) for flow in lineage.flows)
    for one in made.findings:
        scored = {(step.spot.line, step.spot.column) for step in one.related if step.role == "scored"}
        if one.rule != rule or not scored or (one.line, one.column) not in _places(lineage):
            continue
        leaking = {(stop.spot.line, stop.spot.column) for stop in lineage.stops if stop.leaking and stop.spot is not None}
        assert (one.line, one.column) in leaking
        assert scored & leaking


def test_a_clean_program_has_ways_and_none_of_them_leaks(tmp_path: Path) -> None:
    made = _review(tmp_path, _CLEAN)
    (lineage,) = (file.lineage for file in made.files)
    assert [stop.kind for stop in lineage.stops] == ["data", "split", "learned", "fitted", "scored"]
    kinds = {(lineage.stops[flow.source].kind, lineage.stops[flow.target].kind) for flow in lineage.flows}
    assert kinds == {("data", "split"), ("split", "learned"), ("learned", "fitted"), ("fitted", "scored")}
    assert not any(one.leaking for one in lineage.stops)
    assert not any(one.leaking for one in lineage.flows)


def test_the_page_draws_it_once_for_the_file_and_once_for_the_finding(tmp_path: Path) -> None:
    page = render(_review(tmp_path, _CLEAN.replace("X_train, X_test", "X = StandardScaler().fit_transform(X)\nX_train, X_test")))
    drawn = re.findall(r'<svg[^>]*class="lineage".*?</svg>', page, re.DOTALL)
    assert len(drawn) == 2
    assert all('class="flow leak"' in one and "StandardScaler" in one for one in drawn)


def test_many_stops_are_cut_and_counted(tmp_path: Path) -> None:
    scores = "\n".join(f"print(LogisticRegression(C={number + 1}).fit(A, y_train).score(B, y_test))" for number in range(60))
    lineage = _review(tmp_path, f"{_CLEAN}\n{scores}\n").files[0].lineage
    assert MOST <= len(lineage.stops) <= MOST + 2
    assert lineage.more


_CLEAN = """\
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("people.csv")
X, y = df[["age", "income"]], df["left"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler().fit(X_train)
A, B = scaler.transform(X_train), scaler.transform(X_test)
model = LogisticRegression().fit(A, y_train)
print(model.score(B, y_test))
"""
