"""`Review` → JUnit's XML: a suite for each file, a case for each rule, and one case for the decision.

What touches no decision fails no case: findings of severity info stand in the output of theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from ..model.plural import plural
from ..model.review import File, NotJudged, Reported, Review, RuleOutcome, Trouble
from .inert import inert
from .places import counted, place, suppressed, uri
from .reasons import flip
from .tally import checks, findings, judged_as, outcomes, standing

Case = ElementTree.Element


def render(review: Review) -> str:
    """Well-formed XML 1.0, in plain ASCII."""
    by_file = _by_file(review)
    suites = [_suite(uri(review, file), list(_cases(uri(review, file), parts)), list(_said_of(parts))) for file, parts in by_file.items()]
    suites.append(_suite("mlreview", [_decision(review)], list(_said(review))))
    root = ElementTree.Element("testsuites", {"name": "mlreview", **_sum(suites), "time": "0"})
    root.extend(suites)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, "us-ascii", xml_declaration=False)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + written.decode("ascii") + "\n"


@dataclass(frozen=True, slots=True)
class _Parts:
    """All that is said of one file."""

    files: list[File] = field(default_factory=list)
    unread: list[Trouble] = field(default_factory=list)
    outcomes: dict[str, RuleOutcome] = field(default_factory=dict)
    shown: dict[str, list[Reported]] = field(default_factory=dict)
    aside: dict[str, list[Reported]] = field(default_factory=dict)
    gaps: list[NotJudged] = field(default_factory=list)


def _by_file(review: Review) -> dict[str, _Parts]:
    parts: dict[str, _Parts] = defaultdict(_Parts)
    for known in review.files:
        parts[known.file].files.append(known)
    for trouble in review.unread:
        parts[trouble.file].unread.append(trouble)
    for outcome in review.outcomes:
        parts[outcome.file].outcomes[outcome.rule] = outcome
    for one in counted(review):
        parts[one.file].shown.setdefault(one.rule, []).append(one)
    for one in suppressed(review):
        parts[one.file].aside.setdefault(one.rule, []).append(one)
    for gap in review.gaps:
        parts[gap.spot.file].gaps.append(gap)
    return parts


def _cases(path: str, parts: _Parts) -> Iterator[Case]:
    for trouble in parts.unread:
        case = _case(path, "read")
        _child(case, "error", trouble.reason, kind="unread")
        yield case
    for rule in dict.fromkeys([*parts.outcomes, *parts.shown, *parts.aside]):  # a finding of another lane has no outcome of a rule
        yield _rule(path, rule, parts.outcomes.get(rule), parts.shown.get(rule, []), parts.aside.get(rule, []))


def _rule(path: str, rule: str, ended: RuleOutcome | None, shown: list[Reported], aside: list[Reported]) -> Case:
    case = _case(path, rule)
    serious = [one for one in shown if one.severity != "info"]
    told = [*([] if serious else _told(shown)), *(f"Suppressed ({one.suppressed_by}): {line}" for one in aside for line in _told([one]))]
    outcome, reason = (ended.outcome, ended.reason) if ended is not None else ("", "")
    if serious:
        words = findings(serious) if len(serious) > 1 else f"[{serious[0].severity.upper()}] {serious[0].title}"
        _child(case, "failure", words, _told(shown), kind=serious[0].severity)
    elif outcome == "crashed":
        _child(case, "error", f"the rule crashed: {reason}", kind="crashed")
    elif outcome in ("unknown", "allowed", "skipped", "not applicable") or (aside and not shown):
        _child(case, "skipped", f"{outcome or 'suppressed'}: {reason or (aside[0].suppressed_by if aside else '')}")
    elif outcome == "found" and not shown and not aside:
        told = [f"{reason}, less severe than what is shown"]
    if told:
        ElementTree.SubElement(case, "system-out").text = _text(told)
    return case


def _told(some: Iterable[Reported]) -> list[str]:
    lines = []
    for one in some:
        disk = f", line {one.physical_line} of the file" if one.physical_line is not None and one.cell is not None else ""
        lines += [
            f"[{one.severity.upper()}] {one.title}",
            f"File: {one.file}:{place(one)}{disk}",
            *([f"Code: {one.source.strip()}"] if one.source.strip() else []),
            *(f"Path: {step.role}, {step.spot.file}:{place(step.spot)}: {step.text}" for step in one.related),
            f"Issue: {one.issue}",
            f"Fix: {one.fix}",
            *([f"Trade-off: {one.tradeoff}"] if one.tradeoff else []),
            f"Rule: {one.rule} ({one.certainty}), id {one.id}",
            "",
        ]
    return lines


def _said_of(parts: _Parts) -> Iterator[str]:
    for known in parts.files:
        yield f"Judged as {judged_as(known)}; decision: {known.decision}"
    for gap in parts.gaps:
        yield f"Not judged: {place(gap.spot)}: {gap.reason}"


def _decision(review: Review) -> Case:
    case = _case("mlreview", "decision")
    if review.decision == "BLOCK":
        lines = [*review.because, f"Primary risks: {', '.join(review.risks)}"]
        if review.flip:
            lines.append(f"What would flip it: {flip(review)}")
        _child(case, "failure", "BLOCK", [*lines, *(f"To be settled: {one}" for one in review.questions)], kind="BLOCK")
    return case


def _said(review: Review) -> Iterator[str]:
    yield f"Decision: {review.decision}"
    yield f"Judged as: {review.judged_as}; policy: {review.policy}"
    yield from (f"{one.name}: {one.value}" for one in review.context)
    yield f"Tests run: {checks(review)}"
    yield outcomes(review)
    yield from (f"Settings: {one}" for one in review.notices)
    if review.decision != "BLOCK":
        yield from (f"Follow up: {one}" for one in review.because)
        yield from (f"To be settled: {one}" for one in review.questions)
    for one in review.allowances:
        used = one.problem or f"used {plural(one.used, 'time')}"
        yield f"Allowance of {one.rule} ({standing(one)}): {used}: {one.reason}"
    yield from (f"In order: {one}" for one in review.strengths)


def _suite(name: str, cases: list[Case], said: list[str]) -> ElementTree.Element:
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
    }
    suite = ElementTree.Element("testsuite", {"name": inert(name), **counts, "time": "0"})
    suite.extend(cases)
    if said:
        ElementTree.SubElement(suite, "system-out").text = _text(said)
    return suite


def _case(path: str, name: str) -> Case:
    return ElementTree.Element("testcase", {"classname": inert(path), "name": inert(name), "time": "0"})


def _child(case: Case, tag: str, message: str, lines: Iterable[str] = (), kind: str = "") -> None:
    child = ElementTree.SubElement(case, tag, {"message": inert(message), **({"type": kind} if kind else {})})
    child.text = _text(lines) or None


def _text(lines: Iterable[str]) -> str:
    return "\n".join(map(inert, lines))


def _sum(suites: Iterable[ElementTree.Element]) -> dict[str, str]:
    return {name: str(sum(int(suite.attrib[name]) for suite in suites)) for name in ("tests", "failures", "errors", "skipped")}
