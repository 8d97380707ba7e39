"""The command as a person or a script runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def nbreview(*words: str, cwd: Path | None = None, stdin: str | bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
    """Run it in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "mlreview_jupyter", *words],
        capture_output=True,
        timeout=120,
        cwd=cwd,
        check=False,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        env={**{name: value for name, value in os.environ.items() if name != "COLUMNS"}, "PYTHONIOENCODING": "utf-8", **env},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def git(folder: Path, *words: str) -> None:
    """Run git there, as somebody."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)
