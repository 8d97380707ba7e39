"""Reviews made by hand: a plain one to change, and arbitrary ones in which every word is hostile."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st

from mlreview_jupyter.model import review as model
from mlreview_jupyter.model.finding import Certainty, Ending, Severity
from mlreview_jupyter.model.review import Reported, Review, Spot, Step
from mlreview_jupyter.report.inert import inert

_T = TypeVar("_T")
PAYLOADS = (
    *Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines(),
    "\x1b]0;PWNED\x07",
    "\x1b[31mPWNED",
    "a\r\n::error::PWNED",
    "\n## PWNED",
    "\n\n<script>PWNED</script>\n\n",
    "\n```\nPWNED\n```\n",
    "x\n| a | b |\n| - | - |\nPWNED",
    "\u202ePWNED\u202c",
    "\u2066PWNED",
    "\U000e0041PWNED",
    "PWNED\u200b",
    "\x00\x85\u2028\u2029",
    "\ud800PWNED",
    "PWNED\udcff",
    "\ufffe\uffff",
    "\ufeff",
    "\t",
    " ",
    "",
)

# Words with a meaning to the views: what is hostile never stands in their place.
_WORDS = {*(one.value for one in (*Severity, *Certainty, *Ending)), "rules", "standard", "not run", "unread", "notebook", "baseline"}
_WORDS |= {
    "BLOCK",
    "APPROVE",
    "APPROVE WITH WARNINGS",
    "learned-before-split",
    "split-without-seed",
    "met",
    "violated",
    "ask",
    "configuration",
}


def finding(**changes: Any) -> Reported:
    """A plain finding in a notebook."""
    plain = Reported(
        id="0123456789abcdef",
        rule="learned-before-split",
        item="leakage.split-first",
        severity="high",
        certainty="certain",
        lane="rules",
        title="StandardScaler learned from the rows that are scored",
        issue="The score is computed on rows that the scaler has seen.",
        fix="Split first.",
        tradeoff="A pipeline takes longer.",
        edits=(),
        file="train.ipynb",
        cell=4,
        cell_id="c4",
        execution_count=7,
        line=2,
        column=0,
        end_line=2,
        end_column=9,
        physical_line=31,
        suppressed_by=None,
        related=(),
        evidence=(),
        source="X = scaler.fit_transform(X)",
    )
    return replace(plain, **changes)


def spot(**changes: Any) -> Spot:
    """A plain place in the same notebook."""
    return replace(Spot("train.ipynb", 4, "c4", 7, 2, 0, 2, 9, 31), **changes)


def path() -> tuple[Step, ...]:
    """A path of three places."""
    return (
        Step("learned", spot(), "X = scaler.fit_transform(X)", "StandardScaler"),
        Step("split", spot(cell=6, line=1, physical_line=44), "a, b = train_test_split(X)", "train_test_split"),
        Step("scored", spot(cell=7, line=3, physical_line=60), "model.score(b)", "score"),
    )


def file(**changes: Any) -> model.File:
    """A plain notebook that was reviewed."""
    plain = model.File("train.ipynb", "train.ipynb", "notebook", "candidate", "a model is scored", "BLOCK", (), ())
    return replace(plain, **changes)


def review(*findings: Reported, **changes: Any) -> Review:
    """A review of one notebook with these findings."""
    plain = Review(
        schema=model.SCHEMA,
        tool="mlreview 0.1.0",
        base="",
        judged_as="candidate: a model is scored",
        context=(),
        policy="standard",
        decision="BLOCK" if findings else "APPROVE",
        because=tuple(f"{one.title} ({one.file})" for one in findings),
        flip=("the fixes of 1 finding", "then: APPROVE") if findings else (),
        risks=("data leakage",) if findings else (),
        findings=findings,
        outcomes=(),
        scorecard=(),
        strengths=(),
        questions=(),
        checks=(),
        gaps=(),
        unread=(),
        inventory=(),
        lanes=(model.Lane("rules", "ran"),),
        allowances=(),
        notices=(),
        shown_from="info",
        files=(file(),),
    )
    return replace(plain, **changes)


_pieces = st.one_of(st.sampled_from(PAYLOADS), st.text(st.characters(), max_size=8))
words = st.lists(_pieces, min_size=1, max_size=3).map("".join)


@st.composite
def hostile(draw: st.DrawFn) -> Review:
    """An arbitrary review; each finding's title holds a word of its own, `Zq0qZ`, `Zq1qZ`, …"""
    pool = draw(st.lists(words, min_size=1, max_size=12))
    return _Hostile(pool, random.Random(draw(st.integers(0, 2**32)))).review()


