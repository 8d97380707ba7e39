"""The decision fails closed, and says what would flip it."""

from __future__ import annotations

import json
from pathlib import Path

from mlreview_jupyter.read import find
from mlreview_jupyter.report.json import plain
from mlreview_jupyter.review import review
from mlreview_jupyter.rule import Example, Rule
from mlreview_jupyter.rules import find_rules

from ..programs import notebook, review_of, save

LEAK = "import pandas as pd\nfrom sklearn.preprocessing import StandardScaler\nfrom sklearn.linear_model import Ridge\nfrom sklearn.model_selection import cross_val_score\ndf = pd.read_csv('d.csv')\nX = {step}(df[['a']])\nprint(cross_val_score(Ridge(), X, df['y']))"


def test_a_serious_and_certain_finding_blocks(tmp_path: Path) -> None:
    told = review_of(save(tmp_path / "n.ipynb", LEAK.format(step="StandardScaler().fit_transform")))
    assert told.decision == "BLOCK"
    assert told.risks == ("data leakage",)
    assert told.flip == ("the fix of 1 finding", "then: APPROVE")
    assert told.files[0].stage == "candidate"
    assert {item.item: item.status for item in told.scorecard}["leakage.split-first"] == "violated"


def test_a_blocker_that_is_only_possible_is_to_be_settled(tmp_path: Path) -> None:
    told = review_of(
        save(
            tmp_path / "n.ipynb",
            "import mystery\n" + LEAK.format(step="mystery.clean").replace("print", "X = StandardScaler().fit_transform(X)\nprint"),
        )
    )
    assert [finding.certainty for finding in told.findings] == ["possible"]
    assert told.decision == "BLOCK"
    assert len(told.questions) == 1


def test_medium_findings_warn(tmp_path: Path) -> None:
    told = review_of(
        save(tmp_path / "n.ipynb", "from sklearn.model_selection import train_test_split\na, b = train_test_split(list(range(9)))")
    )
    assert told.decision == "APPROVE WITH WARNINGS"
    assert told.files[0].stage == "explore"


def test_a_cell_that_cannot_be_read_never_ends_in_a_bare_approve(tmp_path: Path) -> None:
    told = review_of(save(tmp_path / "n.ipynb", "x = 1", "y = = 2"))
    assert told.decision == "APPROVE WITH WARNINGS"
    assert {outcome.rule: outcome.outcome for outcome in told.outcomes}["split-without-seed"] == "unknown"


def test_a_rule_that_cannot_tell_never_ends_in_a_bare_approve(tmp_path: Path) -> None:
    told = review_of(save(tmp_path / "n.ipynb", "from somewhere import *\nprint(alpha)"))
    assert told.decision == "APPROVE WITH WARNINGS"
    assert any("run-all-fails" in reason and "alpha" in reason for reason in told.because)


def test_a_file_that_cannot_be_read_blocks_and_the_others_are_reviewed(tmp_path: Path) -> None:
    save(tmp_path / "good.ipynb", "x = 1")
    (tmp_path / "bad.ipynb").write_text("{")
    told = review_of(tmp_path)
    assert told.decision == "BLOCK"
    assert [trouble.file for trouble in told.unread] == [str(tmp_path / "bad.ipynb")]
    assert {file.file: file.decision for file in told.files} == {
        str(tmp_path / "bad.ipynb"): "BLOCK",
        str(tmp_path / "good.ipynb"): "APPROVE",
    }


def test_a_file_is_judged_at_its_own_stage(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]")
    (tmp_path / "setup.py").write_text("")
    save(tmp_path / "look.ipynb", "x = 1")
    save(tmp_path / "train.ipynb", LEAK.format(step=""))
    told = review_of(tmp_path)
    decisions = {Path(file.file).name: (file.stage, file.decision) for file in told.files}
    assert decisions["look.ipynb"] == ("explore", "APPROVE")
    assert decisions["train.ipynb"] == ("candidate", "APPROVE WITH WARNINGS")  # its project's tests were not run


def crash(facts: object) -> list[object]:
    raise ZeroDivisionError


def test_a_rule_that_crashes_is_said_and_harms_no_other(tmp_path: Path) -> None:
    from dataclasses import replace

    broken: Rule = replace(find_rules()[0], id="broken", check=crash, bad=(Example("x"),))  # type: ignore[arg-type]
    files, _ = find([str(save(tmp_path / "n.ipynb", "print(lost)"))])
    told = review(files, (broken, *find_rules()))
    ended = {outcome.rule: outcome.outcome for outcome in told.outcomes}
    assert ended["broken"] == "crashed"
    assert ended["run-all-fails"] == "found"


def test_every_rule_ends_once_a_file_and_every_item_is_answered(tmp_path: Path) -> None:
    save(tmp_path / "a.ipynb", "x = 1")
    save(tmp_path / "b.ipynb", LEAK.format(step="StandardScaler().fit_transform"))
    told = review_of(tmp_path)
    pairs = [(outcome.rule, outcome.file) for outcome in told.outcomes]
    assert len(pairs) == len(set(pairs)) == 2 * len(find_rules())
    assert {item.status for item in told.scorecard} <= {"met", "violated", "unknown", "not applicable", "ask"}
    assert len(told.scorecard) > 100


def test_an_id_survives_moved_lines(tmp_path: Path) -> None:
    before = review_of(save(tmp_path / "n.ipynb", "print(lost)")).findings[0]
    after = review_of(save(tmp_path / "n.ipynb", "x = 1", "# a comment\n\nprint(lost)")).findings[0]
    assert (before.id, before.line) == (after.id, after.line - 2)


def test_what_stands_in_an_output_is_quoted_from_there_and_never_whole(tmp_path: Path) -> None:
    key = "hf_" + "Ab3" * 11 + "x"
    content = notebook("x = 1\ny = 2")
    content["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["loaded\n", f"token = '{key}'\n"]}]
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(content, indent=1))
    told = review_of(path)
    (finding,) = told.findings
    assert (finding.rule, finding.cell, finding.part, finding.line) == ("secret-exposed", 0, "outputs/0/text", 2)
    assert finding.source.startswith("token = 'hf_A•")
    assert len(finding.source) == len(f"token = '{key}'")
    assert finding.physical_line is not None
    assert key in path.read_text().split("\n")[finding.physical_line - 1]
    assert key not in repr(plain(told))


def test_what_stands_in_prose_is_quoted_from_there(tmp_path: Path) -> None:
    content = notebook("x = 1")
    content["cells"].append({"cell_type": "markdown", "id": "m", "metadata": {}, "source": "Log in\nwith password: Tr0ub4dor-q7Zx9"})
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(content, indent=1))
    (finding,) = review_of(path).findings
    assert (finding.cell, finding.line) == (1, 2)
    assert finding.source.startswith("with password: ")
    script = tmp_path / "s.py"
    script.write_text("# %%\nx = 1\n# %% [markdown]\n# Log in\n# with password: Tr0ub4dor-q7Zx9\n")
    (second,) = review_of(script).findings
    assert second.source.startswith("# with password: ")
