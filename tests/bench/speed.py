"""`python -m tests.bench speed PATH…`: CPU a notebook and its ratio to the floor; cold starts of the command.

The floor is what nobody can do without: read the same file as JSON and parse its cells with `ast`, in the same run.
"""

from __future__ import annotations

import ast
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence

from mlreview_jupyter.read import Found, find
from mlreview_jupyter.review import judge, review
from mlreview_jupyter.rules import find_rules

ROUNDS = 7
COLD = 15


def floor(path: str) -> None:
    """Read and parse, nothing else."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".ipynb"):
        sources = ["".join(cell.get("source", "")) for cell in json.loads(text).get("cells", ()) if cell.get("cell_type") == "code"]
    else:
        sources = [text]
    for source in sources:
        try:
            ast.parse(source)
        except (SyntaxError, ValueError):
            continue


def best(work: Callable[[], object]) -> float:
    """The least CPU time of several rounds: what the work costs when nothing disturbs it."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def notebooks(files: Sequence[Found]) -> None:
    """CPU a file, warm, in one process."""
    rules = find_rules()
    own, base = [], []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for found in files:
            judge(found, rules)  # caches of the process, once
        gc.collect()
        for found in files:
            base.append(best(lambda found=found: floor(found.path)))
            own.append(best(lambda found=found: judge(found, rules)))
        began = time.process_time()
        review(files, rules)
        whole = time.process_time() - began
    ratios = sorted(mine / least for mine, least in zip(own, base, strict=True) if least)
    print(f"{len(files)} files, warm, least CPU of {ROUNDS} rounds")
    print(f"  review of a file   median {1000 * statistics.median(own):6.2f} ms   p95 {1000 * percentile(own, 95):6.2f} ms")
    print(f"  floor of a file    median {1000 * statistics.median(base):6.2f} ms   p95 {1000 * percentile(base, 95):6.2f} ms")
    print(
        f"  ratio to the floor median {statistics.median(ratios):6.2f}      p95 {percentile(ratios, 95):6.2f}      of the sums {sum(own) / sum(base):.2f}"
    )
    print(f"  all in one review  {whole:.2f} s CPU, {1000 * whole / len(files):.2f} ms a file")


def percentile(values: Sequence[float], share: int) -> float:
    """The value below which this share of all lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share / 100 * (len(ordered) - 1)))]


def cold(words: Sequence[str]) -> tuple[float, float]:
    """CPU and wall seconds of a whole process, the median of several."""
    cpu, wall = [], []
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as it is installed
    subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=env)
    for _ in range(COLD):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=env)
        wall.append(time.monotonic() - began)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(cpu), statistics.median(wall)


def starts(files: Sequence[Found]) -> None:
    """Cold starts, beside that of Python itself."""
    command = [os.path.join(os.path.dirname(sys.executable), "nbreview")]
    if not os.path.exists(command[0]):
        command = [sys.executable, "-m", "mlreview_jupyter"]
    ordered = sorted(files, key=lambda found: os.path.getsize(found.path))
    middle = ordered[len(ordered) // 2].path
    rows = (
        ("python -c pass", [sys.executable, "-c", "pass"]),
        ("nbreview --help", [*command, "--help"]),
        (f"nbreview (median size, {os.path.getsize(middle) // 1024} kB)", [*command, middle]),
    )
    print(f"cold, whole process, median of {COLD}")
    for label, words in rows:
        cpu, wall = cold(words)
        print(f"  {label:36} {1000 * cpu:6.0f} ms CPU  {1000 * wall:6.0f} ms wall")


def main(paths: list[str]) -> None:
    """Print all of it."""
    default = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "..", "mlreview_jupyter", "demo")
    files, missing = find(paths or [default])
    if missing or not files:
        raise SystemExit(f"no notebooks in {paths}")
    notebooks(files)
    starts(files)
