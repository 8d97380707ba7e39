"""A secret that stands in a program or in what it printed."""

from __future__ import annotations

from dataclasses import dataclass

from .program import Place


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Secret:
    """One occurrence. `value` is for comparing and for hiding, never for showing; `shown` is what people may see of it.

    `note` says where it stands, in words. `sure` is false where only its look speaks for it. `parts` are the pieces of the
    value as the file spells them, where they are not the value itself: two strings that are added, escapes in between.
    """

    kind: str
    place: Place
    value: str
    shown: str
    note: str = ""
    sure: bool = True
    parts: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """All that must be hidden of it."""
        return (self.value, *self.parts)
