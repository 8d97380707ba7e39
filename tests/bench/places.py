"""`python -m tests.bench places [PATH…]`: do reports name the right line of the file on disk? Ours and ruff's, on the same notebooks.

Both look for names that nothing defines. A place is right if the line of the `.ipynb` that the report names holds that name.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from mlreview_jupyter.read import find

DEMO = Path(__file__).parents[2] / "mlreview_jupyter" / "demo"
_ANNOTATION = re.compile(r"^::\w+ (?P<properties>.*?)::(?P<message>.*)$")
_NAME = re.compile(r"[Uu]ndefined name `(\w+)`|(?:^|[\s=])(\w+) (?:is defined (?:only )?in|was deleted in|ends with its)")


def output(*words: str) -> str:
    """What a command prints."""
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False).stdout


def sarif(text: str, rules: tuple[str, ...]) -> Iterator[tuple[int | None, bool, str]]:
    """Line, whether the cell is named, and message of each result of these rules."""
    for one in (result for run in json.loads(text)["runs"] for result in run["results"]):
        if one["ruleId"] in rules:
            place = one["locations"][0]
            message = one["message"]["text"]
            named = "logicalLocations" in place or bool(re.search(r"\bcell \d+", message))
            yield place["physicalLocation"].get("region", {}).get("startLine"), named, message


def github(text: str, rules: tuple[str, ...]) -> Iterator[tuple[int | None, bool, str]]:
    """The same of annotations."""
    for line in text.split("\n"):
        found = _ANNOTATION.match(line)
        if found and any(rule in line for rule in rules):
            at = re.search(r"\bline=(\d+)", found["properties"])
            yield int(at.group(1)) if at else None, bool(re.search(r"\bcell \d+", line)), line.replace("%60", "`")


def main(paths: list[str]) -> None:
    """Count and print."""
    files = [found.path for found in find(paths or [str(DEMO)])[0] if found.path.endswith(".ipynb")]
    ours = [sys.executable, "-m", "mlreview_jupyter", "--isolated"]
    ruff = [str(Path(sys.executable).with_name("ruff")), "check", "--isolated", "--no-cache", "--select", "F821"]
    rows = (
        ("mlreview  SARIF ", [*ours, "--format", "sarif"], sarif, ("run-all-fails",)),
        ("mlreview  GitHub", [*ours, "--format", "github"], github, ("run-all-fails",)),
        ("ruff      SARIF ", [*ruff, "--output-format", "sarif"], sarif, ("F821",)),
        ("ruff      GitHub", [*ruff, "--output-format", "github"], github, ("F821",)),
    )
    print(f"{len(files)} notebooks; names that nothing defines, by where they are reported")
    for label, command, reader, rules in rows:
        total = right = named = 0
        example = ""
        for path in files:
            lines = Path(path).read_text(encoding="utf-8").split("\n")
            for line, cell, message in reader(output(*command, path), rules):
                if "inside the function that is called here" in message:
                    continue  # the place is the call, and the name stands elsewhere
                found = _NAME.search(message)
                name = next((one for one in found.groups() if one), "") if found else ""
                total += 1
                named += cell
                good = line is not None and 0 < line <= len(lines) and bool(name) and re.search(rf"\b{name}\b", lines[line - 1]) is not None
                right += good
                if not good and not example:
                    shown = lines[line - 1].strip()[:40] if line and line <= len(lines) else "no such line"
                    example = f"   e.g. {Path(path).name}: `{name}` at line {line}: {shown}"
        print(f"  {label}   {total:4} places, {right:4} on the right line of the file, {named:4} name the cell{example}")


if __name__ == "__main__":
    main(sys.argv[1:])
