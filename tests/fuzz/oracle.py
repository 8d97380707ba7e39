"""One input → nothing, or what is wrong: an exception, an answer that is no text, a run that takes too long."""

from __future__ import annotations

import importlib
import json
import pkgutil
import signal
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from mlreview_jupyter import report
from mlreview_jupyter import review as sentence
from mlreview_jupyter.decide import Around
from mlreview_jupyter.model.examined import Examined
from mlreview_jupyter.model.review import Review
from mlreview_jupyter.read import Found, Project
from mlreview_jupyter.rules import find_rules

from .cases import Case

SECONDS = 2.0  # CPU of one run
HANGS = 30.0  # seconds after which a run is cut off
NOWHERE = "/nonexistent/"


class Hangs(Exception):
    """A run took so long that it was cut off."""


class Oracle:
    """Runs inputs through all that a review does; `reports` tells which of them are reported, too."""

    def __init__(self) -> None:
        sentence.DEBUG = True
        self.rules = find_rules()
        self.project = Project(None)
        self.renderers = renderers()
        warnings.simplefilter("error")  # nothing may reach the reader's terminal

    def judge(self, case: Case, reports: bool) -> str:
        """What is wrong, in words whose first line stays the same for the same fault; empty where nothing is."""
        began = time.process_time()
        try:
            with limit(HANGS):
                examined = sentence.look(Found(NOWHERE + case.name, case.name, True), self.rules, self.project, data=case.data)
                if reports:
                    self._report(examined)
                else:
                    _sound(examined)
        except Exception as error:
            return fault(error)
        seconds = time.process_time() - began
        return f"slow: more than {SECONDS:g} s of CPU\n{seconds:.1f} s" if seconds > SECONDS else ""

    def _report(self, examined: Examined) -> None:
        review = sentence.conclude([examined], self.rules, Around(tool="fuzz"))
        for name, render in self.renderers.items():
            text = render(review)
            text.encode("utf-8")
            if name in ("json", "sarif", "gitlab"):
                json.loads(text, parse_constant=_no_constant)


def renderers() -> dict[str, Callable[[Review], str]]:
    """Every format, and the terminal's text in several shapes."""
    found: dict[str, Callable[[Review], str]] = {}
    for info in pkgutil.iter_modules(report.__path__):
        render = getattr(importlib.import_module(f"{report.__name__}.{info.name}"), "render", None)
        if render is not None:
            found[info.name] = render
    plain = found["text"]
    found["narrow"] = lambda review: plain(review, width=40, unicode=False, card=True)  # type: ignore[call-arg]
    return found


def _sound(examined: Examined) -> None:
    """What is true of every finding: it has words, and its place is in the line that it quotes."""
    for one in examined.findings:
        assert all((one.title, one.issue, one.fix, one.rule)), one
        assert min(one.line, one.end_line - one.line + 1, one.column + 1) >= 1, one
        assert one.column <= len(one.source) or one.part, one
    for outcome in examined.outcomes:
        assert outcome.outcome != "crashed", outcome


def fault(error: BaseException) -> str:
    """The exception and where it came from, then the whole of it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = next((frame for frame in reversed(frames) if "mlreview_jupyter" in frame.filename), frames[-1] if frames else None)
    where = f"{ours.filename.rpartition('mlreview_jupyter/')[2]}:{ours.name}" if ours is not None else ""
    return f"{type(error).__name__} in {where}\n" + "".join(traceback.format_exception(type(error), error, error.__traceback__)[-12:])


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Cuts off what runs longer, where the system can."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is not JSON")
