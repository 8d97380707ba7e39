"""`python -m tests.bench big [KIND…]`: time and peak memory of large notebooks in a child process each, and how both grow.

Each kind is a way of writing many cells; the doubling ratio is the cost of twice as many cells over that of once as many.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

CELLS = 10_000
SECONDS, MEGABYTES, RATIO = 10.0, 400.0, 2.3
START = (
    "import numpy as np\nimport pandas as pd\nfrom sklearn.linear_model import LogisticRegression\n"
    "from sklearn.metrics import accuracy_score\nfrom sklearn.model_selection import train_test_split\n"
    "from sklearn.preprocessing import StandardScaler\ndf = pd.read_csv('data.csv')\nX = df.drop(columns='y')\ny = df['y']"
)
# They stand at the end, so that a review which gives up on the way is seen to, and rest on what the cells before have changed.
LEAK = [
    f"{name} = StandardScaler().fit_transform({data})\nX_train, X_test, y_train, y_test = train_test_split({name}, y, random_state=0)\n"
    "final = LogisticRegression().fit(X_train, y_train)\nprint(final.score(X_test, y_test))"
    for name, data in (("last_x", "X"), ("last_df", "df"))
]


def tiny(n: int) -> Iterator[str]:
    """A number and a list."""
    return (f"a{i} = a{i - 1} + {i}\nb{i} = [q for q in range({i})]" if i else "a0 = 0" for i in range(n))


def functions(n: int) -> Iterator[str]:
    """A function, and a call of it with data."""
    return (
        f"def clean{i}(frame, column='c{i}'):\n    frame[column] = frame[column].fillna({i})\n    return frame\ndf = clean{i}(df)"
        for i in range(n)
    )


def uncalled(n: int) -> Iterator[str]:
    """A function that nothing calls."""
    return (f"def train{i}(frame):\n    part = frame.sample(frac=0.{i % 9 + 1})\n    return part.mean()" for i in range(n))


def helper(n: int) -> Iterator[str]:
    """One helper that calls another, called by every cell."""
    yield "def inner(x):\n    return x * 2\ndef outer(x, y):\n    return inner(x) + inner(y)"
    yield from (f"v{i} = outer(df['a'], {i})" for i in range(n))


def models(n: int) -> Iterator[str]:
    """A split, a fit and a score in every cell."""
    return (
        f"A, B, p, q = train_test_split(X, y, random_state={i})\nmodel = LogisticRegression().fit(A, p)\nprint(accuracy_score(q, model.predict(B)))"
        for i in range(n)
    )


def leaks(n: int) -> Iterator[str]:
    """A leak of its own in every cell."""
    return (
        f"s{i} = StandardScaler().fit_transform(X)\nA, B, p, q = train_test_split(s{i}, y, random_state={i})\nprint(LogisticRegression().fit(A, p).score(B, q))"
        for i in range(n)
    )


def chain(n: int) -> Iterator[str]:
    """One frame, changed by every cell and bound anew."""
    return (f"df = df[df['c{i % 50}'] > {i}].copy()\ndf['d{i % 50}'] = df['c{i % 50}'] / {i + 1}" for i in range(n))


def filled(n: int) -> Iterator[str]:
    """A frame that every cell fills with a statistic of its own."""
    return (f"df['c{i}'] = df['c{i}'].fillna(df['c{i}'].mean())" for i in range(n))


def scaled(n: int) -> Iterator[str]:
    """The same features, scaled over and over."""
    return ("X = StandardScaler().fit_transform(X)" for _ in range(n))


def grown(n: int) -> Iterator[str]:
    """Lists and dicts to which every cell adds."""
    yield "results, table, frames = [], {}, []"
    yield from (f"results.append({i})\ntable['k{i}'] = {i}\nframes.append(df)" for i in range(n))


def stacked(n: int) -> Iterator[str]:
    """Rows put below rows, cell by cell."""
    return (f"more = pd.read_csv('part{i}.csv')\ndf = pd.concat([df, more])" for i in range(n))


def branches(n: int) -> Iterator[str]:
    """A branch and a loop in every cell."""
    return (
        f"if flag_{i % 7}:\n    z = X * {i}\nelse:\n    z = X\nfor k in range(3):\n    z = z + k\ntry:\n    w = z.mean()\nexcept ValueError:\n    w = {i}"
        for i in range(n)
    )


def classes(n: int) -> Iterator[str]:
    """A class with a method, an object of it and a call."""
    return (
        f"class Step{i}:\n    def __init__(self, k):\n        self.k = k\n    def run(self, frame):\n        return frame * self.k\nX = Step{i}({i}).run(X)"
        for i in range(n)
    )


def missing(n: int) -> Iterator[str]:
    """Names that nothing has defined."""
    return (f"print(nowhere_{i}, below_{i})\nbelow_{i - 1} = {i}" for i in range(n))


def draws(n: int) -> Iterator[str]:
    """Random numbers in every cell."""
    return (f"order = np.random.permutation(len(df))\nd{i} = df.iloc[order[:{i + 1}]]" for i in range(n))


def magics(n: int) -> Iterator[str]:
    """IPython's own syntax."""
    return (f"%matplotlib inline\n!echo {i}\nfiles{i} = !ls\n?print" for i in range(n))


