"""Programs in, how each of them ends and what it prints out; every one in a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

# Heavy imports are made once; each program then runs in a copy of that process.
_RUNNER = """
import json, os, sys, tempfile, traceback, warnings
import imblearn.over_sampling, imblearn.pipeline, numpy, pandas, sklearn.ensemble, sklearn.linear_model, sklearn.model_selection, sklearn.svm
import sklearn.neural_network, sklearn.feature_selection, sklearn.decomposition, sklearn.feature_extraction.text, sklearn.pipeline, sklearn.impute

warnings.simplefilter("ignore")
ends = []
for text in json.load(sys.stdin):
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()
        if not child:
            os.chdir(folder)
            with open("out", "w") as sys.stdout:
                try:
                    exec(compile(text, "program", "exec"), {"__name__": "__main__"})
                    fault = ""
                except BaseException as error:
                    fault = f"{type(error).__name__}: {error}"
            with open("fault", "w") as file:
                file.write(fault)
            os._exit(0)
        os.waitpid(child, 0)
        told = [open(os.path.join(folder, name)).read() if os.path.exists(os.path.join(folder, name)) else "died" for name in ("fault", "out")]
        ends.append(told)
json.dump(ends, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """How a program ended: the error it stopped with, empty without one, and what it printed."""

    fault: str
    printed: str


def run_all(texts: Sequence[str]) -> list[Run]:
    """Run these programs."""
    done = subprocess.run(
        [sys.executable, "-c", _RUNNER], input=json.dumps(texts), capture_output=True, text=True, timeout=60 + 20 * len(texts), check=True
    )
    return [Run(*one) for one in json.loads(done.stdout)]
