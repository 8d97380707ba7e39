"""What a command line installs, and what holds it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mlreview_jupyter.facts.installs import installs, packages
from mlreview_jupyter.model.ops import Op

from ..programs import facts

LINES: dict[str, dict[str, bool]] = {
    "pip install -q pandas scikit-learn": {"pandas": False, "scikit-learn": False},
    'pip install "numpy>=1.20" torch==2.1.0+cu118': {"numpy": False, "torch": True},
    "pip install x~=1.2.3 y~=1.2 z==1.* w===3": {"x": True, "y": False, "z": True, "w": True},
    "sudo pip3 install a && python3 -m pip install b; /opt/bin/pip install c": {"a": False, "b": False, "c": False},
    "{sys.executable} -m pip install torch==2.1 > log.txt 2>&1": {"torch": True},
    "pip --quiet install -U 'uvicorn[standard]>=0.1; python_version < \"3.9\"'": {"uvicorn": False},
    "pip install --index-url https://x/simple -f https://y/w.html foo": {"foo": False},
    "conda install -c conda-forge -n env -y xgboost numpy=1.26 python=3.10": {"xgboost": False, "numpy": True, "python": True},
    "uv pip install polars": {"polars": False},
    "pip install git+https://github.com/a/b.git git+https://github.com/a/c@main#egg=see": {"b": False, "see": False},
    "pip install git+https://github.com/a/b@v1.2 git+https://github.com/a/c@4f2a9c1d0": {"b": True, "c": True},
    'pip install "bee @ git+https://github.com/a/bee"': {"bee": False},
    "pip install https://github.com/a/b/archive/master.zip https://x.org/foo-1.2.tar.gz": {"b": False, "foo-1.2.tar.gz": True},
    "pip install -r requirements.txt -e . ./local ../other wheels/x.whl .[dev]": {},
    "pip install -c constraints.txt pandas": {},
    "pip install --no-index --find-links=wheels pandas": {},
    "pip install {package} $NAME": {},
    "pip uninstall -y pandas": {},
    "apt-get install -y graphviz": {},
    "echo pip install pandas": {},
    "pip install numpy==1.26  # pandas comes later": {"numpy": True},
    'pip install "unclosed': {"unclosed": False},
}


@pytest.mark.parametrize("line", LINES)
def test_packages_of_a_line(line: str) -> None:
    assert {one.name: one.held for one in packages(line)} == LINES[line]
    assert installs(line) or not LINES[line]


def loose(*cells: str) -> list[tuple[int, list[str]]]:
    found: list[Any] = [(one.place.line, [name.symbol for name in one.roles["loose"].items]) for one in facts(*cells).calls(Op.INSTALL)]
    return found


def test_where_it_stands() -> None:
    assert loose("import os\n!pip install a") == [(2, ["a"])]
    assert loose("%%bash\nset -e\npip install a \\\n  b") == [(3, ["a", "b"])]
    assert loose("%pip install a", "pip install b") == [(1, ["a"]), (1, ["b"])]
    assert loose("get_ipython().run_cell_magic('bash', '', 'pip install a\\n')") == [(1, ["a"])]
    assert loose("import subprocess\nsubprocess.run(['ls'])\nsubprocess.run(" + json.dumps(["pip", "install", "a"]) + ")") == [(3, ["a"])]
