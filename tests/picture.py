"""The picture in README is a real review of the demo, shortened: `poe picture` draws it anew, and a test compares."""

from __future__ import annotations

from pathlib import Path

from mlreview_jupyter.read import Found
from mlreview_jupyter.report.text import render
from mlreview_jupyter.review import review

TOP = Path(__file__).parents[1]
README = TOP / "README.md"
BEGIN, END = "```text\n", "\n```\n"
WIDTH = 96
# Of the demo's findings, these two are shown whole; the others are counted.
SHOWN = ("StandardScaler", "cutoff")


def picture() -> str:
    """The text between the fences."""
    told = review([Found(str(TOP / "mlreview_jupyter" / "demo" / "churn.ipynb"), "demo/churn.ipynb", True)])
    blocks = render(told, WIDTH).strip().split("\n\n")
    head, *between, end = blocks
    findings = [block for block in between if block.startswith("[")]
    shown = [block for block in findings if block.split("] ", 1)[1].startswith(SHOWN)]
    lines = ["$ nbreview demo", head, *shown, f"  … {len(findings) - len(shown)} more findings", end]
    return "\n\n".join(lines).replace(" (available: pytest, ruff, mypy)", "")


def drawn() -> str:
    """README with the picture of today."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + picture() + END + after


if __name__ == "__main__":
    README.write_text(drawn(), encoding="utf-8")
