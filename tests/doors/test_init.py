"""Files to begin with, the doctor, and completion."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
    assert "unknown key" not in used.stderr


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


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_git_hook_stops_a_commit_that_is_blocked(tmp_path: Path) -> None:
    assert nbreview("init", "--git-hook", cwd=tmp_path).returncode == 2  # no repository yet
    git(tmp_path, "init", "-q")
    assert nbreview("init", "--git-hook", cwd=tmp_path).returncode == 0
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hook.write_text(hook.read_text().replace("nbreview --allow-empty", f"{sys.executable} -m mlreview_jupyter --allow-empty"))
    (tmp_path / "notes.md").write_text("nothing to review")
    git(tmp_path, "add", "notes.md")
    git(tmp_path, "commit", "-qm", "prose")
    save(tmp_path / "n.ipynb", "print(lost)")
    git(tmp_path, "add", "n.ipynb")
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(tmp_path, "commit", "-qm", "broken")
    assert b"Decision: BLOCK" in stopped.value.stdout + stopped.value.stderr
    save(tmp_path / "n.ipynb", "lost = 1\nprint(lost)")
    git(tmp_path, "add", "n.ipynb")
    git(tmp_path, "commit", "-qm", "mended")


def test_the_doctor_tells_what_holds_and_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / ".mlreview.toml").write_text("severity = 'low'\n")
    done = nbreview("doctor", cwd=tmp_path)
    assert done.returncode == 0
    assert "severity    low   (.mlreview.toml)" in done.stdout
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
