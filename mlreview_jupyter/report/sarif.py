"""`Review` → SARIF 2.1.0: results at their line on disk that name the cell, their paths as code flows, and the manual of each rule.

The line is that of the `.ipynb` as it lies on disk; columns are given for scripts only, since JSON's escapes move them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..model.finding import Certainty, Severity
from ..model.plural import plural
from ..model.program import Form
from ..model.review import Reported, Review, Spot, Step
from .inert import inert, relative_uri, sarif
from .places import counted, place, suppressed, uri
from .sarif_rules import LEVELS, describe
from .tally import checks, idle, standing, unsettled

Plain = dict[str, object]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(review: Review) -> str:
    """Strict JSON in plain ASCII."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(review).plain()]}
    return json.dumps(log, indent=1, ensure_ascii=True, allow_nan=False) + "\n"


class _Run:
    def __init__(self, review: Review) -> None:
        self.review = review
        self.findings = (*counted(review), *suppressed(review))
        self.paths: dict[str, str] = {}
        self.shifted = {file.file for file in review.files if file.form == Form.DATABRICKS.value}
        self.by_settings = {one.reason for one in review.allowances if one.origin == "configuration"}

    def plain(self) -> Plain:
        review = self.review
        name, _, version = review.tool.partition(" ")
        rules = describe([one.rule for one in review.outcomes], self.findings)
        index = {str(rule["id"]): number for number, rule in enumerate(rules)}
        return {
            "tool": {"driver": {"name": inert(name), **({"version": inert(version)} if version else {}), "rules": rules}},
            "invocations": [self.invocation()],
            "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the project."}}},
            "columnKind": "unicodeCodePoints",
            "artifacts": self.artifacts(),
            "results": [self.result(one, index) for one in self.findings],
            "properties": self.said(),
        }

    def result(self, one: Reported, index: dict[str, int]) -> Plain:
        ran = f", In [{one.execution_count}]" if one.execution_count else ""
        lines = [f"{one.title} ({place(one)}{ran}).", one.issue, f"Fix: {one.fix}"]
        if one.tradeoff:
            lines.append(f"Trade-off: {one.tradeoff}")
        told: Plain = {
            "ruleId": inert(one.rule),
            "ruleIndex": index[inert(one.rule)],
            "level": LEVELS[one.severity],
            "message": {"text": sarif(*lines)},
            "locations": [self.location(one, one.source)],
            "rank": 100.0 - 20 * Severity(one.severity).rank - 5 * Certainty(one.certainty).rank,
            "partialFingerprints": {"mlreview/v1": inert(one.id)},
            "properties": self.properties(one),
        }
        if one.related:
            steps = [self.step(number, step) for number, step in enumerate(one.related, 1)]
            told["relatedLocations"] = [{"id": number, **step} for number, step in enumerate(steps, 1)]
            if len(steps) > 1:
                flow = [
                    {"location": step, "kinds": [inert(related.role)], "executionOrder": number}
                    for number, (step, related) in enumerate(zip(steps, one.related, strict=True), 1)
                ]
                told["codeFlows"] = [{"message": {"text": "How the finding comes about."}, "threadFlows": [{"locations": flow}]}]
        if one.suppressed_by is not None:
            reason = one.suppressed_by.removeprefix("allowed: ")
            in_source = reason != one.suppressed_by and reason not in self.by_settings
            told["suppressions"] = [
                {"kind": "inSource" if in_source else "external", "status": "accepted", "justification": inert(one.suppressed_by)}
            ]
        return told

    def properties(self, one: Reported) -> Plain:
        return {
            "severity": one.severity,
            "certainty": one.certainty,
            "item": inert(one.item),
            "lane": inert(one.lane),
            "cell": one.cell,
            "cell_id": None if one.cell_id is None else inert(one.cell_id),
            "execution_count": one.execution_count,
            "line": one.line,
            "part": inert(one.part),
            "evidence": [{"name": inert(proof.name), "value": inert(proof.value)} for proof in one.evidence],
        }

    def step(self, number: int, step: Step) -> Plain:
        words = f"{number}. {step.role}{f' ({step.note})' if step.note else ''}, {place(step.spot)}: {step.text}"
        return {**self.location(step.spot, step.text), "message": {"text": sarif(words)}}

    def location(self, spot: Reported | Spot, text: str = "") -> Plain:
        """Where something stands on disk, and in which cell."""
        physical: Plain = {"artifactLocation": self.artifact(spot.file)}
        if spot.physical_line is not None:
            physical["region"] = self.region(spot, spot.physical_line, text)
        told: Plain = {"physicalLocation": physical}
        if spot.cell is not None or spot.part:
            cell = place(spot).rpartition(":")[0]
            told["logicalLocations"] = [
                {"name": inert(cell), "fullyQualifiedName": f"{inert(uri(self.review, spot.file))}, {inert(cell)}", "kind": "cell"}
            ]
        return told

    def region(self, spot: Reported | Spot, line: int, text: str) -> Plain:
        told: Plain = {"startLine": line}
        if spot.cell is None and not spot.part and spot.end_line >= spot.line and spot.file not in self.shifted:
            last = line + spot.end_line - spot.line
            if last > line or spot.end_column > spot.column:
                told |= {"startColumn": spot.column + 1, "endLine": last, "endColumn": spot.end_column + 1}
            if text.strip():
                told["snippet"] = {"text": inert(text)}
        return told

    def artifact(self, file: str) -> Plain:
        if file not in self.paths:
            self.paths[file] = relative_uri(uri(self.review, file))
        return {"uri": self.paths[file], "uriBaseId": "%SRCROOT%"}

    def artifacts(self) -> list[Plain]:
        return [
            {
                "location": self.artifact(file.file),
                "roles": ["analysisTarget"],
                "properties": {
                    "form": inert(file.form),
                    "stage": inert(file.stage),
                    "stage_because": inert(file.stage_because),
                    "decision": file.decision,
                    "work": [f"{inert(one.name)}: {inert(one.value)}" for one in file.work],
                },
            }
            for file in {self.artifact(file.file)["uri"]: file for file in self.review.files}.values()
        ]

    def invocation(self) -> Plain:
        review = self.review
        crashed = any(one.outcome == "crashed" for one in review.outcomes)
        configured = [_notification("settings", "note", notice) for notice in review.notices]
        for one in idle(review):
            why = one.problem or "matches nothing"
            configured.append(_notification("allowance", "warning", f"The allowance of {one.rule or 'no rule'} ({standing(one)}): {why}."))
        return {
            "executionSuccessful": not review.unread and not crashed,
            "toolExecutionNotifications": list(self.notifications()),
            "toolConfigurationNotifications": configured,
        }

    def notifications(self) -> Iterator[Plain]:
        for trouble in self.review.unread:
            where: Plain = {"physicalLocation": {"artifactLocation": self.artifact(trouble.file)}}
            yield _notification("not-read", "error", f"The file cannot be read: {trouble.reason}", where)
        for rule in unsettled(self.review):
            level = "error" if rule.outcome == "crashed" else "warning"
            where = {"physicalLocation": {"artifactLocation": self.artifact(rule.file)}}
            told = _notification(f"rule-{rule.outcome}", level, f"{rule.rule}: {rule.outcome}: {rule.reason}", where)
            yield {**told, "associatedRule": {"id": inert(rule.rule)}}
        for gap in self.review.gaps:
            yield _notification("not-judged", "note", f"Not judged ({place(gap.spot)}): {gap.reason}", self.location(gap.spot))

    def said(self) -> Plain:
        """What the format has no field for: the decision and all that belongs to it."""
        review = self.review
        return {
            "schema": review.schema,
            "decision": review.decision,
            "because": _texts(review.because),
            "flip": _texts(review.flip),
            "risks": _texts(review.risks),
            "questions": _texts(review.questions),
            "judged_as": inert(review.judged_as),
            "policy": inert(review.policy),
            "context": [f"{inert(one.name)}: {inert(one.value)}" for one in review.context],
            "strengths": _texts(review.strengths),
            "tests_run": inert(checks(review)),
            "shown_from": review.shown_from,
            "lanes": [f"{inert(one.name)}: {inert(one.status)}" for one in review.lanes],
            "inventory": [f"{inert(one.name)}: {inert(one.value)}" for one in review.inventory],
            "allowances": [
                f"{inert(one.rule)} ({inert(standing(one))}), used {plural(one.used, 'time')}: {inert(one.problem or one.reason)}"
                for one in review.allowances
            ],
            "outcomes": self.outcomes(),
        }

    def outcomes(self) -> dict[str, dict[str, int]]:
        """How often each rule ended in which way."""
        ended: dict[str, dict[str, int]] = {}
        for one in self.review.outcomes:
            counts = ended.setdefault(inert(one.rule), {})
            counts[one.outcome] = counts.get(one.outcome, 0) + 1
        return ended


def _notification(name: str, level: str, text: str, where: Plain | None = None) -> Plain:
    return {
        "descriptor": {"id": inert(name)},
        "level": level,
        "message": {"text": sarif(text)},
        **({"locations": [where]} if where is not None else {}),
    }


def _texts(texts: Iterable[str]) -> list[str]:
    return [inert(text) for text in texts]
