"""Accuracy on labelled sets, by the scorers that lie beside them.

A folder of sets holds `leakage/micro`, `leakage/real` and `state/saved`, each with labels, and the scorers' scripts above them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from . import lines

# The set's name in kinds.toml, the programs, and the scorer with its labels; FINDINGS stands for our lines.
SETS = (
    ("leakage", "leakage/micro", ("leakage/score.py", "leakage/micro/labels.toml", "FINDINGS")),
    ("leakage", "leakage/real/files", ("leakage/score_real.py", "leakage/real/labels.csv", "FINDINGS")),
    ("state", "state/saved", ("state/score.py", "saved", "state/saved", "FINDINGS")),
)


def main(folder: str) -> None:
    """Review every set that is there and let its scorer speak."""
    for name, programs, scorer in SETS:
        path = os.path.join(folder, programs)
        if not os.path.isdir(path):
            print(f"{programs}: not there")
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines.lines(name, [path]))
        words = [file.name if word == "FINDINGS" else os.path.join(folder, word) if "/" in word else word for word in scorer]
        print(f"\n{programs}", flush=True)
        subprocess.run([sys.executable, *words], check=False)
        os.unlink(file.name)
