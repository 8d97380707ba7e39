"""The house stays as it is meant: small files, plain names, every rule complete, a new rule one file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import mlreview_jupyter
from mlreview_jupyter.catalog.lookup import by_name, checklist
from mlreview_jupyter.report.manual import index, page
from mlreview_jupyter.rule import RuleError
from mlreview_jupyter.rules import find_rules, rule_named

from .new_rule import skeleton
from .picture import README, drawn
from .programs import script

HOME = Path(mlreview_jupyter.__file__).parent
TOP = HOME.parent
FILES = [path for folder in (HOME, TOP / "tests") for path in folder.rglob("*.py") if path.name != "compiled.py"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TOP)))
def test_no_file_is_two_rooms(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_names_say_what_a_thing_is() -> None:
    vague = {"utils", "util", "common", "helpers", "helper", "base", "core", "manager", "misc"}
    assert not [path for path in FILES if path.stem in vague or path.parent.name in vague]


def test_the_top_holds_what_it_should() -> None:
    if not (TOP / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=True).stdout.split()
    top = {name.partition("/")[0] for name in listed if not name.startswith(".")}
    assert top <= {"pyproject.toml", "mlreview_jupyter", "tests", "labextension", "binder", "README.md", "CHANGELOG.md", "LICENSE"}


def test_one_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", mlreview_jupyter.__version__)
    changes = TOP / "CHANGELOG.md"
    if changes.exists():
        assert f"## {mlreview_jupyter.__version__}" in changes.read_text(encoding="utf-8")


def test_rules_answer_items_that_exist_in_the_area_of_their_folder() -> None:
    items = {item.id for item in checklist()}
    for rule in find_rules():
        assert rule.item in items
        assert rule_named(rule.id) is rule
        assert rule.sentence in index(find_rules())
        assert "Trade-off:" in page(rule)


A_RULE = '''
"""A model that guesses."""
from mlreview_jupyter.rule import Example, Facts, Found, Op, Severity, found, related, rule

@rule(
    item="eval.baseline", severity=Severity.LOW, needs=(Op.FIT,),
    bad=(Example("from sklearn.dummy import DummyClassifier\\nDummyClassifier().fit([[1], [2]], [0, 1])  # <- here"),),
    good=(Example("x = 1"),),
)
def guessing_model(facts: Facts) -> Found:
    """A model only guesses.

    Why: it knows nothing.

    Instead: train one.

    Trade-off: as a baseline it is right.
    """
    for fit in facts.calls(Op.FIT):
        if fit.short == "DummyClassifier":
            yield found(fit.place, "only guesses", "it guesses", "train a model", fit.certain, [related(facts, "fitted", fit.place)])
'''


def test_a_rule_in_one_file_is_found_documented_and_tested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "extra_rules" / "eval"
    folder.mkdir(parents=True)
    (tmp_path / "extra_rules" / "__init__.py").write_text("")
    (folder / "__init__.py").write_text("")
    (folder / "guessing_model.py").write_text(A_RULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    (rule,) = find_rules((str(tmp_path / "extra_rules"),), "extra_rules")
    assert rule.id == "guessing-model"
    assert "only guesses" in page(rule)
    from mlreview_jupyter.facts import build

    (example,) = rule.bad
    assert [finding.place.line for finding in rule.ask(build(script(example.text)))] == example.lines


@pytest.mark.slow
def test_the_one_file_of_a_rule_is_tested_and_explained_with_no_other_touched(tmp_path: Path) -> None:
    for name in ("mlreview_jupyter", "tests"):
        shutil.copytree(TOP / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    text = A_RULE.replace('item="eval.baseline"', 'item="leakage.test-reuse"').replace("mlreview_jupyter.rule", "...rule")
    (tmp_path / "mlreview_jupyter" / "rules" / "leakage" / "guessing_model.py").write_text(text)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            [sys.executable, "-m", *words], cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )

    tested = run("pytest", "-q", "-p", "no:cacheprovider", "tests/test_examples.py", "-k", "guessing-model")
    assert "5 passed" in tested.stdout, tested.stdout  # found, silent, nothing left to fix, and both examples run
    assert "A model only guesses." in run("mlreview_jupyter", "explain", "guessing-model").stdout
    assert "guessing-model" in run("mlreview_jupyter", "rules").stdout


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        (A_RULE.replace("def guessing_model", "def other"), "guessing_model"),
        (A_RULE.replace("    Why: it knows nothing.\n", ""), "Why"),
        (A_RULE.replace("  # <- here", ""), "marked"),
        (A_RULE.replace('item="eval.', 'item="repro.'), "folder"),
    ],
)
def test_a_rule_that_is_not_put_together_right_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, word: str) -> None:
    package = f"broken_{word.lower()}"
    folder = tmp_path / package / "eval"
    folder.mkdir(parents=True)
    for name in (folder, folder.parent):
        (name / "__init__.py").write_text("")
    (folder / "guessing_model.py").write_text(broken)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(RuleError, match=word):
        find_rules((str(tmp_path / package),), package)


def test_the_skeleton_of_a_new_rule_is_python_in_the_right_place() -> None:
    path, text = skeleton("leakage/target_in_features")
    assert path == HOME / "rules" / "leakage" / "target_in_features.py"
    compile(text, str(path), "exec")
    with pytest.raises(SystemExit, match="area"):
        skeleton("nonsense/x")


@pytest.mark.slow
def test_a_folder_on_no_floor_and_an_import_upwards_break_the_contract(tmp_path: Path) -> None:
    copy = tmp_path / "house"
    shutil.copytree(HOME, copy / "mlreview_jupyter", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "pyproject.toml", copy)
    lint = Path(sys.executable).with_name("lint-imports")

    def kept() -> bool:
        return (
            subprocess.run(
                [str(lint), "--no-cache"],
                cwd=copy,
                capture_output=True,
                check=False,
                env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin"},
            ).returncode
            == 0
        )

    assert kept()
    room = copy / "mlreview_jupyter" / "attic"
    room.mkdir()
    (room / "__init__.py").write_text("")
    assert not kept()
    shutil.rmtree(room)
    nouns = copy / "mlreview_jupyter" / "read" / "script.py"
    nouns.write_text(nouns.read_text() + textwrap.dedent("\nfrom ..facts import build\n"))
    assert not kept()


def test_the_picture_in_the_readme_is_a_real_review() -> None:
    if not README.exists():
        pytest.skip("not a checkout")
    assert drawn() == README.read_text(encoding="utf-8"), "run: poe picture"


def test_what_the_rules_teach_with_is_in_the_catalog() -> None:
    assert by_name("sklearn.preprocessing.StandardScaler") is not None
