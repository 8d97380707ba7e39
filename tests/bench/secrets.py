"""`python -m tests.bench secrets FOLDER…`: recall and precision on drawn secrets and decoys, for each form in which they were written.

A folder holds `labels.json` (`lines`, and for each of them `lab`: is it a secret, its kind, its value) and files in which line k of
a text, or entry k of a traceback, is line k of those. `python -m tests.bench secrets --clean PATH…` reviews what holds none.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mlreview_jupyter.facts import build
from mlreview_jupyter.model.finding import Finding
from mlreview_jupyter.read import Unreadable, find, read
from mlreview_jupyter.rules import rule_named

RULE = "secret-exposed"


def findings(path: str) -> tuple[Finding, ...]:
    """What the rule finds in a file."""
    rule = rule_named(RULE)
    assert rule is not None
    return rule.ask(build(read(path)))


def _lines(found: tuple[Finding, ...]) -> Iterator[int]:
    for place in (place for one in found for place in (one.place, *(step.place for step in one.related))):
        if "/traceback/" in place.part:
            yield int(place.part.rpartition("/")[2])
        else:
            yield from range(place.line - 1, place.end_line)


def forms(folders: list[str]) -> None:
    """Print a line a form, and what was missed or taken for a secret."""
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    told: Counter[tuple[str, str]] = Counter()
    for folder in map(Path, folders):
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        for path in sorted(path for path in folder.iterdir() if path.suffix in (".py", ".ipynb")):
            lines = set(_lines(findings(str(path))))
            for number, (line, (secret, kind, _)) in enumerate(zip(labels["lines"], labels["lab"], strict=True)):
                asked[path.name] += secret
                hits[path.name] += secret and number in lines
                wrong[path.name] += not secret and number in lines
                if secret != (number in lines):
                    told["missed" if secret else "false", kind if secret else line[:100]] += 1
    print(f"{'form':20} recall  precision")
    for name in asked:
        print(f"{name:20} {hits[name] / max(asked[name], 1):6.3f}  {hits[name] / max(hits[name] + wrong[name], 1):6.3f}")
    for (how, what), times in told.most_common():
        print(f"{how:7} {times:4} {what}")


def clean(paths: list[str]) -> None:
    """Print what is found where nothing should be."""
    files, _ = find(paths)
    alarms = reviewed = 0
    for file in files:
        try:
            found = findings(file.path)
        except Unreadable:
            continue
        reviewed += 1
        alarms += bool(found)
        for one in found:
            print(f"{file.shown}:{one.place.words()} {one.title} {one.evidence[1].value}")
    print(f"{alarms} of {reviewed} files with an alarm")


def main(words: list[str]) -> None:
    """Measure."""
    if words[:1] == ["--clean"] and len(words) > 1:
        clean(words[1:])
    elif words:
        forms(words)
    else:
        raise SystemExit("usage: python -m tests.bench secrets FOLDER… | --clean PATH…")
