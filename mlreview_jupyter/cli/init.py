"""`nbreview init`: files to begin with. Each is written on request and never over another."""

from __future__ import annotations

import argparse
import os
import stat

from .. import __version__
from .codes import FINE, USAGE
from .show import put, say, shown

CONFIGURATION = """\
# What nbreview asks of this project. Every key may be left out; `nbreview doctor` tells what holds.

# select = ["leakage", "repro"]        # only these rules or areas
# ignore = ["absolute-path"]           # all but these
# exclude = ["archive/", "*_old.ipynb"]  # as .gitignore writes it
# severity = "low"                     # what is shown; everything decides
# policy = "standard"                  # strict, standard or lenient
# baseline = "mlreview-baseline.json"  # made by `nbreview . --write-baseline`

# How far files have come, where that is not told by what they do: explore, candidate or production.
# [stage]
# "research/" = "explore"
# "jobs/train.ipynb" = "production"

# Who works here and under which limits: it stands at the head of every report.
# [context]
# team = "churn, 2 people"
# maturity = "first model in production"

# A rule that may be broken somewhere, and why.
# [[allow]]
# rule = "absolute-path"
# paths = ["notebooks/legacy/"]
# reason = "runs on one machine until the move in March"
"""

HOOK_ENTRY = """\
repos:
  - repo: local
    hooks:
      - id: nbreview
        name: nbreview
        entry: nbreview --allow-empty
        language: system
        types_or: [jupyter, python]
        require_serial: true
"""

GIT_HOOK = """\
#!/bin/sh
# Reviews the notebooks and scripts of this commit. `git commit --no-verify` goes past it.
cd "$(git rev-parse --show-toplevel)" || exit 1
git diff --cached --name-only --diff-filter=ACMR -z -- '*.ipynb' '*.py' | xargs -0 -r nbreview --allow-empty --
"""

GITHUB = """\
name: mlreview
on:
  pull_request:
permissions: {{}}
jobs:
  review:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install mlreview_jupyter=={version}
      - name: Review what this pull request changes
        run: nbreview . --since "origin/$GITHUB_BASE_REF" --format github --output sarif:mlreview.sarif --output "markdown:$GITHUB_STEP_SUMMARY"
      - uses: github/codeql-action/upload-sarif@v3
        if: ${{{{ !cancelled() }}}}
        with:
          sarif_file: mlreview.sarif
          category: mlreview
"""

GITLAB = """\
mlreview:
  image: python:3.12-slim
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: "0"
  script:
    - apt-get update -qq && apt-get install -y -qq git
    - pip install --quiet mlreview_jupyter=={version}
    - nbreview . --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --output gitlab:gl-code-quality.json --output junit:mlreview.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality.json
      junit: mlreview.xml
"""


def parser() -> argparse.ArgumentParser:
    """Of this command."""
    made = argparse.ArgumentParser("nbreview init", description="Write files to begin with, in this folder; none is ever overwritten.")
    made.add_argument("--config", action="store_true", help="configuration, .mlreview.toml (the default)")
    made.add_argument("--pre-commit", action="store_true", help="a hook for pre-commit, .pre-commit-config.yaml")
    made.add_argument("--git-hook", action="store_true", help="a plain git hook, .git/hooks/pre-commit")
    made.add_argument("--github", action="store_true", help="a GitHub workflow, .github/workflows/mlreview.yml")
    made.add_argument("--gitlab", action="store_true", help="a GitLab job, .gitlab/mlreview.yml")
    return made


def init(words: list[str]) -> int:
    """Write what was asked for."""
    asked = parser().parse_args(words)
    version = {"version": __version__}
    wanted = [
        (asked.pre_commit, ".pre-commit-config.yaml", HOOK_ENTRY, "run: pre-commit install", False),
        (asked.git_hook, _hooks(), GIT_HOOK, "it runs at every commit", True),
        (asked.github, os.path.join(".github", "workflows", "mlreview.yml"), GITHUB.format(**version), "it runs on pull requests", False),
        (
            asked.gitlab,
            os.path.join(".gitlab", "mlreview.yml"),
            GITLAB.format(**version),
            "add to .gitlab-ci.yml: include: .gitlab/mlreview.yml",
            False,
        ),
    ]
    chosen = [(path, text, hint, runs) for wish, path, text, hint, runs in wanted if wish]
    if asked.config or not chosen:
        chosen.insert(0, (".mlreview.toml", CONFIGURATION, "everything in it is optional", False))
    results = [_write(*one) for one in chosen]
    return FINE if all(results) else USAGE


def _write(path: str | None, text: str, hint: str, runs: bool) -> bool:
    if path is None:
        say("nbreview init: a git hook needs a git repository, and this folder is not the top of one")
        return False
    taken = _taken(path)
    if taken:
        say(f"{shown(path)}: {taken}, so it was left as it is. What would have been written:\n")
        say("\n".join(f"    {line}" for line in text.rstrip().split("\n")) + "\n")
        return False
    try:
        if os.path.dirname(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if runs:
            os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    except OSError as error:
        say(f"{shown(path)}: {(error.strerror or 'cannot be written').lower()}")
        return False
    put(f"wrote {shown(path)}: {hint}\n")
    return True


def _taken(path: str) -> str:
    if os.path.lexists(path):
        return "it exists"
    if path == ".mlreview.toml":
        from ..settings import SettingsError, read_project

        try:
            said = read_project(".")
        except SettingsError as error:
            return shown(str(error))
        if said is not None:
            return f"{shown(said.file)} holds settings already"
    return ""


def _hooks() -> str | None:
    """Where the hook of this repository belongs; a repository that keeps its hooks elsewhere is asked to do it by hand."""
    return os.path.join(".git", "hooks", "pre-commit") if os.path.isdir(os.path.join(".git", "hooks")) else None
