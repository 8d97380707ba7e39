"""SARIF: where results stand, how they come about, what the format has no field for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mlreview_jupyter.model.review import Allowance, NotJudged, Review, RuleOutcome, Trouble
from mlreview_jupyter.report import sarif
from mlreview_jupyter.rules import find_rules

from ..programs import review_of, save
from .readers import sarif_schema, strict
from .reviews import file, finding, path, review, spot

LEAK = (
    "from sklearn.linear_model import LogisticRegression\nfrom sklearn.model_selection import train_test_split\nfrom sklearn.preprocessing import StandardScaler\nimport pandas as pd",
    "df = pd.read_csv('a.csv')\ny = df.pop('y')\nX = StandardScaler().fit_transform(df)",
    "a, b, c, d = train_test_split(X, y, random_state=0)\nprint(LogisticRegression().fit(a, c).score(b, d))",
)


def run(told: Review) -> dict[str, Any]:
    log = strict(sarif.render(told))
    sarif_schema()(log)
    (one,) = log["runs"]
    assert isinstance(one, dict)
    return one


def test_a_real_notebook_is_found_at_its_line_on_disk(tmp_path: Path) -> None:
    notebook = save(tmp_path / "leak.ipynb", *LEAK)
    (result,) = [one for one in run(review_of(notebook))["results"] if one["ruleId"] == "learned-before-split"]
    (where,) = result["locations"]
    lines = notebook.read_text(encoding="utf-8").split("\n")
    assert "StandardScaler().fit_transform(df)" in lines[where["physicalLocation"]["region"]["startLine"] - 1]
    assert where["logicalLocations"][0]["name"] == "cell 1"
    assert "cell 1:3" in result["message"]["text"]
    (flow,) = result["codeFlows"]
    assert [step["kinds"] for step in flow["threadFlows"][0]["locations"]] == [["learned"], ["split"], ["scored"]]


def test_columns_are_given_where_they_are_true_on_disk() -> None:
    script = finding(file="f.py", cell=None, line=3, end_line=3, column=4, end_column=9, physical_line=3)
    in_cell, in_script, moved = run(
        review(
            finding(),
            script,
            replace(script, file="d.py"),
            files=(file(), file(file="f.py", path="f.py", form="script"), file(file="d.py", path="d.py", form="Databricks source")),
        )
    )["results"]

    def region(result: dict[str, Any]) -> dict[str, Any]:
        told: dict[str, Any] = result["locations"][0]["physicalLocation"]["region"]
        return {name: number for name, number in told.items() if name != "snippet"}

    assert region(in_cell) == {"startLine": 31}
    assert region(in_script) == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 10}
    assert region(moved) == {"startLine": 3}


def test_without_a_line_on_disk_there_is_no_region() -> None:
    (result,) = run(review(finding(physical_line=None)))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["properties"]["cell"] == 4


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("a b/ü.ipynb", "a%20b/%C3%BC.ipynb"),
        ("/etc/x.ipynb", "etc/x.ipynb"),
        ("//host/x.ipynb", "host/x.ipynb"),
        ("C:/x.ipynb", "C%3A/x.ipynb"),
        ("http://x/y", "http%3A//x/y"),
        ("x?y#z%20.ipynb", "x%3Fy%23z%2520.ipynb"),
        ("caf\udce9.ipynb", "caf%E9.ipynb"),
        ("\ud800.ipynb", "%ED%A0%80.ipynb"),
    ],
)
def test_paths_are_relative_uris(written: str, wanted: str) -> None:
    (result,) = run(review(finding(file="x"), files=(file(file="x", path=written),)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": wanted, "uriBaseId": "%SRCROOT%"}


def test_severity_is_the_level_and_both_order_the_rank() -> None:
    told = [
        finding(severity=severity, certainty=sure)
        for severity in ("critical", "high", "medium", "low", "info")
        for sure in ("certain", "possible")
    ]
    results = run(review(*told))["results"]
    assert [one["level"] for one in results[::2]] == ["error", "error", "warning", "note", "note"]
    ranks = [one["rank"] for one in results]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) == len(ranks)


def test_suppressed_findings_are_told_with_their_reason() -> None:
    allowance = Allowance("learned-before-split", "by settings", "configuration", "pyproject.toml", None, None, 1, "")
    some = [finding(id=by, suppressed_by=by) for by in ("allowed: in the cell", "allowed: by settings", "baseline", "unchanged since main")]
    results = run(review(finding(), *some, allowances=(allowance,)))["results"]
    assert "suppressions" not in results[0]
    assert [one["suppressions"][0]["kind"] for one in results[1:]] == ["inSource", "external", "external", "external"]
    assert [one["suppressions"][0]["justification"] for one in results[1:]] == [one.suppressed_by for one in some]


def test_what_was_not_read_or_not_judged_is_a_notification() -> None:
    told = run(
        review(
            unread=(Trouble("gone.ipynb", "no such file"),),
            outcomes=(
                RuleOutcome("run-all-fails", "train.ipynb", "crashed", "KeyError", 0),
                RuleOutcome("split-without-seed", "train.ipynb", "unknown", "a gap", 1),
            ),
            gaps=(NotJudged("call", "unknown call f", spot()),),
            notices=("severity is high",),
        )
    )
    (invocation,) = told["invocations"]
    assert not invocation["executionSuccessful"]
    ran = [(one["descriptor"]["id"], one["level"]) for one in invocation["toolExecutionNotifications"]]
    assert ran == [("not-read", "error"), ("rule-crashed", "error"), ("rule-unknown", "warning"), ("not-judged", "note")]
    assert invocation["toolExecutionNotifications"][3]["locations"][0]["physicalLocation"]["region"] == {"startLine": 31}
    assert [one["message"]["text"] for one in invocation["toolConfigurationNotifications"]] == ["severity is high"]
    assert run(review())["invocations"][0]["executionSuccessful"]


def test_every_rule_brings_its_manual() -> None:
    outcomes = tuple(RuleOutcome(rule.id, "train.ipynb", "clean", "", 1) for rule in find_rules())
    rules = run(review(outcomes=outcomes))["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == [rule.id for rule in find_rules()]
    for told, rule in zip(rules, find_rules(), strict=True):
        assert told["shortDescription"]["text"]
        assert "Trade-off:" in told["help"]["text"]
        assert "**Instead:**" in told["help"]["markdown"]
        assert len(told["fullDescription"]["text"]) <= 1024
        assert rule.item in told["properties"]["tags"]
        assert ("security-severity" in told["properties"]) == (rule.area == "privacy")


def test_a_finding_of_another_lane_has_a_rule_too() -> None:
    told = run(review(finding(rule="unit-of-analysis", lane="claude", item="framing.unit")))
    assert told["results"][0]["ruleIndex"] == 0
    assert "claude" in told["tool"]["driver"]["rules"][0]["help"]["text"]


def test_nothing_quoted_becomes_a_link() -> None:
    (linked, plain) = run(review(finding(title="see [x](1)"), finding(title="X[a] and {0}", issue="f(x)", related=path())))["results"]
    assert r"\[x\](1)" in linked["message"]["text"]
    assert "X[a] and {{0}}" in plain["message"]["text"]
    assert [one["id"] for one in plain["relatedLocations"]] == [1, 2, 3]


def test_the_decision_is_in_the_properties() -> None:
    told = run(review(finding(), questions=("is it so?",)))["properties"]
    assert told["decision"] == "BLOCK"
    assert told["flip"] == ["the fixes of 1 finding", "then: APPROVE"]
    assert told["questions"] == ["is it so?"]