class _Hostile:
    """Fills a review with words out of a pool. Few draws make a large review, and a small pool a failure that one can read."""

    def __init__(self, pool: list[str], chance: random.Random) -> None:
        self.pool, self.chance = pool, chance

    def word(self, *plain: str) -> str:
        return self.chance.choice(plain) if plain and self.chance.random() < 0.4 else self.chance.choice(self.pool)

    def file(self) -> str:
        return self.word("train.ipynb", "src/f.py") or "x.py"

    def rule(self) -> str:
        return self.word("learned-before-split", "split-without-seed")

    def some(self, make: Callable[[], _T], most: int = 2) -> tuple[_T, ...]:
        return tuple(make() for _ in range(self.chance.randint(0, most)))

    def words(self) -> tuple[str, ...]:
        return self.some(self.word)

    def number(self) -> int | None:
        return self.chance.choice((None, 1, 7, 100))

    def proofs(self) -> tuple[model.Proof, ...]:
        return self.some(lambda: model.Proof(self.word(), self.word()))

    def place(self) -> dict[str, Any]:
        line, column = self.chance.randint(1, 120), self.chance.randint(0, 9)
        cell = self.chance.choice((None, 0, 4))
        return {
            "file": self.file(),
            "cell": cell,
            "cell_id": self.chance.choice((None, self.word())),
            "execution_count": self.number(),
            "line": line,
            "column": column,
            "end_line": line + self.chance.randint(0, 3),
            "end_column": column + self.chance.randint(0, 9),
            "physical_line": self.number(),
            "part": self.chance.choice(("", "", "outputs/0/text", self.word())),
        }

    def spot(self) -> Spot:
        return Spot(**self.place())

    def finding(self, number: int) -> Reported:
        suppressed = self.chance.choice((None, None, None, "baseline", "allowed: " + self.word(), self.word()))
        return Reported(
            **self.place(),
            id=self.word(),
            rule=self.rule(),
            item=self.word("privacy.secrets"),
            severity=self.chance.choice([one.value for one in Severity]),
            certainty=self.chance.choice([one.value for one in Certainty]),
            lane=self.word("rules"),
            title=f"{self.word()} {mark(number)} {self.word()}",
            issue=self.word(),
            fix=self.word(),
            tradeoff=self.word(""),
            edits=(),
            suppressed_by=suppressed,
            related=self.some(lambda: Step(self.word(), self.spot(), self.word(), self.word()), 3),
            evidence=self.proofs(),
            source=self.word(),
        )

    def known(self) -> model.File:
        form = self.chance.choice(("notebook", "unread", "script", "Databricks source"))
        return model.File(self.file(), self.word("a/b.py") or "x", form, self.word(), self.word(), self.decision(), (), (), self.proofs())

    def decision(self) -> model.Decision:
        return self.chance.choice(("BLOCK", "APPROVE WITH WARNINGS", "APPROVE"))

    def review(self) -> Review:
        endings = [one.value for one in Ending]
        return Review(
            schema=model.SCHEMA,
            tool=self.word("mlreview 0.1.0"),
            base=self.word(""),
            judged_as=self.word(),
            context=self.proofs(),
            policy=self.word("standard"),
            decision=self.decision(),
            because=self.words(),
            flip=self.words(),
            risks=self.words(),
            findings=tuple(self.finding(number) for number in range(self.chance.randint(0, 14))),
            outcomes=self.some(lambda: model.RuleOutcome(self.rule(), self.file(), self.chance.choice(endings), self.word(), 3), 4),
            scorecard=self.some(
                lambda: model.Item(self.word(), self.word(), self.chance.choice(("met", "ask")), self.word(), self.words())
            ),
            strengths=self.words(),
            questions=self.words(),
            checks=self.some(lambda: model.Check(self.word(), self.word("not run"))),
            gaps=self.some(lambda: model.NotJudged(self.word(), self.word(), self.spot()), 4),
            unread=self.some(lambda: model.Trouble(self.file(), self.word())),
            inventory=self.proofs(),
            lanes=self.some(lambda: model.Lane(self.word(), self.word())),
            allowances=self.some(
                lambda: model.Allowance(
                    self.rule(),
                    self.word(),
                    self.word("configuration"),
                    self.file(),
                    self.number(),
                    self.number(),
                    self.chance.randint(0, 1),
                    self.word(""),
                )
            ),
            notices=self.words(),
            shown_from=self.chance.choice(("info", "info", "low", "critical")),
            files=self.some(self.known, 3),
        )


def mark(number: int) -> str:
    """The word by which a finding is known in every form."""
    return f"Zq{number}qZ"


def tame(one: Any, names: dict[str, str] | None = None) -> Any:
    """The same review with a plain word for every text that says something, equal ones for equal ones."""
    names = {} if names is None else names
    if isinstance(one, str):
        if one in _WORDS or not inert(one).strip() or not one.strip():
            return one
        start = "allowed: " if one.startswith("allowed: ") else ""
        return start + names.setdefault(one, f"word{len(names)}")
    if isinstance(one, tuple):
        return tuple(tame(part, names) for part in one)
    if dataclasses.is_dataclass(one) and not isinstance(one, type):
        return replace(one, **{part.name: tame(getattr(one, part.name), names) for part in dataclasses.fields(one)})
    return one
