"""Where the randomness of a call comes from, and whether it is fixed."""

from __future__ import annotations

from ..catalog.lookup import Call
from ..model.facts import Draw, Kind, Value
from .arguments import Arguments
from .machine import Machine


def draw_of(m: Machine, call: Call, args: Arguments) -> Draw:
    """Seeded by an argument, by the global generator before it, or not at all."""
    if not call.random:
        return Draw.NONE
    shuffle = args.constant(call.roles.get("shuffle", ("shuffle",)))
    if shuffle is False or (shuffle is ... and not call.shuffled and args.get(("shuffle",)) is None):
        return Draw.NONE
    seed = args.get(call.roles.get("seed", ("random_state", "seed")))
    if seed is not None and not (seed.kind is Kind.CONSTANT and seed.symbol is None):
        if seed.kind is Kind.TOOL and isinstance(seed.symbol, Draw):
            return seed.symbol
        return Draw.SEEDED
    if call.random == "own":
        return Draw.UNSEEDED
    if args.loose is not None and seed is None:
        return Draw.UNKNOWN
    return m.seeds.get(call.random, Draw.UNSEEDED)


def generator_draw(m: Machine, call: Call, owner: Value | None, args: Arguments) -> Draw:
    """The same for a method of a generator."""
    if owner is not None and owner.kind is Kind.TOOL:
        return owner.symbol if isinstance(owner.symbol, Draw) else Draw.UNKNOWN
    return draw_of(m, call, args)
