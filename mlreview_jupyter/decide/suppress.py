"""Findings that are kept and decide nothing: allowed with a reason, known from a baseline, or outside of what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..model.examined import Examined
from ..model.review import Allowance, Reported, RuleOutcome
from ..model.settings import PathAllowance, Settings
from .baseline import Entry, Reach, gone

Matches = Callable[[Sequence[str], str], bool]
ALLOWED, BASELINE, UNCHANGED = "allowed: ", "baseline", "unchanged since "


class Suppressor:
    """Applies the user's words to one file after another, and remembers which of them were of use."""

    def __init__(
        self,
        settings: Settings,
        matches: Matches,
        baseline: Mapping[str, Entry],
        changed: Callable[[Reported, str], bool] | None,
        since: str,
    ) -> None:
        self.settings, self.matches, self.baseline, self.changed, self.since = settings, matches, baseline, changed, since
        self.used: Counter[PathAllowance] = Counter()
        self.lent: Counter[tuple[object, ...]] = Counter()
        self.met: set[str] = set()
        self.reach = Reach(())

    def apply(self, one: Examined, areas: Mapping[str, str]) -> Examined:
        """The same file with only the rules that were asked, and with each finding's `suppressed_by`."""
        self.reach.rules = areas
        runs = {rule: self.settings.runs(rule, area) for rule, area in areas.items()}
        by: dict[int, str] = {}
        used = [0] * len(one.allowances)
        for number, (allowance, covered) in enumerate(zip(one.allowances, one.covers, strict=True)):
            for index in covered:
                used[number] += 1
                by.setdefault(index, ALLOWED + allowance.reason)
        for allowance, covered in one.lent:
            self.lent[_standing(allowance)] += len(covered)
            for index in covered:
                by.setdefault(index, ALLOWED + allowance.reason)
        for index, finding in enumerate(one.findings):
            for allowed in self.settings.allow:
                if allowed.rule == finding.rule and self.matches(allowed.paths, one.file.path):
                    self.used[allowed] += 1
                    by.setdefault(index, ALLOWED + allowed.reason)
            if finding.id in self.baseline:
                self.met.add(finding.id)
                by.setdefault(index, BASELINE)
            if self.changed is not None and index not in by and not self.changed(finding, one.file.file):
                by[index] = UNCHANGED + self.since
        findings = tuple(
            replace(finding, suppressed_by=by[index]) if index in by else finding
            for index, finding in enumerate(one.findings)
            if runs.get(finding.rule, True)
        )
        allowances = tuple(
            replace(allowance, used=count)
            for allowance, count in zip(one.allowances, used, strict=True)
            if allowance.problem or runs.get(allowance.rule, True)
        )
        left = {finding.rule for finding in findings if finding.suppressed_by is None}
        hidden = {finding.rule: finding.suppressed_by or "" for finding in findings if finding.rule not in left}
        outcomes = tuple(
            _aside(outcome, hidden[outcome.rule]) if outcome.outcome == "found" and outcome.rule in hidden else outcome
            for outcome in one.outcomes
            if runs.get(outcome.rule, True)
        )
        self.reach.add(one.file, outcomes)
        return replace(one, findings=findings, outcomes=outcomes, allowances=allowances)

    def with_lent(self, one: Examined) -> Examined:
        """The same file when all were looked at: an allowance in it may have been of use to another one."""
        if not self.lent or not one.allowances:
            return one
        return replace(one, allowances=tuple(replace(told, used=told.used + self.lent[_standing(told)]) for told in one.allowances))

    def of_settings(self) -> tuple[Allowance, ...]:
        """The allowances of the configuration, with how often each was used."""
        return tuple(
            Allowance(one.rule, one.reason, "configuration", f"{one.said_in}: {', '.join(one.paths)}", None, None, self.used[one], "")
            for one in self.settings.allow
        )

    def gone(self) -> tuple[str, ...]:
        """Entries of the baseline that nothing matches any more, of the files and rules that were asked about."""
        return gone(entry for known, entry in self.baseline.items() if known not in self.met and self.reach.about(entry))


def _standing(allowance: Allowance) -> tuple[object, ...]:
    return allowance.rule, allowance.origin, allowance.file, allowance.cell, allowance.line


def _aside(outcome: RuleOutcome, by: str) -> RuleOutcome:
    """Allowed is only what somebody gave a reason for: what is in a baseline, or unchanged, was found all the same."""
    if by.startswith(ALLOWED):
        return replace(outcome, outcome="allowed", reason=by)
    return replace(outcome, reason=f"{outcome.reason}, {'in the baseline' if by == BASELINE else by}")
