"""A question to one thing → the same question, worked out once: for the thing that was asked about last, or for each piece of a tree."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
Node = TypeVar("Node", bound=ast.AST)


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


def per_node(question: Callable[[Node], Answer]) -> Callable[[Node], Answer]:
    """Remember the answer for each piece of a tree, as long as the tree is there. Nobody changes the tree, nor the answer."""
    known: WeakKeyDictionary[Node, Answer] = WeakKeyDictionary()

    @wraps(question)
    def asked(node: Node) -> Answer:
        answer = known.get(node)
        if answer is None:
            answer = known[node] = question(node)
        return answer

    return asked
