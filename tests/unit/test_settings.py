"""Settings: checked with file and key, in order of strength, and never a way to disarm a review."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mlreview_jupyter.rules import find_rules
from mlreview_jupyter.settings import Said, SettingsError, choose, read_project


def chosen(table: dict[str, Any], foreign: bool = True) -> Any:
    return choose([None, Said(table, "pyproject.toml", foreign)], find_rules(), {}).settings


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"severity": 7}, "severity"),
        ({"severity": "loud"}, "severity"),
        ({"select": "all"}, "select"),
        ({"select": ["no-such-rule"]}, "no-such-rule"),
        ({"exclude": {"a": 1}}, "exclude"),
        ({"exclude": [1]}, "exclude"),
        ({"not-a-key": True}, "not-a-key"),
        ({"stage": "done"}, "stage"),
        ({"stage": {"x": "done"}}, "stage.x"),
        ({"policy": ["strict"]}, "policy"),
        ({"allow": {"rule": "x"}}, "allow"),
        ({"allow": [{"rule": "run-all-fails", "paths": ["a"]}]}, "reason"),
        ({"allow": [{"rule": "run-all-fails", "reason": "b"}]}, "paths"),
        ({"allow": [{"rule": "nothing-of-the-kind", "paths": ["a"], "reason": "b"}]}, "allow[1].rule"),
        ({"context": {"mood": "good"}}, "context.mood"),
        ({"baseline": "../outside.json"}, "baseline"),
        ({"baseline": "/etc/passwd"}, "baseline"),
    ],
)
def test_what_cannot_be_meant_names_file_and_key(table: dict[str, Any], key: str) -> None:
    with pytest.raises(SettingsError) as told:
        chosen(table)
    assert "pyproject.toml" in str(told.value)
    assert key in str(told.value)


@pytest.mark.parametrize(
    "table",
    [
        {"exit-zero": True},
        {"exit_zero": True},
        {"claude": {"enabled": True, "base_url": "http://evil.invalid"}},
        {"execute": True},
        {"network": True},
        {"exclude": ["**"]},
        {"exclude": ["*"]},
        {"ignore": ["*"]},
        {"ignore": ["all"]},
        {"ignore": [rule.id for rule in find_rules()]},
        {"ignore": sorted({rule.area for rule in find_rules()})},
        {"select": []},
        {"allow": [{"rule": "*", "reason": "trust me"}]},
        {"policy": "advisory"},
    ],
)
def test_what_would_disarm_is_told_and_not_obeyed(table: dict[str, Any]) -> None:
    settings = chosen(table)
    assert all(settings.runs(rule.id, rule.area) for rule in find_rules())
    assert (settings.exclude, settings.allow, settings.policy) == ((), (), "standard")
    assert any("not obeyed" in notice for notice in settings.notices)


def test_what_narrows_is_told() -> None:
    settings = chosen({"ignore": ["leakage"], "severity": "medium", "policy": "strict"})
    assert not settings.runs("learned-before-split", "leakage")
    assert settings.runs("run-all-fails", "notebook")
    assert [notice.partition(":")[2].split()[0] for notice in settings.notices] == ["ignore", "policy", "findings"]


def test_the_strongest_word_wins() -> None:
    line = Said({"severity": "high"}, "the command line", False)
    project = Said({"severity": "low", "stage": "candidate", "policy": "strict"}, "pyproject.toml", True)
    user = Said({"policy": "lenient", "context": {"team": "two"}}, "config.toml", False)
    told = choose([line, project, user], find_rules(), {"MLREVIEW_STAGE": "production", "MLREVIEW_SEVERITY": "info"})
    settings = told.settings
    assert (settings.severity, settings.stage, settings.policy, settings.context) == ("high", "production", "strict", (("team", "two"),))
    assert dict(told.said_in)["stage"] == "the environment"


def test_the_nearest_file_within_the_repository_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.mlreview]\nseverity = 'low'\n")
    repository = tmp_path / "repository"
    inner = repository / "a" / "b"
    inner.mkdir(parents=True)
    (repository / ".git").mkdir()
    assert read_project(str(inner)) is None  # nothing beyond the repository
    (repository / "pyproject.toml").write_text("[tool.other]\nx = 1  # mlreview\n")
    assert read_project(str(inner)) is None
    (repository / "pyproject.toml").write_text("[tool.mlreview]\nseverity = 'high'\n")
    found = read_project(str(inner))
    assert found is not None
    assert found.table == {"severity": "high"}
    (repository / "a" / ".mlreview.toml").write_text("severity = 'medium'\n")
    nearer = read_project(str(inner))
    assert nearer is not None
    assert nearer.table == {"severity": "medium"}


@pytest.mark.parametrize("text", ["[tool.mlreview", "tool = 7\nmlreview = ", "[tool]\nmlreview = 3", "x = " + "[" * 5000])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text(text + "\n# mlreview\n")
    with pytest.raises(SettingsError, match=r"pyproject\.toml"):
        read_project(str(tmp_path))


@pytest.mark.parametrize("pattern", ["*", "**", "**/*", "*.ipynb", "**/**", "?*", "[!.]*", "/"])
def test_an_allowance_of_everything_is_told(pattern: str) -> None:
    settings = chosen({"allow": [{"rule": "run-all-fails", "paths": ["a/", pattern], "reason": "a sketch"}]})
    assert [one.rule for one in settings.allow] == ["run-all-fails"]
    assert settings.notices == (f"pyproject.toml: allow[1]: run-all-fails is allowed everywhere (a/, {pattern})",)
    assert chosen({"exclude": [pattern]}).exclude == ()


@pytest.mark.parametrize("pattern", ["v*", "notebooks/", "*_test.py", "a/**"])
def test_an_allowance_of_some_files_is_not(pattern: str) -> None:
    assert chosen({"allow": [{"rule": "run-all-fails", "paths": [pattern], "reason": "a sketch"}]}).notices == ()
    assert chosen({"exclude": [pattern]}).exclude == (pattern,)


def test_an_allowance_of_an_area_says_what_would_work() -> None:
    (notice,) = chosen({"allow": [{"rule": "Leakage", "paths": ["a/"], "reason": "a sketch"}]}).notices
    assert "one rule has to be named, of " in notice
    assert "learned-before-split" in notice
