"""A repository and a revision → what lay in its files then. Git is asked for objects and names, never for the work tree.

Reading the work tree through git could run a filter that the repository configures.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import weakref
from collections.abc import Mapping
from functools import cached_property
from threading import Timer
from typing import IO

from ..model.words import Refused
from ..report.inert import inert

# Nothing that a repository configures may run a program of its own choice.
GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "--no-optional-locks")
PATIENCE = 60  # seconds
LONGEST = 300  # characters of what git says


class SinceError(Refused):
    """The revision cannot be compared with; the message says why."""


class Past:
    """The files of a repository as they stood where `revision` and the present state parted."""

    def __init__(self, root: str, revision: str) -> None:
        self.root = root
        found, complaint = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        if found is None:
            raise SinceError(f"git: {complaint}{_hint(complaint, root)}" if complaint else self._unknown(revision))
        commit = found.decode("ascii", "replace").strip()
        base, _ = self._ask("merge-base", commit, "HEAD")
        self.commit = base.decode("ascii", "replace").strip() if base else commit

    def blob(self, path: str) -> str | None:
        """The name of the content that a path from the root had; where the file was renamed since, that of its old path."""
        return self._tree.get(path) or self._tree.get(self._renamed.get(path, ""))

    def content(self, blob: str) -> bytes | None:
        """What stands under such a name; None where it is not at hand."""
        ask, answer, process = self._open
        watch = Timer(PATIENCE, process.kill)
        watch.start()
        try:
            ask.write(blob.encode() + b"\n")
            ask.flush()
            head = answer.readline().split()
            if len(head) != 3 or head[1] != b"blob":
                return None
            size = int(head[2])
            data = answer.read(size + 1)[:-1]
            return data if len(data) == size else None
        except OSError:
            return None
        finally:
            watch.cancel()

    def _unknown(self, revision: str) -> str:
        shallow, _ = self._ask("rev-parse", "--is-shallow-repository")
        more = "; this clone is shallow: fetch its history first" if shallow is not None and shallow.strip() == b"true" else ""
        return f"git knows no revision {revision}{more}"

    @cached_property
    def _tree(self) -> Mapping[str, str]:
        listed, complaint = self._ask("ls-tree", "-r", "-z", "--full-tree", self.commit)
        if listed is None:
            raise SinceError(f"git: {complaint or 'the files of the revision cannot be listed'}")
        tree = {}
        for line in listed.split(b"\0"):
            kind, _, path = line.partition(b"\t")
            if kind.startswith(b"100") and path.lower().endswith((b".ipynb", b".py", b".pyw")):
                tree[os.fsdecode(path)] = kind.rpartition(b" ")[2].decode("ascii")
        return tree

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """New path → old path, of what is committed or staged."""
        told, _ = self._ask("diff-index", "--cached", "-M", "--diff-filter=R", "--name-status", "-z", self.commit, "--")
        words = (told or b"").split(b"\0")
        return {os.fsdecode(new): os.fsdecode(old) for old, new in zip(words[1::3], words[2::3], strict=False)}

    @cached_property
    def _open(self) -> tuple[IO[bytes], IO[bytes], subprocess.Popen[bytes]]:
        """One process for all contents."""
        process = subprocess.Popen(
            [*GIT, "cat-file", "--batch"],
            cwd=self.root,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        weakref.finalize(self, _close, process)
        assert process.stdin is not None
        assert process.stdout is not None
        return process.stdin, process.stdout, process

    def _ask(self, *words: str) -> tuple[bytes | None, str]:
        """The answer, or None and what git complains of."""
        try:
            done = subprocess.run(
                [*GIT, *words],
                cwd=self.root,
                env=_environment(),
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        except FileNotFoundError:
            raise SinceError("--since needs git, and there is none") from None
        except subprocess.TimeoutExpired:
            raise SinceError("git did not answer within a minute") from None
        return (done.stdout, "") if done.returncode == 0 else (None, complaint_of(done.stderr))


def complaint_of(said: bytes) -> str:
    """The line of git's standard error that says why it failed, harmless; empty where it says nothing."""
    lines = [line.strip() for line in said.decode("utf-8", "backslashreplace").split("\n")]
    lines = [line for line in lines if line and not line.startswith(("warning:", "hint:"))]
    first = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "")
    return inert(first.removeprefix("fatal:").removeprefix("error:").strip()[:LONGEST])


def is_blob(blob: str, data: bytes) -> bool:
    """Is this the name of that content?"""
    whole = b"blob %d\0" % len(data) + data
    made = hashlib.sha256(whole) if len(blob) == 64 else hashlib.sha1(whole, usedforsecurity=False)
    return made.hexdigest() == blob


def _hint(complaint: str, root: str) -> str:
    if "dubious ownership" not in complaint:
        return ""
    return f". If you trust it: git config --global --add safe.directory {inert(root)}"


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}  # its complaints are told apart by their English words


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                continue
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
