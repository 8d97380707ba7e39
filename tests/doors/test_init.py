"""Files to begin with, the doctor, and completion."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mlreview_jupyter import __version__

from ..programs import save
from .command import git, nbreview


def test_a_configuration_that_is_read(tmp_path: Path) -> None:
    done = nbreview("init", cwd=tmp_path)
    assert done.returncode == 0
    text = (tmp_path / ".mlreview.toml").read_text()
    save(tmp_path / "n.ipynb", "x = 1")
    assert nbreview("n.ipynb", cwd=tmp_path).returncode == 0
    lines = [line[2:] if line.startswith("# ") and ("=" in line or line.startswith("# [")) else line for line in text.split("\n")]
    (tmp_path / ".mlreview.toml").write_text("\n".join(lines))  # with every key it shows
    (tmp_path / "mlreview-baseline.json").write_text('{"format": "mlreview-baseline/1", "findings": []}')
    used = nbreview("n.ipynb", cwd=tmp_path)
    assert used.returncode == 0, used.stderr
    assert "churn, 2 people" in used.stdout  # it is read, and obeyed


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n")
    done = nbreview("init", "--pre-commit", "--github", cwd=tmp_path)
    assert done.returncode == 2
    assert (tmp_path / ".pre-commit-config.yaml").read_text() == "repos: []\n"
    assert "id: nbreview" in done.stderr  # what to add by hand
    assert "upload-sarif" in (tmp_path / ".github" / "workflows" / "mlreview.yml").read_text()
    (tmp_path / "pyproject.toml").write_text("[tool.mlreview]\nseverity = 'low'\n")
    again = nbreview("init", "--config", cwd=tmp_path)
    assert again.returncode == 2
    assert "holds settings already" in again.stderr
    assert not (tmp_path / ".mlreview.toml").exists()


def run_as_installed(hook: Path) -> None:
    """The hook calls this very program, wherever it is installed."""
    hook.write_text(hook.read_text().replace("nbreview --allow-empty", f"'{sys.executable}' -m mlreview_jupyter --allow-empty"))


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@needs_git
def test_the_git_hook_stops_a_commit_that_is_blocked(tmp_path: Path) -> None:
    nowhere = nbreview("init", "--git-hook", cwd=tmp_path)
    assert nowhere.returncode == 2
    assert "not a git repository" in nowhere.stderr
    git(tmp_path, "init", "-q")
    shutil.rmtree(tmp_path / ".git" / "hooks", ignore_errors=True)  # as a template without hooks leaves it
    (tmp_path / "sub").mkdir()
    assert nbreview("init", "--git-hook", cwd=tmp_path / "sub").returncode == 0
    run_as_installed(tmp_path / ".git" / "hooks" / "pre-commit")
    (tmp_path / "notes.md").write_text("nothing to review")
    git(tmp_path, "add", "notes.md")
    git(tmp_path, "commit", "-qm", "prose")
    save(tmp_path / "--n.ipynb", "print(lost)")  # a name, whatever it looks like
    git(tmp_path, "add", ".")
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(tmp_path, "commit", "-qm", "broken")
    said = stopped.value.stdout + stopped.value.stderr
    assert b"Decision: BLOCK" in said
    assert b"not staged" not in said
    save(tmp_path / "--n.ipynb", "lost = 1\nprint(lost)")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "mended")


@needs_git
def test_the_git_hook_says_that_it_reviews_what_is_not_staged_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert nbreview("init", "--git-hook", cwd=tmp_path).returncode == 0
    run_as_installed(tmp_path / ".git" / "hooks" / "pre-commit")
    save(tmp_path / "n.ipynb", "x = 1")
    save(tmp_path / "same.ipynb", "x = 1")
    git(tmp_path, "add", ".")
    save(tmp_path / "n.ipynb", "print(lost)")
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(tmp_path, "commit", "-qm", "half")
    assert b"changes that are not staged:\nn.ipynb\n" in stopped.value.stderr


@needs_git
def test_the_git_hook_goes_where_git_looks_for_it(tmp_path: Path) -> None:
    home, tree, elsewhere = (tmp_path / name for name in ("home", "tree", "elsewhere"))
    home.mkdir()
    git(home, "init", "-q")
    git(home, "commit", "-q", "--allow-empty", "-m", "first")
    git(home, "worktree", "add", "-q", str(tree))
    assert nbreview("init", "--git-hook", cwd=tree).returncode == 0
    assert os.access(home / ".git" / "hooks" / "pre-commit", os.X_OK)
    git(home, "config", "core.hooksPath", ".hooks")
    assert nbreview("init", "--git-hook", cwd=home).returncode == 0
    hook = home / ".hooks" / "pre-commit"
    run_as_installed(hook)
    save(home / "n.ipynb", "print(lost)")
    git(home, "add", "n.ipynb")
    with pytest.raises(subprocess.CalledProcessError, match="commit"):
        git(home, "commit", "-qm", "broken")
    git(home, "config", "core.hooksPath", str(elsewhere))  # as somebody sets it for all repositories
    refused = nbreview("init", "--git-hook", cwd=home)
    assert refused.returncode == 2
    assert "outside of it" in refused.stderr
    assert "xargs" in refused.stderr  # what to add by hand
    assert not elsewhere.exists()


def test_what_ci_gets_is_yaml_that_says_what_it_should(tmp_path: Path) -> None:
    assert nbreview("init", "--github", "--gitlab", "--pre-commit", cwd=tmp_path).returncode == 0
    text = (tmp_path / ".github" / "workflows" / "mlreview.yml").read_text()
    job = yaml.safe_load(text)["jobs"]["review"]
    (upload,) = [step for step in job["steps"] if "upload-sarif" in step.get("uses", "")]
    assert "head.repo.full_name == github.repository" in upload["if"]  # a fork may not write
    assert upload["if"].startswith("${{ ")
    assert upload["if"].endswith(" }}")
    assert "\n" not in upload["if"]
    (install,) = [step["run"] for step in job["steps"] if "pip install" in step.get("run", "")]
    assert install == f'pip install "mlreview_jupyter=={__version__}"'
    assert "comes from elsewhere" in text
    script = yaml.safe_load((tmp_path / ".gitlab" / "mlreview.yml").read_text())["mlreview"]["script"]
    assert all(isinstance(line, str) for line in script)
    assert script[1].endswith(f'"mlreview_jupyter=={__version__}"')
    (own,) = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    assert (own["entry"], own["args"]) == ("nbreview --allow-empty", ["--"])
    offered = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
    if offered.exists():
        (hook,) = yaml.safe_load(offered.read_text())
        assert {key: hook[key] for key in ("entry", "args", "types_or")} == {key: own[key] for key in ("entry", "args", "types_or")}


def test_the_doctor_tells_what_holds_and_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / ".mlreview.toml").write_text("severity = 'low'\n")
    done = nbreview("doctor", cwd=tmp_path)
    assert done.returncode == 0
    assert "severity    low   (.mlreview.toml)" in done.stdout
    assert not any(name in done.stdout for name in ("ipykernel", "jupyterlab", "anthropic", "lane"))  # nothing of ours uses them
    (tmp_path / ".mlreview.toml").write_text("severity = 1\n")
    assert nbreview("doctor", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_every_command_and_option(shell: str) -> None:
    text = nbreview("completion", shell).stdout
    for word in ("explain", "doctor", "write-baseline", "pre-commit", "executive", "production"):
        assert word in text
    program = shutil.which(shell)
    if program and shell == "bash":
        script = text + "\nCOMP_WORDS=(nbreview --format sa) COMP_CWORD=2; _nbreview; echo ${COMPREPLY[@]}"
        script += "\nCOMP_WORDS=(nbreview do) COMP_CWORD=1; _nbreview; echo ${COMPREPLY[@]}"
        done = subprocess.run([program, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.split() == ["sarif", "doctor"]
