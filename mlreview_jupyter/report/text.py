"""`Review` → text for people: blocks that read the same on a terminal and in a log."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model.review import File, NotJudged, Reported, Review, RuleOutcome, Spot
from .inert import inert

WORST = 3  # files whose findings are shown in full when many are reviewed
FEW = 4  # up to so many files, all findings are shown
LONGEST = 96  # columns of a quoted line
SHOWN = 6  # places of one path


def render(review: Review, width: int | None = None, unicode: bool = True) -> str:
    """The text. With a width, long lines are wrapped to it."""
    writer = _Writer(width, unicode)
    return "\n".join(writer.review(review)) + "\n"


class _Writer:
    def __init__(self, width: int | None, unicode: bool) -> None:
        self.width = width
        self.bar, self.under, self.dot, self.cut = ("│", "─", "·", "…") if unicode else ("|", "^", "-", "...")

    def review(self, review: Review) -> Iterator[str]:
        many = len(review.files) > FEW
        shown = {one.file for one in _worst(review)[:WORST]} if many else {one.file for one in review.files}
        yield ""
        if many:
            yield from self.table(review)
        else:
            for file in review.files:
                yield from self.head(file)
        for finding in review.findings:
            if finding.file in shown:
                yield from self.finding(finding)
        yield from self.not_judged(review, shown)
        hidden = sum(1 for finding in review.findings if finding.file not in shown)
        if hidden:
            yield f"{hidden} more {_plural(hidden, 'finding')} in other files: name them alone, or use --format json."
            yield ""
        yield from self.end(review)

    def head(self, file: File) -> Iterator[str]:
        if file.form == "unread":
            return
        yield from self.wrap(f"{inert(file.file)}  judged as {file.stage}: {file.stage_because}", "  ")
        yield ""

    def table(self, review: Review) -> Iterator[str]:
        counts = Counter(finding.file for finding in review.findings)
        widest = max(len(inert(file.file)) for file in review.files)
        for file in review.files:
            number = counts[file.file]
            yield f"{inert(file.file):{min(widest, 60)}}  {file.decision:21}  {number or 'no'} {_plural(number, 'finding')}"
        yield ""

    def finding(self, one: Reported) -> Iterator[str]:
        yield f"[{one.severity.upper()}] {inert(one.title)}"
        ran = f"   In [{one.execution_count}]" if one.execution_count else ""
        yield f"File: {inert(one.file)}:{_place(one.cell, one.line)}{ran}"
        yield from self.quote(one)
        if len(one.related) > 1:
            yield from self.path(one)
        yield from self.wrap(f"Issue: {inert(one.issue)}", "  ")
        yield from self.wrap(f"Fix: {inert(one.fix)}", "  ")
        if one.tradeoff:
            yield from self.wrap(f"Trade-off: {inert(one.tradeoff)}", "  ")
        yield f"Rule: {one.rule} ({one.certainty}) {self.dot} nbreview explain {one.rule}"
        yield ""

    def quote(self, one: Reported) -> Iterator[str]:
        source = one.source.replace("\t", "    ") if one.column == 0 else one.source.replace("\t", " ")
        end = one.end_column if one.end_line == one.line else len(source)
        start = one.column
        longest = LONGEST if self.width is None else min(LONGEST, self.width - 10)
        if len(source) > longest:  # a window around the place
            begin = max(0, min(start - 20, len(source) - longest))
            left = self.cut if begin else ""
            right = self.cut if begin + longest < len(source) else ""
            source = left + source[begin + len(left) : begin + longest - len(right)] + right
            start, end = max(start - begin, len(left)), min(end - begin, len(source) - len(right))
        before, marked = inert(source[:start]), inert(source[start : max(end, start + 1)])
        yield f"{one.line:>6} {self.bar} {before}{marked}{inert(source[max(end, start + 1) :])}".rstrip()
        yield f"{'':6}   {'':{len(before)}}{self.under * max(1, len(marked.rstrip()))}"

    def path(self, one: Reported) -> Iterator[str]:
        steps = one.related[:SHOWN]
        places = [_spot(step.spot, one.file) for step in steps]
        widest, roles = max(map(len, places)), max(len(step.role) for step in steps)
        for number, (step, place) in enumerate(zip(steps, places, strict=True), 1):
            label = "Path:" if number == 1 else "     "
            line = f"{label} {number}  {step.role:{roles}}  {place:{widest}}  {inert(step.text)}"
            yield line if self.width is None or len(line) <= self.width else line[: self.width - len(self.cut)] + self.cut
        if len(one.related) > len(steps):
            yield f"      and {len(one.related) - len(steps)} more"

    def not_judged(self, review: Review, shown: set[str]) -> Iterator[str]:
        gaps = [gap for gap in review.gaps if gap.spot.file in shown or len(review.files) <= FEW]
        if gaps:
            yield "Not judged:"
            for gap in gaps[:8]:
                yield from self.wrap(f"  {inert(gap.spot.file)}:{_gap_place(gap)}  {inert(gap.reason)}", "    ")
            if len(gaps) > 8:
                yield f"  and {len(gaps) - 8} more"
            yield ""
        open_rules = [one for one in _open(review) if one.file in shown] if review.decision != "APPROVE WITH WARNINGS" else []
        for rule in open_rules:  # with warnings, the follow-ups say it
            yield from self.wrap(f"{rule.outcome.capitalize()}: {rule.rule} on {inert(rule.file)}: {inert(rule.reason)}", "  ")
        if open_rules:
            yield ""
        for trouble in review.unread:
            yield from self.wrap(f"Cannot read {inert(trouble.file)}: {inert(trouble.reason)}", "  ")
        if review.unread:
            yield ""

    def end(self, review: Review) -> Iterator[str]:
        if not review.findings and not _open(review) and review.strengths:
            yield from self.wrap("All clear: " + "; ".join(review.strengths) + ".", "  ")
        elif review.strengths:
            yield from self.wrap("In order: " + "; ".join(review.strengths) + ".", "  ")
        yield f"Decision: {review.decision}"
        yield f"Primary risks: {', '.join(review.risks) or 'none found'}"
        yield f"Tests run: {_checks(review)}"
        if review.flip:
            yield from self.wrap(f"What would flip it: {', '.join(review.flip[:-1])} ({review.flip[-1]})", "  ")
        elif review.decision == "APPROVE WITH WARNINGS":
            for reason in review.because[:6]:
                yield from self.wrap(f"Follow up: {inert(reason)}", "  ")
        for question in review.questions:
            yield from self.wrap(f"To be settled: {inert(question)}", "  ")
        yield from self.wrap(_counts(review, self.dot), "  ")

    def wrap(self, text: str, indent: str) -> Iterator[str]:
        if self.width is None or len(text) <= self.width:
            yield text
            return
        yield from textwrap.wrap(text, self.width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _open(review: Review) -> list[RuleOutcome]:
    return [outcome for outcome in review.outcomes if outcome.outcome in ("crashed", "unknown")]


def _place(cell: int | None, line: int) -> str:
    return f"line {line}" if cell is None else f"cell {cell}:{line}"


def _spot(spot: Spot, file: str) -> str:
    place = _place(spot.cell, spot.line)
    return place if spot.file == file else f"{inert(spot.file)}:{place}"


def _gap_place(gap: NotJudged) -> str:
    return _place(gap.spot.cell, gap.spot.line)


def _plural(number: int, word: str) -> str:
    return word if number == 1 else word + "s"


def _checks(review: Review) -> str:
    ran = [f"{check.name} {check.outcome}" for check in review.checks if check.outcome != "not run"]
    available = [check.name for check in review.checks if check.outcome == "not run"]
    return ", ".join(ran) if ran else "none" + (f" (available: {', '.join(available)})" if available else "")


def _counts(review: Review, dot: str) -> str:
    by = Counter(one.severity for one in review.findings)
    severities = ", ".join(f"{by[name]} {name}" for name in ("critical", "high", "medium", "low", "info") if by[name])
    total = len(review.findings)
    ended = Counter(outcome.outcome for outcome in review.outcomes)
    rules = len({outcome.rule for outcome in review.outcomes})
    outcomes = ", ".join(
        f"{ended[name]} {name}" for name in ("crashed", "found", "unknown", "allowed", "clean", "skipped", "not applicable") if ended[name]
    )
    where = f" on {len(review.files)} files" if len(review.files) > 1 else ""
    return f"{total} {_plural(total, 'finding')}{f' ({severities})' if total else ''} {dot} {rules} {_plural(rules, 'rule')} ran{where}: {outcomes or 'nothing to judge'}"


def _worst(review: Review) -> Sequence[File]:
    order = {"BLOCK": 0, "APPROVE WITH WARNINGS": 1, "APPROVE": 2}
    first: dict[str, int] = {}
    for at, finding in enumerate(review.findings):
        first.setdefault(finding.file, at)
    return sorted(review.files, key=lambda file: (order[file.decision], first.get(file.file, len(review.findings)), file.file))
