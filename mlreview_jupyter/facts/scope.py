"""Scopes: where names live."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.facts import Value


class Scope:
    """Names and their values. `kind` is module, function, class or comprehension."""

    __slots__ = ("kind", "known", "locals", "names", "outer", "parent")

    def __init__(
        self, kind: str, parent: Scope | None = None, local: frozenset[str] = frozenset(), outer: frozenset[str] = frozenset()
    ) -> None:
        self.kind, self.parent, self.locals, self.outer = kind, parent, local, outer
        self.names: dict[str, Value] = {}

    def chain(self) -> Iterator[Scope]:
        """This scope and those around it."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent
