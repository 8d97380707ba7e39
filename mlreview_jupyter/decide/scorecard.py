"""Every item of the checklist, answered: met, violated, unknown, not applicable, or a question to the author."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..catalog.lookup import Item as Asked
from ..model.review import Item, Reported, RuleOutcome
from .stage import reached

UNSEEN = {"serving", "llm", "rag"}  # kinds of work for which no sign is looked for yet


def scorecard(
    asked: Sequence[Asked],
    by_item: Mapping[str, Sequence[str]],
    outcomes: Sequence[RuleOutcome],
    findings: Sequence[Reported],
    stages: Mapping[str, str],
    declared: Mapping[str, str],
) -> tuple[Item, ...]:
    """One line an item. `by_item` names the rules that answer for it, `declared` what the configuration says of it."""
    return tuple(
        Item(item.id, item.area, "met", declared[item.id], ())
        if item.id in declared
        else _answer(item, by_item.get(item.id, ()), outcomes, findings, stages)
        for item in asked
    )


def _answer(
    item: Asked, rules: Sequence[str], outcomes: Sequence[RuleOutcome], findings: Sequence[Reported], stages: Mapping[str, str]
) -> Item:
    def says(status: str, because: str) -> Item:
        return Item(item.id, item.area, status, because, tuple(rules))

    mine = [one for one in findings if one.item == item.id and one.severity != "info"]
    if mine:
        sure = [one for one in mine if one.certainty != "possible"]
        return says("violated" if sure else "unknown", (sure or mine)[0].title)
    if stages and not any(reached(stage, item.stage) for stage in stages.values()):
        return says("not applicable", f"asked from stage {item.stage} on")
    ended = [one for one in outcomes if one.rule in rules]
    clean = [one for one in ended if one.outcome == "clean" and one.judged]
    troubled = [one for one in ended if one.outcome in ("unknown", "crashed")]
    if troubled:
        return says("unknown", f"{troubled[0].rule}: {troubled[0].reason}")
    if clean:
        return says("met", f"{sum(one.judged for one in clean)} judged by {', '.join(sorted({one.rule for one in clean}))}")
    if item.when in UNSEEN:
        return says("unknown", f"whether there is {item.when} was not looked for")
    if rules:
        return says("not applicable", "nothing of the kind was seen")
    if set(item.by) <= {"ask", "model"}:
        return says("ask", item.ask)
    return says("unknown", "no rule answers for it yet")
