"""The checks that a project has of its own: named where it has them, and not where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlreview_jupyter.cli.templates import HOOK_ENTRY
from mlreview_jupyter.read import find_checks

OTHER = "  - repo: https://example.org/black\n    rev: 1.0\n    hooks:\n      - id: black\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (HOOK_ENTRY, []),
        ("repos:\n- repo: https://example.org/x\n  hooks: [{id: nbreview, args: ['--strict']}] # id: black\n", []),
        ("repos:\n- repo: local\n  hooks:\n  - name: nbreview\n    'id': 'nbreview'\n  # - id: black\n", []),
        (HOOK_ENTRY + OTHER, ["pre-commit"]),
        ("repos:\n- repo: local\n  hooks: [{id: nbreview}, {id: black}]\n", ["pre-commit"]),
        ("repos:\n- repo: local\n  hooks:\n  - id: nbreview-of-ours\n", ["pre-commit"]),
    ],
)
def test_pre_commit_is_a_check_where_it_runs_more_than_this_review(tmp_path: Path, text: str, names: list[str]) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_text(text)
    (tmp_path / "setup.cfg").write_text("")
    assert [one.name for one in find_checks(str(tmp_path))] == names
