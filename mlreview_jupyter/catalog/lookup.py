"""What a qualified name or a method means, from the compiled tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..model.ops import Learns, Op
from .compiled import ALIASES, CHECKLIST, CONVENTIONS, LIBRARIES, METHODS, NAMES, SHAPES, WORK


class Call(NamedTuple):
    """What one call means: its operator, where its arguments stand, and what comes out."""

    op: Op
    learns: Learns
    roles: Mapping[str, tuple[int | str, ...]]
    gives: str
    then: str
    random: str
    shuffled: bool
    protocol: str
    holds: tuple[int | str, ...]
    clones: bool


class Item(NamedTuple):
    """One item of the checklist."""

    id: str
    by: tuple[str, ...]
    stage: str
    risk: str
    blocker: bool
    serious: bool
    when: str
    ask: str

    @property
    def area(self) -> str:
        """The chapter it stands in."""
        return self.id.partition(".")[0]


_calls: dict[int, Call] = {}
_short: dict[tuple[str, str], int] = {}


def _call(number: int) -> Call:
    call = _calls.get(number)
    if call is None:
        op, learns, roles, gives, then, random, shuffled, protocol, holds, clones = SHAPES[number]
        call = _calls[number] = Call(Op(op), Learns(learns), dict(roles), gives, then, random, shuffled, protocol, holds, clones)
    return call


def _tail(name: str) -> str:
    """The last part of a name, with its class where it is a method of one."""
    parts = name.rsplit(".", 2)
    return ".".join(parts[-2:]) if len(parts) > 2 and parts[-2][:1].isupper() else parts[-1]


def by_name(name: str) -> Call | None:
    """What calling this qualified name means. A library's inner and former modules are looked through."""
    number = NAMES.get(name)
    if number is None:
        module, _, last = name.rpartition(".")
        if name in ALIASES:
            return by_name(ALIASES[name])
        above, below = module, last
        while above:
            if above in ALIASES:
                return by_name(f"{ALIASES[above]}.{below}")
            above, _, nearer = above.rpartition(".")
            below = f"{nearer}.{below}"
        if not _short:
            _short.update(
                {
                    (known.partition(".")[0], _tail(known)): found
                    for known, found in NAMES.items()
                    if known.startswith(("sklearn.", "imblearn."))
                }
            )
        number = _short.get((name.partition(".")[0], _tail(name)))
    return None if number is None else _call(number)


def by_method(protocol: str, method: str) -> Call | None:
    """What a method means in a protocol; `*` stands for every other one."""
    table = METHODS.get(protocol)
    if table is None:
        return None
    number = table.get(method)
    if number is None:
        number = table.get("*")
    return None if number is None else _call(number)


def library(name: str) -> Op:
    """What an undescribed name of this library does, as far as the library as a whole tells."""
    return Op(LIBRARIES.get(name.partition(".")[0], Op.UNKNOWN))


def members(module: str) -> list[str]:
    """The described names of a module: what a star import brings, as far as it matters."""
    start = module + "."
    return [name[len(start) :] for name in NAMES if name.startswith(start) and "." not in name[len(start) :]]


def convention(name: str) -> str:
    """The module that everybody imports under this name, if there is one."""
    return CONVENTIONS.get(name, "")


def work(name: str) -> str:
    """The kind of work that fitting this stands for: by its library, or by what it learns or gives; empty where that is not told."""
    library_kind = WORK.get(name.partition(".")[0], "")
    call = by_name(name)
    own = WORK.get(call.gives, "") or WORK.get(call.learns.value, "") if call is not None else ""
    return ", ".join(one for one in (library_kind, own) if one)


def checklist() -> tuple[Item, ...]:
    """All items that a review must be able to answer."""
    return tuple(Item(*item) for item in CHECKLIST)
