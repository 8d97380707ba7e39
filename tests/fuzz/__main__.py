"""`python -m tests.fuzz [--runs 1000000] [--seed 0] [--jobs 2] [--keep FOLDER]`: executions without a crash, counted.

Each number is one input, always the same. Every twentieth is reported in all formats, too. What goes wrong is made small and
written into the folder; the exit code is 1 then.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, case
from .oracle import Oracle
from .smaller import smaller

KEPT = Path(__file__).with_name("kept")
REPORTED = 20  # one of so many goes through every report
CHUNK = 500


def play(numbers: range) -> tuple[Counter[str], list[tuple[int, str]]]:
    """How many of each make were run, and what went wrong."""
    global _oracle
    _oracle = _oracle or Oracle()
    makes: Counter[str] = Counter()
    wrong = []
    for number in numbers:
        one = case(number)
        makes[one.make] += 1
        said = _oracle.judge(one, number % REPORTED == 0)
        if said:
            wrong.append((number, said))
    return makes, wrong


_oracle: Oracle | None = None


def keep(number: int, said: str, folder: Path) -> str:
    """Write the smallest input that shows the same fault; give back its name."""
    oracle = Oracle()
    head = said.split("\n", 1)[0]
    whole = case(number)
    small = smaller(whole, lambda one: oracle.judge(one, True).split("\n", 1)[0] == head)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{number}{Path(small.name).suffix}"
    path.write_bytes(small.data)
    return path.name


def chunks(first: int, runs: int) -> Iterator[range]:
    """The numbers, in stretches."""
    for start in range(first, first + runs, CHUNK):
        yield range(start, min(start + CHUNK, first + runs))


def main() -> int:
    """Play, count and say."""
    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0, help="the first number")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--minutes", type=float, default=0, help="stop after so long")
    parser.add_argument("--keep", type=Path, default=KEPT)
    options = parser.parse_args()
    makes: Counter[str] = Counter()
    faults: dict[str, tuple[int, str]] = {}
    began = said = time.monotonic()
    with multiprocessing.Pool(options.jobs) as pool:
        for ran, wrong in pool.imap_unordered(play, chunks(options.seed, options.runs)):
            makes += ran
            for number, what in wrong:
                head = what.split("\n", 1)[0]
                if head not in faults:
                    faults[head] = (number, what)
                    print(f"number {number}: {what}", flush=True)
            now = time.monotonic()
            if now - said > 60:
                print(f"  {makes.total():,} executions, {makes.total() / (now - began):,.0f} a second, {len(faults)} faults", flush=True)
                said = now
            if options.minutes and now - began > 60 * options.minutes:
                pool.terminate()
                break
    seconds = time.monotonic() - began
    made = ", ".join(f"{count:,} {make}" for make, count in makes.most_common())
    print(f"{makes.total():,} executions in {seconds:,.0f} s ({made}); {len(faults)} kinds of fault")
    for head, (number, what) in faults.items():
        print(f"  {head}: kept as {keep(number, what, options.keep)}")
    return 1 if faults else 0


__all__ = ["Case", "play"]

if __name__ == "__main__":
    raise SystemExit(main())
