"""`python -m tests.oracle [--programs 2000] [--seed 0] [--jobs 2] [--keep FOLDER]`: does the reviewer agree with what happens?

Each number is one program, always the same. With `--remember FILE` what happened in them is kept, and the next time only the
reviewer is asked again.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import time
from dataclasses import asdict
from pathlib import Path

from .compare import Happened, compared, happened, show
from .programs import program
from .truth import Truth

CHUNK = 25


def play(numbers: list[int]) -> list[Happened]:
    """Run these programs."""
    from .watch import watching

    with watching() as watch:
        return [happened(watch, number) for number in numbers]


def main() -> int:
    """Play, count and say."""
    parser = argparse.ArgumentParser("python -m tests.oracle", description=__doc__.split("\n")[0])
    parser.add_argument("--programs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0, help="the first number")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="disagreements are written into this folder")
    parser.add_argument("--remember", type=Path, help="a file of what happened")
    parser.add_argument("--quiet", action="store_true", help="the figures alone, no programs")
    options = parser.parse_args()
    began = time.monotonic()
    known = _known(options.remember)
    numbers = list(range(options.seed, options.seed + options.programs))
    done = {number: _again(known[text], number) for number in numbers if (text := program(number).text) in known}
    left = [number for number in numbers if number not in done]
    chunks = [left[at : at + CHUNK] for at in range(0, len(left), CHUNK)]
    with multiprocessing.Pool(options.jobs) as pool:
        for part in pool.imap(play, chunks):
            done.update((one.made.number, one) for one in part)
    if options.remember:
        known |= {one.made.text: [asdict(one.truth) if one.truth else None, one.fault] for one in done.values()}
        options.remember.write_text(json.dumps(known), encoding="utf-8")
    ran = time.monotonic() - began
    wrong = show([compared(done[number]) for number in numbers], options.quiet)
    print(f"{ran:.0f} s to run, {time.monotonic() - began - ran:.0f} s to review")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for one in wrong:
            (options.keep / f"{one.happened.made.number}.py").write_text(one.happened.made.text, encoding="utf-8")
    return 1 if wrong else 0


def _known(path: Path | None) -> dict[str, list[object]]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path and path.exists() else {}


def _again(told: list[object], number: int) -> Happened:
    values, fault = told
    return Happened(program(number), Truth(**values) if isinstance(values, dict) else None, str(fault))


if __name__ == "__main__":
    raise SystemExit(main())
