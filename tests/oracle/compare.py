"""Truth and verdict side by side: one program each, and the figures of many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from .programs import Made, program
from .table import made
from .truth import Truth, truth
from .verdict import verdict
from .watch import Watch

KINDS = ("preprocess", "overlap")
TABLES = 4


@dataclass(frozen=True, slots=True)
class Happened:
    """One program, and what happens in it; without a truth it did not run."""

    made: Made
    truth: Truth | None
    fault: str = ""

    @property
    def known(self) -> dict[str, bool]:
        """The kinds for which rows decide."""
        told = {} if self.truth is None else {kind: getattr(self.truth, kind) for kind in KINDS}
        return {kind: value for kind, value in told.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Compared:
    """What happens in a program, and what is said of it: kind to whether it is certain."""

    happened: Happened
    said: dict[str, bool]

    @property
    def wrong(self) -> list[str]:
        """Where the two disagree: `missed overlap`, `false certain preprocess`, …"""
        found = []
        for kind, leaks in self.happened.known.items():
            if leaks and kind not in self.said:
                found.append(f"missed {kind}")
            elif not leaks and kind in self.said:
                found.append(f"false {'certain' if self.said[kind] else 'possible'} {kind}")
        return found


def happened(watch: Watch, number: int) -> Happened:
    """Run the program of this number.

    Where the reviewer sees a leak that shows no influence on this table, it is looked for on others: a hole to fill may be missing here,
    a column may not be chosen.
    """
    one = program(number)
    code = compile(one.text, f"program {number}", "exec")
    try:
        told = truth(watch, code, made(one.shape, number))
        for other in range(1, TABLES):
            doubted = [kind for kind in verdict(one.text) if getattr(told, kind) is False]
            if doubted:
                again = truth(watch, code, made(one.shape, number + other * 1_000_003))
                told = replace(told, **{kind: True for kind in doubted if getattr(again, kind)})
    except Exception as error:  # a library refuses what chance put together
        return Happened(one, None, f"{type(error).__name__}: {error}"[:160])
    return Happened(one, told)


def compared(one: Happened) -> Compared:
    """Review it."""
    return Compared(one, verdict(one.made.text) if one.known else {})


def agreement(done: list[Compared]) -> float:
    """The share of the programs decided by their rows of which the reviewer says what is true, of every kind."""
    judged = [one for one in done if one.happened.known]
    return 1 - sum(bool(one.wrong) for one in judged) / max(1, len(judged))


def show(done: list[Compared], quiet: bool = False) -> list[Compared]:
    """Print the figures, and each disagreement; these are given back."""
    judged = [one for one in done if one.happened.known]
    wrong = [one for one in judged if one.wrong]
    for one in () if quiet else wrong:
        program = one.happened.made
        print(f"\n===== {program.number}: {', '.join(one.wrong)} | {one.happened.truth} | said {one.said}")
        print(f"----- {', '.join(program.forms)}\n{program.text}")
    ran = [one.happened for one in done if one.happened.truth is not None]
    leaky = sum(any(one.happened.known.values()) for one in judged)
    print(f"{len(done)} programs: {len(ran)} ran, {len(judged)} decided by their rows, {leaky} leaky ({leaky / max(1, len(judged)):.0%})")
    print(f"agreement {agreement(done):.2%} ({len(wrong)} disagree)")
    for kind in KINDS:
        pairs = [(one.happened.known[kind], one.said.get(kind)) for one in judged if kind in one.happened.known]
        table = Counter((leaks, said is not None) for leaks, said in pairs)
        certain = sum(not leaks and bool(said) for leaks, said in pairs)
        print(
            f"  {kind:<11} found {table[True, True]:>4}  missed {table[True, False]:>3}  "
            f"false {table[False, True]:>3} (certain {certain})  clean {table[False, False]:>4}"
        )
    for reason, count in Counter(
        one.happened.fault.split("'")[0][:90].replace("\n", " ") for one in done if one.happened.fault
    ).most_common(12):
        print(f"  did not run: {count} × {reason}")
    reasons = [one.truth.why.partition(":")[0] for one in ran if one.truth and None in (one.truth.preprocess, one.truth.overlap)]
    unknown = Counter(reason or "rows that cannot all be traced" for reason in reasons)
    for reason, count in unknown.most_common():
        print(f"  not decided for one kind: {count} × {reason}")
    return wrong
