"""`python -m tests.bench lines SET PATH…`: one JSON line a finding, for the scorer of a labelled set."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mlreview_jupyter.model.review import Reported
from mlreview_jupyter.read import find
from mlreview_jupyter.review import review

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

KINDS = Path(__file__).with_name("kinds.toml")


def lines(name: str, paths: list[str]) -> Iterator[dict[str, Any]]:
    """The findings below these paths that are of a kind the set knows."""
    table = tomllib.loads(KINDS.read_text(encoding="utf-8")).get(name)
    if table is None:
        raise SystemExit(f"no set is called {name}; known are {', '.join(tomllib.loads(KINDS.read_text(encoding='utf-8')))}")
    for path in paths:
        files, missing = find([path])
        if missing:
            raise SystemExit(f"no such file or directory: {path}")
        base = path if os.path.isdir(path) else os.path.dirname(path)
        for finding in review(files).findings:
            kind = _kind(table, finding)
            if kind:
                yield {
                    "file": os.path.relpath(finding.file, base or "."),
                    "kind": kind,
                    "cell": finding.cell,
                    "line": finding.line,
                    "certainty": "certain" if finding.certainty == "proven" else finding.certainty,
                    "severity": finding.severity,
                    "rule": finding.rule,
                }


def _kind(table: list[dict[str, Any]], finding: Reported) -> str:
    evidence = {proof.name: proof.value for proof in finding.evidence}
    for row in table:
        if row["rule"] == finding.rule and all(evidence.get(name) == value for name, value in row.get("when", {}).items()):
            return str(row["kind"])
    return ""


def main(words: list[str]) -> None:
    """Print them."""
    if len(words) < 2:
        raise SystemExit("usage: python -m tests.bench lines SET PATH…")
    for line in lines(words[0], words[1:]):
        print(json.dumps(line))
