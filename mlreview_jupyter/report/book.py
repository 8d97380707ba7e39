"""All rules → `rules/README.md`: an index, each rule's manual, and who answers for each item of the checklist.

`python -m mlreview_jupyter.report.book` writes it; with `--check` it only says whether it is fresh.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..catalog.lookup import checklist
from ..rule import HERE, Example, Rule
from ..rules import find_rules

TARGET = Path(__file__).parents[1] / "rules" / "README.md"
WHO = {
    "static": "the saved file",
    "live": "the live kernel",
    "repo": "the repository",
    "run": "a run of the project's own checks",
    "model": "a language model",
    "ask": "the author",
}


def book(rules: Sequence[Rule]) -> str:
    """The whole text."""
    return "\n".join(_lines(rules)).rstrip() + "\n"


def _lines(rules: Sequence[Rule]) -> Iterator[str]:
    yield "<!-- Generated from the rules beside it: poe manual. Do not edit. -->\n"
    yield "# Rules\n"
    yield "One file a rule, in a folder for each area of the checklist. `# mlreview: allow RULE -- REASON` allows one on its line.\n"
    yield "| rule | severity | what it finds |\n| --- | --- | --- |"
    for rule in rules:
        yield f"| [{rule.id}](#{rule.id}) | {rule.severity.value} | {rule.sentence} |"
    for rule in rules:
        yield ""
        yield from _rule(rule)
    yield "\n# The checklist, and who answers\n"
    yield "An item without a rule is answered *unknown* or asked, never passed over.\n"
    yield "| item | asked from | rules | can be answered by |\n| --- | --- | --- | --- |"
    for item in checklist():
        mine = ", ".join(f"[{rule.id}](#{rule.id})" for rule in rules if rule.item == item.id)
        yield f"| `{item.id}`{' (blocks)' if item.blocker else ''} | {item.stage} | {mine} | {', '.join(WHO[by] for by in item.by)} |"


def _rule(rule: Rule) -> Iterator[str]:
    ask = next((item.ask for item in checklist() if item.id == rule.item), "")
    yield f"## {rule.id}\n"
    yield f"*{rule.severity.value}* · `{rule.item}`: {ask}\n"
    yield rule.sentence + "\n"
    if rule.about:
        yield rule.about + "\n"
    yield f"**Why.** {_opened(rule.why)}\n"
    yield f"**Instead.** {_opened(rule.instead)}\n"
    yield f"**Trade-off.** {_opened(rule.tradeoff)}\n"
    yield from _example("Found in", rule.bad[0])
    if rule.bad[0].fixed:
        yield from _example("Mended", Example(rule.bad[0].fixed))
    yield from _example("Not found in", rule.good[0])


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _example(title: str, example: Example) -> Iterator[str]:
    yield f"{title}:\n"
    yield "```python"
    for line in example.text.rstrip().split("\n"):
        marked = line.rstrip().endswith(HERE)
        yield line.rstrip().removesuffix(HERE).rstrip() + ("  # found" if marked else "")
    yield "```\n"


def main(words: list[str]) -> int:
    """Write it, or check it."""
    text = book(find_rules())
    if words == ["--check"]:
        fresh = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        print(f"{TARGET.name} is {'fresh' if fresh else 'out of date: poe manual'}")
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
