"""`python -m tests.bench many [FOLDER]`: a thousand notebooks on two cores, anew and from the cache, and memory as files grow.

The notebooks are those of the folder, over and over, each with a line of its own so that no two are equal.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mlreview_jupyter.read import find

DEMO = Path(__file__).parents[2] / "mlreview_jupyter" / "demo"
COUNTS = (250, 500, 1000)


def copies(source: str, target: Path, count: int) -> int:
    """Write so many notebooks into a folder; give back their bytes."""
    files = [found.path for found in find([source])[0] if found.path.endswith(".ipynb")]
    total = 0
    for number in range(count):
        content = json.loads(Path(files[number % len(files)]).read_text(encoding="utf-8"))
        mark = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": f"copy = {number}"}
        content["cells"].append(mark)
        folder = target / f"part{number % 20}"
        folder.mkdir(parents=True, exist_ok=True)
        total += (folder / f"n{number}.ipynb").write_text(json.dumps(content, indent=1), encoding="utf-8")
    return total


def run(folder: Path, cache: str, *words: str) -> tuple[float, float]:
    """Wall seconds, and the largest memory of any process in MB."""
    command = [sys.executable, "-m", "mlreview_jupyter", str(folder), "--output", f"json:{os.devnull}", *words]
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, *command], env={**os.environ, "MLREVIEW_CACHE_DIR": cache}, capture_output=True, text=True, check=True
    )
    return time.monotonic() - began, int(done.stdout) / 1024


def main(words: list[str]) -> None:
    """Print the figures."""
    source = words[0] if words else str(DEMO)
    print(f"copies of {source}; {os.cpu_count()} cores; Python {sys.version.split()[0]}; page size {resource.getpagesize()}")
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as place:
            size = copies(source, Path(place) / "notebooks", count)
            cache = os.path.join(place, "cache")
            cold, memory = run(Path(place) / "notebooks", cache)
            warm, kept = run(Path(place) / "notebooks", cache)
            print(
                f"  {count:5} notebooks ({size / 1_000_000:6.1f} MB)   anew {cold:6.2f} s {memory:5.0f} MB   from the cache {warm:5.2f} s {kept:5.0f} MB"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
