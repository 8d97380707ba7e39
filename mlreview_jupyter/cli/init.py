"""`nbreview init`: files to begin with. Each is written on request and never over another."""

from __future__ import annotations

import argparse
import os
import stat
import subprocess

from .. import __version__
from .codes import FINE, USAGE
from .show import put, say, shown
from .templates import CONFIGURATION, GIT_HOOK, GITHUB, GITLAB, HOOK_ENTRY


def parser() -> argparse.ArgumentParser:
    """Of this command."""
    made = argparse.ArgumentParser("nbreview init", description="Write files to begin with, in this folder; none is ever overwritten.")
    made.add_argument("--config", action="store_true", help="configuration, .mlreview.toml (the default)")
    made.add_argument("--pre-commit", action="store_true", help="a hook for pre-commit, .pre-commit-config.yaml")
    made.add_argument("--git-hook", action="store_true", help="a plain git hook, pre-commit, where this repository keeps its hooks")
    made.add_argument("--github", action="store_true", help="a GitHub workflow, .github/workflows/mlreview.yml")
    made.add_argument("--gitlab", action="store_true", help="a GitLab job, .gitlab/mlreview.yml")
    return made


def init(words: list[str]) -> int:
    """Write what was asked for."""
    asked = parser().parse_args(words)
    version = {"version": __version__}
    wanted = [
        (asked.pre_commit, ".pre-commit-config.yaml", HOOK_ENTRY, "run: pre-commit install", False),
        (asked.git_hook, "", GIT_HOOK, "it runs at every commit", True),
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
    results = [_hook(text, hint) if runs else _write(path, text, hint) for path, text, hint, runs in chosen]
    return FINE if all(results) else USAGE


def _hook(text: str, hint: str) -> bool:
    try:
        folder = _hooks()
    except _Nowhere as error:
        say(f"nbreview init: {shown(str(error))}")
        return False
    if folder is None:
        say("nbreview init: git keeps the hooks of this repository outside of it (core.hooksPath), where other repositories use them, too.")
        return _left(text)
    return _write(os.path.join(folder, "pre-commit"), text, hint, True)


def _left(text: str) -> bool:
    say("What would have been written:\n")
    say("\n".join(f"    {line}" for line in text.rstrip().split("\n")) + "\n")
    return False


def _write(path: str, text: str, hint: str, runs: bool = False) -> bool:
    taken = _taken(path)
    if taken:
        say(f"{shown(path)}: {taken}, so it was left as it is.")
        return _left(text)
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


class _Nowhere(Exception):
    """There is no repository, or no git; the message says what is missing."""


def _hooks() -> str | None:
    """The folder of this repository's hooks, whichever work tree we stand in; None where it lies outside of the repository."""
    top, shared = (os.path.realpath(_git(".", word)) for word in ("--show-toplevel", "--git-common-dir"))
    folder = os.path.join(top, _git(top, "--git-path", "hooks"))
    real = os.path.realpath(folder)
    if not any(real.startswith(home.rstrip(os.sep) + os.sep) for home in (top, shared)):
        return None
    here = os.path.relpath(folder)
    return folder if here.startswith("..") else here


def _git(folder: str, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "rev-parse", *words],
            cwd=folder,
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
    except FileNotFoundError:
        raise _Nowhere("a git hook needs git, and there is none") from None
    except subprocess.TimeoutExpired:
        raise _Nowhere("git did not answer within a minute") from None
    if done.returncode != 0:
        from ..since.git import complaint_of

        raise _Nowhere(f"a git hook needs a git repository: {complaint_of(done.stderr) or 'git says nothing more'}")
    return os.fsdecode(done.stdout.rstrip(b"\r\n"))
