"""A file is written whole or not at all, and stays what it was: link, mode, owner, attributes."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from mlreview_jupyter.fix.mend import Refused
from mlreview_jupyter.fix.write import write

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and signals as POSIX has them")


def test_new_bytes_and_nothing_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "n.ipynb"
    path.write_bytes(b"old")
    os.utime(path, (1, 1))
    write(str(path), b"new\r\n\xff", b"old")
    assert path.read_bytes() == b"new\r\n\xff"
    assert path.stat().st_mtime > 1
    assert os.listdir(tmp_path) == ["n.ipynb"]


@posix
def test_mode_link_and_owner_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.py", tmp_path / "deep" / "link.py"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.parent.mkdir()
    link.symlink_to("../real.py")
    if os.getuid() == 0:
        os.chown(real, 1234, 4321)
    owner = real.stat().st_uid, real.stat().st_gid
    write(str(link), b"new", b"old")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert (real.stat().st_uid, real.stat().st_gid) == owner
    assert sorted(os.listdir(tmp_path)) == ["deep", "real.py"]
    assert os.listdir(link.parent) == ["link.py"]


@posix
@pytest.mark.parametrize(
    ("kind", "word"),
    [("hard link", "2 names"), ("changed", "changed"), ("read-only", "read-only"), ("pipe", "ordinary"), ("gone", "no such")],
)
def test_what_is_refused_stays_as_it_is(tmp_path: Path, kind: str, word: str) -> None:
    path = tmp_path / "n.py"
    path.write_bytes(b"old")
    if kind == "hard link":
        os.link(path, tmp_path / "other.py")
    elif kind == "changed":
        path.write_bytes(b"somebody's")
    elif kind == "read-only":
        path.chmod(0o444)
    else:
        path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(Refused, match=word):
        write(str(path), b"new", b"old")
    assert sorted(os.listdir(tmp_path)) == before
    assert kind in ("pipe", "gone") or path.read_bytes() != b"new"


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from mlreview_jupyter.fix.mend import Refused
from mlreview_jupyter.fix.write import write
try:
    write(sys.argv[1], b"x" * 5000, b"old")
except Refused as error:
    print(error)
"""


@posix
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "n.py"
    path.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True, timeout=60)
    assert "cannot be written: file too large" in done.stdout
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["n.py"]


def _flip(path: str, one: bytes, other: bytes) -> None:
    while True:
        write(path, other, one)
        write(path, one, other)


@posix
@pytest.mark.slow
def test_killed_at_any_moment_it_is_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "n.ipynb"
    one, other = b"1" * 300_000, b"2" * 400_000
    chance = random.Random(4)
    ended = set()
    for _ in range(100):
        path.write_bytes(one)
        path.chmod(0o600)
        child = get_context("fork").Process(target=_flip, args=(str(path), one, other))
        child.start()
        time.sleep(0.005 + chance.random() * 0.03)
        assert child.is_alive()
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        data = path.read_bytes()
        assert data in (one, other)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        ended.add((data[:1], len(os.listdir(tmp_path)) > 1))
        for left in tmp_path.iterdir():
            assert left == path or left.name.startswith(".")  # hidden, and so never reviewed
            left.unlink()
    assert len(ended) > 1  # it really was hit at several moments