def broken(n: int) -> Iterator[str]:
    """Cells that are not Python."""
    return (f"x{i} = (1, 2\nprint 'a" for i in range(n))


KINDS: dict[str, Callable[[int], Iterator[str]]] = {
    one.__name__: one
    for one in (
        tiny, functions, uncalled, helper, models, leaks, chain, filled, scaled, grown, stacked, branches, classes, missing, draws, magics, broken
    )
}  # fmt: skip


def notebook(sources: Iterable[str], text: str = "") -> dict[str, Any]:
    """A notebook of these cells between the loading and the leak; with a text, each has it as an output."""
    outputs = [{"output_type": "stream", "name": "stdout", "text": [text]}] if text else []
    cells = [
        {"cell_type": "code", "id": f"c{at}", "metadata": {}, "source": source, "outputs": outputs, "execution_count": at + 1}
        for at, source in enumerate([START, *sources, *LEAK])
    ]
    return {"cells": cells, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}


def shapes() -> dict[str, Callable[[int], dict[str, Any]]]:
    """Every kind, and those that are no matter of cells alone."""
    made: dict[str, Callable[[int], dict[str, Any]]] = {name: (lambda n, kind=kind: notebook(kind(n))) for name, kind in KINDS.items()}
    made["outputs"] = lambda n: notebook(tiny(n), "0.123456 a line of output\n" * 20)
    made["one cell"] = lambda n: notebook(["\n".join(f"v{i} = v{max(0, i - 1)}" for i in range(6 * n))])
    made["one long script"] = lambda n: notebook(["\n".join(models(n // 2))])
    return made


def measured(path: str) -> tuple[float, float, bool]:
    """Seconds and megabytes of a child process that reviews a file, and whether it found the leak."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([sys.executable, "-m", "mlreview_jupyter", path, "--format", "json"], stdout=out, stderr=subprocess.PIPE)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        told = out.read()
    assert child.stderr is not None
    trouble = child.stderr.read().decode("utf-8", "replace")
    child.stderr.close()
    if trouble:
        print(trouble[-2000:])
    review = json.loads(told) if told.strip() else {}
    sources = [one["source"] for one in review.get("findings", ()) if one["rule"] == "learned-before-split"]
    found = all(any(source.startswith(line.partition("(")[0]) for source in sources) for line in LEAK)
    return usage.ru_utime + usage.ru_stime if seconds else 0.0, usage.ru_maxrss / 1024, found


def main(words: list[str]) -> None:
    """Print a line a kind; the exit code says whether all keep the bounds."""
    failed = []
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{CELLS:,} cells: at most {SECONDS:g} s and {MEGABYTES:g} MB; twice the cells, at most {RATIO:g} times the cost")
    for name, shape in shapes().items():
        if words and name not in words:
            continue
        row = []
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "big.ipynb")
            for size in (CELLS // 4, CELLS // 2, CELLS):
                with open(path, "w", encoding="utf-8") as file:
                    json.dump(shape(size), file)
                row.append(measured(path))
        ratios = [(big[0] / small[0], big[1] / small[1]) for small, big in pairwise(row)]
        seconds, megabytes, _ = row[-1]
        bad = [
            *([f"{seconds:.1f} s"] if seconds > SECONDS else []),
            *([f"{megabytes:.0f} MB"] if megabytes > MEGABYTES else []),
            *([f"time x {ratios[-1][0]:.1f}"] if ratios[-1][0] > RATIO else []),
            *([f"memory x {ratios[-1][1]:.1f}"] if ratios[-1][1] > RATIO else []),
            *(["the leak at the end is lost"] if not row[-1][2] else []),
        ]
        failed += [name] if bad else []
        growth = "  ".join(f"x {seconds:.2f} / {memory:.2f}" for seconds, memory in ratios)
        print(
            f"{'FAIL' if bad else 'ok  '} {name:16} {seconds:6.2f} s {megabytes:5.0f} MB   {growth}   {'; '.join(bad)}".rstrip(), flush=True
        )
    print(f"{len(failed)} failed (this process itself: {base:.0f} MB)" if failed else "all keep the bounds")
    raise SystemExit(bool(failed))
