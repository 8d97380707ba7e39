"""`poe new-rule AREA/NAME`: the skeleton of a rule, one file, which fails its tests until it is filled."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from mlreview_jupyter.catalog.lookup import checklist
from mlreview_jupyter.rules import find_rules

RULES = Path(__file__).parents[1] / "mlreview_jupyter" / "rules"
SKELETON = '''"""What this rule looks for, in a line."""

from ...rule import Example, Facts, Found, Op, Severity, found, related, rule


@rule(
    item="{item}",  # {ask}
    severity=Severity.MEDIUM,
    needs=(Op.SPLIT,),
    bad=(
        Example(
            """
    # %%
    a_program_that_is_wrong()  # <- here
    """
        ),
    ),
    good=(
        Example(
            """
    # %%
    the_same_program_as_it_should_be = True
    """
        ),
    ),
)
def {name}(facts: Facts) -> Found:
    """What is wrong, in one sentence.

    Why: how it hurts in production.

    Instead: what to do.

    Trade-off: what that costs, and when leaving it is right.
    """
    for event in facts.calls(Op.SPLIT):
        if False:  # the question
            yield found(event.place, "title", "issue", "fix", event.certain, [related(facts, "split", event.place)])
'''


def skeleton(path: str) -> tuple[Path, str]:
    """Where the rule of this `area/name` belongs, and its text."""
    area, _, name = path.strip("/").partition("/")
    name = name.replace("-", "_")
    items = [item for item in checklist() if item.area == area]
    if not items:
        raise SystemExit(f"no area is called {area}; the checklist has {', '.join(sorted({item.area for item in checklist()}))}")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise SystemExit("a rule is called by small letters and underscores, after the fault that it finds")
    answered = {rule.item for rule in find_rules()}
    item = next((item for item in items if item.id not in answered), items[0])
    return RULES / area / f"{name}.py", SKELETON.format(item=item.id, ask=item.ask[:90], name=name)


def main(words: list[str]) -> None:
    """Write it, never over something."""
    if len(words) != 1 or "/" not in words[0]:
        raise SystemExit("usage: poe new-rule AREA/NAME, such as leakage/target_in_features")
    path, text = skeleton(words[0])
    path.parent.mkdir(exist_ok=True)
    package = path.with_name("__init__.py")
    if not package.exists():
        package.write_text(f'"""Rules on {path.parent.name}."""\n', encoding="utf-8")
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    print(f"wrote {path}: fill in item, examples, manual and question; then poe check")


if __name__ == "__main__":
    main(sys.argv[1:])
