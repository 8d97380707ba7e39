"""Numbers in, what is made of each out: over processes, any of which may die, and none of which outlives this one."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType

PATIENCE = 5  # processes in a row that may die before they begin anything
TERMINATED = 128 + signal.SIGTERM  # what a shell says of a command that SIGTERM ended
DIED = "the process that reviewed it died: it took too much memory, or met a fault of Python itself"
NEVER = "it was not looked at: each process that should have reviewed it died before it began"
_ON_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of Linux

Work = Callable[[int], bytes]
Results = list[tuple[int, bytes | str]]  # as text: why there is nothing


class Crew:
    """Up to `jobs` processes that do `work`, the last number first.

    A number whose process died at it comes back with that instead of a result. One whose process died before it began is
    handed to another, until that happens too often in a row. Where the system gives no process at all, the work is done
    in this one.
    """

    def __init__(self, work: Work, jobs: int) -> None:
        # A fork shares what is loaded; where it is not safe or not there, processes start anew.
        self._forks = sys.platform == "linux"
        self._context = get_context("fork" if self._forks else "spawn")
        self._work = work
        self._jobs = jobs
        self._hired: list[BaseProcess] = []
        self._idle: list[Connection] = []
        self._at: dict[Connection, int] = {}  # the number that was handed to each
        self._begun: set[Connection] = set()  # those that said that they are at it
        self._lost = 0  # processes that died with nothing begun since something was

    def results(self, numbers: Sequence[int]) -> Generator[tuple[int, bytes | str], None, None]:
        """Each number with what was made of it, or with why there is nothing, as they come. Closing it ends what runs."""
        waiting = list(numbers)
        settled: Results = []
        try:
            while waiting or self._at or settled:
                settled += self._staff(waiting)  # first, so that nobody is idle while a result is looked at
                yield from settled
                settled = self._hear(waiting) if self._at else []
        finally:
            self._end()

    def _staff(self, waiting: list[int]) -> Results:
        """Give everybody something to do; what could not be given to anybody comes back settled."""
        while waiting and len(self._at) < self._jobs:
            if self._lost > PATIENCE:
                self._lost = PATIENCE  # one more process for the next number
                return [(waiting.pop(), NEVER)]
            line = self._idle.pop() if self._idle else self._hire()
            if line is None:
                self._jobs = len(self._at)  # the system gives no more: those that there are do it all
            elif self._hand(line, waiting[-1]):
                waiting.pop()
        if waiting and not self._at:
            number = waiting.pop()
            return [(number, self._work(number))]
        return []

    def _hire(self) -> Connection | None:
        """The line to a new process; None where the system gives none."""
        try:
            ours, theirs = self._context.Pipe()
        except OSError:
            return None
        inherited = (*self._at, *self._idle, ours) if self._forks else ()
        arguments = (theirs, inherited, self._work, os.getpid())
        process: BaseProcess = self._context.Process(target=_serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        try:
            process.start()
        except OSError:
            ours.close()
            return None
        finally:
            theirs.close()
        self._hired.append(process)
        return ours

    def _hand(self, line: Connection, number: int) -> bool:
        try:
            line.send_bytes(b"%d" % number)
        except OSError:  # it died since it was last heard of
            line.close()
            self._lost += 1
            return False
        self._at[line] = number
        return True

    def _hear(self, waiting: list[int]) -> Results:
        """Wait until somebody says something; what has come to an end."""
        settled: Results = []
        ready = wait(list(self._at))
        for line in [line for line in self._at if line in ready]:
            try:
                told = line.recv_bytes()
            except (EOFError, OSError):
                number = self._at.pop(line)
                line.close()
                if line in self._begun:
                    self._begun.discard(line)
                    settled.append((number, DIED))
                else:
                    waiting.append(number)
                    self._lost += 1
                continue
            if line in self._begun:
                self._begun.discard(line)
                self._idle.append(line)
                settled.append((self._at.pop(line), told))
            else:
                self._begun.add(line)
                self._lost = 0
        return settled

    def _end(self) -> None:
        """Somebody may have had enough: what is running is not waited for."""
        for line in (*self._at, *self._idle):
            line.close()
        for process in self._hired:
            process.terminate()
        for process in self._hired:
            process.join(5)
            if process.is_alive():
                process.kill()


@contextmanager
def ended_by_term() -> Iterator[None]:
    """Within it, SIGTERM ends this program as an exception does, with whatever it started, and with 143 as its exit code.

    A handler that somebody else has put there stays; another thread than the main one changes nothing.
    """
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(TERMINATED)

    signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _serve(line: Connection, inherited: Sequence[Connection], work: Work, parent: int) -> None:
    """A process of the crew: numbers in; a word as soon as one is begun, then what was made of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:  # a line ends only when nobody holds its other end any more
        other.close()
    _end_with(parent)
    gc.set_threshold(100_000, 20, 20)
    while True:
        try:
            number = int(line.recv_bytes())
            line.send_bytes(b"begun")
        except (EOFError, OSError):
            return
        made = work(number)
        try:
            line.send_bytes(made)
        except OSError:
            return


def _end_with(parent: int) -> None:
    """This process ends when its parent does, whatever it is at."""
    if sys.platform == "linux":
        try:
            import ctypes

            set_by = ctypes.CDLL(None).prctl(_ON_DEATH_OF_PARENT, signal.SIGKILL)
        except (ImportError, OSError, AttributeError):
            set_by = -1
        if os.getppid() != parent:  # it was faster
            os._exit(1)
        if set_by == 0:
            return
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    above = parent_process()
    if above is not None:
        wait([above.sentinel])
        os._exit(1)
