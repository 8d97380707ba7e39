"""A question to one thing → the same question, worked out once for the thing that was asked about last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class _Once(Generic[Asked, Answer]):
    """The answer is shared: nobody changes it."""

    def __init__(self, question: Callable[[Asked], Answer]) -> None:
        self.question = question
        self.last: tuple[Asked, Answer] | None = None

    def __call__(self, asked: Asked) -> Answer:
        """The answer, of which the thing is remembered by what it is, not by what it is like."""
        last = self.last
        if last is None or last[0] is not asked:
            last = self.last = (asked, self.question(asked))
        return last[1]


def once(question: Callable[[Asked], Answer]) -> _Once[Asked, Answer]:
    """Remember the last answer."""
    return _Once(question)
