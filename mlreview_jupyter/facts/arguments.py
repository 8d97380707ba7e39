"""The arguments of one call, found by the places where the catalog says that a role may stand."""

from __future__ import annotations

from ..model.facts import Kind, Value


class Arguments:
    """Values by position and keyword; `loose` stands for what `*args` of unknown length may hold."""

    __slots__ = ("keywords", "loose", "positional")

    def __init__(self, positional: list[Value], keywords: dict[str, Value], loose: Value | None = None) -> None:
        self.positional, self.keywords, self.loose = positional, keywords, loose

    def get(self, at: tuple[int | str, ...]) -> Value | None:
        """The argument of a role."""
        for one in at:
            if isinstance(one, int):
                if one < len(self.positional):
                    return self.positional[one]
            elif one == "*":
                return self.positional[0] if self.positional else self.loose
            elif one in self.keywords:
                return self.keywords[one]
        return None

    def all(self, at: tuple[int | str, ...]) -> list[Value]:
        """Every argument of a role that may stand in several places."""
        if "*" in at:
            return list(self.positional) + ([self.loose] if self.loose is not None else [])
        found = [self.positional[one] for one in at if isinstance(one, int) and one < len(self.positional)]
        return found + [self.keywords[one] for one in at if isinstance(one, str) and one in self.keywords]

    def every(self) -> list[Value]:
        """All arguments."""
        return [*self.positional, *self.keywords.values(), *([self.loose] if self.loose is not None else [])]

    def before(self, first: Value) -> Arguments:
        """The same with one more in front: `self`."""
        return Arguments([first, *self.positional], self.keywords, self.loose)

    def constant(self, at: tuple[int | str, ...]) -> object:
        """The constant that a role holds; `...` where it is missing or unknown."""
        value = self.get(at)
        return (
            value.symbol
            if value is not None and value.kind is Kind.CONSTANT and isinstance(value.symbol, bool | int | float | str | None)
            else ...
        )

    def down_the_rows(self, at: tuple[int | str, ...] = ("axis",)) -> bool:
        """Does the call go down the rows, as far as its axis is known? Along columns, or within an image, no row meets another."""
        axis = self.constant(at)
        return not (axis == "columns" or (isinstance(axis, int) and not isinstance(axis, bool) and axis != 0))
