"""Processes that die at bad moments, and a parent that does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from mlreview_jupyter.crew import DIED, NEVER, PATIENCE, Crew

from .command import nbreview

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked, and looked at in /proc")

T = TypeVar("T")
FORKS = {"deadly": 0, "made": 0}  # how many of the next forks die at once; how many there were


def _born() -> None:
    if FORKS["deadly"] > 0:
        os.kill(os.getpid(), signal.SIGKILL)


def _bears() -> None:
    FORKS["made"] += 1


def _bore() -> None:
    FORKS["deadly"] -= 1


os.register_at_fork(before=_bears, after_in_child=_born, after_in_parent=_bore)


@pytest.fixture(autouse=True)
def _only_here() -> Iterator[None]:
    FORKS.update(deadly=0, made=0)
    yield
    FORKS.update(deadly=0, made=0)


def _double(number: int) -> bytes:
    return b"%d" % (number * 2)


def _dies_at_three(number: int) -> bytes:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return _double(number)


def _dies_soon_after(number: int) -> bytes:
    """It answers, and is gone a moment later, between two numbers."""
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return _double(number)


def _all(count: int, work: Callable[[int], bytes], jobs: int = 2, pause: float = 0) -> dict[int, bytes | str]:
    told: dict[int, bytes | str] = {}
    for number, made in Crew(work, jobs).results(range(count)):
        told[number] = made
        time.sleep(pause)
    return told


def test_a_death_harms_only_the_number_it_was_at() -> None:
    assert _all(9, _dies_at_three) == {number: _double(number) if number != 3 else DIED for number in range(9)}


def test_who_dies_between_two_numbers_loses_none() -> None:
    told = _all(6, _dies_soon_after, pause=0.4)  # who looks at results slowly hands the next number to the dead
    assert told == {number: _double(number) for number in range(6)}


@pytest.mark.parametrize("deadly", [1, 3, PATIENCE])
def test_who_dies_before_the_first_number_loses_none(deadly: int) -> None:
    FORKS["deadly"] = deadly
    assert _all(5, _double) == {number: _double(number) for number in range(5)}
    assert FORKS["made"] <= deadly + 2


def test_where_everybody_dies_at_once_there_is_an_end() -> None:
    FORKS["deadly"] = 1000
    assert _all(8, _double) == dict.fromkeys(range(8), NEVER)
    assert FORKS["made"] <= PATIENCE + 2 * 8 + 2


def test_where_the_system_gives_no_process_the_work_is_done_here() -> None:
    code = (
        "import os, resource\nfrom mlreview_jupyter.crew import Crew\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (len(os.listdir('/proc/self/fd')) + 1, 4096))\n"
        "print(sorted(Crew(lambda number: b'%d' % os.getpid(), 2).results(range(4))) == [(n, b'%d' % os.getpid()) for n in range(4)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "True\n", done.stderr


def test_who_has_had_enough_leaves_nobody_behind() -> None:
    results = Crew(_double, 2).results(range(100))
    next(results)
    mine = _children(os.getpid())
    assert mine
    results.close()
    assert not any(map(_lives, mine))


SLOW = (
    "import pandas as pd\nfrom sklearn.linear_model import LogisticRegression\nfrom sklearn.metrics import accuracy_score\n"
    "from sklearn.model_selection import train_test_split\nX = pd.read_csv('x.csv')\ny = X.pop('y')\n"
)


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A folder of scripts that take a second or more each."""
    step = "A, B, p, q = train_test_split(X, y, random_state={0})\nm = LogisticRegression().fit(A, p)\nprint(accuracy_score(q, m.predict(B)))\n"
    for number in range(8):
        (tmp_path / f"s{number}.py").write_text(SLOW + "".join(step.format(i) for i in range(4000 + number)))
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(("killed_by", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, 143)])
def test_nobody_outlives_the_review(slow: Path, killed_by: signal.Signals, code: int) -> None:
    review = subprocess.Popen(
        [sys.executable, "-m", "mlreview_jupyter", str(slow), "--no-cache", "--jobs", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    crew = _until(lambda: found if len(found := _children(review.pid)) == 2 else [])
    try:
        time.sleep(0.3)  # they are at their files
        review.send_signal(killed_by)
        assert review.wait(10) == code
        _until(lambda: not any(map(_lives, crew)), seconds=1)
    finally:
        for process in filter(_lives, crew):
            os.kill(process, signal.SIGKILL)
        out, err = review.communicate()
    assert (out, err) == (b"", b"")


def test_nobody_outlives_a_parent_where_the_kernel_does_not_help() -> None:
    code = (
        "import sys, time\nsys.modules['ctypes'] = None\nfrom mlreview_jupyter.crew import Crew\n"
        "list(Crew(lambda number: time.sleep(60), 3).results(range(3)))"
    )
    parent = subprocess.Popen([sys.executable, "-c", code])
    crew = _until(lambda: found if len(found := _children(parent.pid)) == 3 else [])
    time.sleep(0.3)
    parent.kill()
    parent.wait(10)
    try:
        _until(lambda: not any(map(_lives, crew)), seconds=5)
    finally:
        for process in filter(_lives, crew):
            os.kill(process, signal.SIGKILL)


def test_term_in_a_library_is_not_ours() -> None:
    """Whoever calls the review keeps his own way to end."""
    code = (
        "import signal\nfrom mlreview_jupyter.crew import ended_by_term\n"
        "mine = lambda *_: print('mine')\nsignal.signal(signal.SIGTERM, mine)\n"
        "with ended_by_term():\n    signal.raise_signal(signal.SIGTERM)\nprint(signal.getsignal(signal.SIGTERM) is mine)\n"
        "signal.signal(signal.SIGTERM, signal.SIG_DFL)\nwith ended_by_term():\n    pass\n"
        "print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "mine\nTrue\nTrue\n"


def test_only_a_reader_of_standard_output_that_left_ends_the_command_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print(lost)\n")
    normal = nbreview("a.py", "gone.py", cwd=tmp_path)
    assert normal.returncode == 3
    assert _unheard("stdout", "a.py", "gone.py", cwd=tmp_path) == (141, "")
    refused = nbreview("a.py", "--output", "x.unknown", cwd=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert _unheard("stderr", "a.py", "--output", "x.unknown", cwd=tmp_path) == (2, "")


def _unheard(stream: str, *words: str, cwd: Path) -> tuple[int, str]:
    """The exit code where nobody reads that stream, and what the other one says."""
    here, there = os.pipe()
    os.close(here)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: there}
    done = subprocess.run([sys.executable, "-m", "mlreview_jupyter", *words], cwd=cwd, check=False, text=True, timeout=60, **streams)  # type: ignore[call-overload]
    os.close(there)
    return done.returncode, (done.stdout or "") + (done.stderr or "")


def _until(there: Callable[[], T], seconds: float = 20) -> T:
    end = time.monotonic() + seconds
    while not (found := there()):
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.02)
    return found


def _status(process: int) -> list[str]:
    """What /proc says behind the name: the state, the parent …; nothing where there is no such process."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _lives(process: int) -> bool:
    return _status(process)[:1] not in ([], ["Z"], ["X"])


def _children(parent: int) -> list[int]:
    numbers = (int(name) for name in os.listdir("/proc") if name.isdigit())
    return [number for number in numbers if _status(number)[1:2] == [str(parent)] and _lives(number)]
