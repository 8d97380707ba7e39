"""Rules and findings → SARIF's descriptors of rules: the manual as help, the severity as level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.review import Reported
from ..rule import HERE, Example, Rule
from ..rules import find_rules
from .inert import fence, inert, prose, sarif
from .manual import page

LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "note", "info": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}
_SECURITY = ("privacy",)  # areas whose findings are vulnerabilities; the scale is that of CVSS, as GitHub wants it
_SCORES = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "2.0", "info": "0.0"}
LONGEST = 1024  # characters of a description that GitHub takes


def describe(asked: Sequence[str], findings: Sequence[Reported]) -> list[dict[str, object]]:
    """A descriptor for each rule that was asked or found something; what another lane found is described by its findings."""
    known = {rule.id: rule for rule in find_rules()}
    others = {one.rule: one for one in reversed(findings)}
    told = dict.fromkeys([*asked, *(one.rule for one in findings)])
    return [_rule(known[rule]) if rule in known else _other(rule, others.get(rule)) for rule in told]


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": sarif(rule.sentence)},
        "fullDescription": {"text": sarif(rule.about or rule.why)[:LONGEST]},
        "help": {"text": sarif(*page(rule).rstrip().split("\n")), "markdown": "\n".join(_manual(rule))},
        "defaultConfiguration": {"level": LEVELS[rule.severity.value]},
        **({"deprecatedIds": list(rule.aliases)} if rule.aliases else {}),
        "properties": _properties(rule.item, rule.severity.value),
    }


def _other(rule: str, finding: Reported | None) -> dict[str, object]:
    text = f"A finding of {finding.lane}" if finding is not None else "A rule that this version does not describe"
    severity = finding.severity if finding is not None else "medium"
    return {
        "id": inert(rule),
        "shortDescription": {"text": sarif(text)},
        "help": {"text": sarif(text)},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": _properties(finding.item if finding is not None else "", severity),
    }


def _properties(item: str, severity: str) -> dict[str, object]:
    area = item.partition(".")[0]
    security = area in _SECURITY
    tags = dict.fromkeys(inert(tag) for tag in (area, item, "security" if security else "") if tag)
    return {
        "tags": list(tags),
        "severity": severity,
        "problem.severity": _PROBLEMS[LEVELS[severity]],
        **({"security-severity": _SCORES[severity]} if security else {}),
    }


def _manual(rule: Rule) -> Iterator[str]:
    for title, text in (("", rule.sentence), ("", rule.about), ("Why", rule.why), ("Instead", rule.instead), ("Trade-off", rule.tradeoff)):
        if text:
            yield (f"**{title}:** " if title else "") + prose(text)
            yield ""
    yield from _example("Found in", rule.bad[0])
    if rule.bad[0].fixed:
        yield from _example("Mended", Example(rule.bad[0].fixed))
    yield from _example("Not found in", rule.good[0])


def _example(title: str, example: Example) -> Iterator[str]:
    yield f"{title}:"
    yield ""
    yield fence("\n".join(line.replace(HERE, "# <- here") for line in example.text.rstrip().split("\n")), "python")
    yield ""
