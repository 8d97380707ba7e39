"""`python -m tests.bench mends PATH…`: of the programs with a leak, how many get a fix, and what running them before and after shows."""

from __future__ import annotations

from pathlib import Path

from ..fix.leaks import RULES, Fixed, fixed
from ..fix.runs import Run, run_all


def main(words: list[str]) -> None:
    """Print a line for each program with a finding, and the sums."""
    paths = sorted(path for word in words for path in (Path(word).glob("*.py") if Path(word).is_dir() else [Path(word)]))
    if not paths:
        raise SystemExit("usage: python -m tests.bench mends PATH…")
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    done = {path: fixed(text) for path, text in texts.items()}
    leaky = {path: one for path, one in done.items() if one.found}
    mended = [path for path, one in leaky.items() if one.made]
    before, after = run_all([texts[path] for path in mended]), run_all([done[path].text for path in mended])
    ends = dict(zip(mended, zip(before, after, strict=True), strict=True))
    for path, one in leaky.items():
        print(f"{path.name}: {one.found} found, {_told(one, ends.get(path))}")
    ran = [path for path in mended if not ends[path][0].fault]
    print(
        f"{len(leaky)} of {len(paths)} programs with findings of {', '.join(RULES)}: {len(mended)} fixed, "
        f"{sum(1 for path in mended if not done[path].left)} of these clean; of {len(ran)} that ran before, "
        f"{sum(1 for path in ran if not ends[path][1].fault)} run after it"
    )


def _told(one: Fixed, ends: tuple[Run, Run] | None) -> str:
    if ends is None:
        return "no fix"
    shown = [run.fault or (run.printed.strip().split("\n")[-1][:40] if run.printed.strip() else "nothing printed") for run in ends]
    return f"{one.made} fixed, {one.left} left: {shown[0]!r} → {shown[1]!r}"
