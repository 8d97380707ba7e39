"""Small repositories of several files, and what a review of them finds."""

from __future__ import annotations

import textwrap
from pathlib import Path

from mlreview_jupyter.model.review import Reported, Review
from mlreview_jupyter.read import find
from mlreview_jupyter.review import review

from ..programs import save

LEAK = "learned-before-split"
PREPARE = """
import pandas as pd
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("raw.csv")
num = ["a", "b"]
df[num] = StandardScaler().fit_transform(df[num])
df.to_csv("clean.csv", index=False)
"""
TRAIN = """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv("clean.csv")
X, y = df[["a", "b"]], df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0, stratify=y)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
"""


def write(folder: Path, **files: str) -> None:
    """Files by their names, `__` for a folder; a name that ends in `_nb` is a notebook, its cells parted by `# %%`."""
    for name, code in files.items():
        code = textwrap.dedent(code).strip("\n")
        notebook = name.endswith("_nb")
        path = folder / (name.removesuffix("_nb").replace("__", "/") + (".ipynb" if notebook else ".py"))
        path.parent.mkdir(parents=True, exist_ok=True)
        if notebook:
            save(path, *[cell.strip("\n") for cell in code.split("# %%")])
        else:
            path.write_text(code + "\n", encoding="utf-8")


def reviewed(*paths: str) -> Review:
    """The review of everything below these paths."""
    files, missing = find(paths or (".",))
    assert not missing
    return review(files)


def leaks(*paths: str, rule: str = LEAK) -> list[Reported]:
    """What one rule finds there."""
    return [one for one in reviewed(*paths).findings if one.rule == rule]


def told(finding: Reported) -> list[tuple[str, str, int]]:
    """Its path: role, file, line."""
    return [(step.role, step.spot.file, step.spot.line) for step in finding.related]
