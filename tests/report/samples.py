"""Reviews made by hand: one that has something in every field, one of many files, one with nothing to say."""

from __future__ import annotations

from dataclasses import replace

from mlreview_jupyter.model.review import (
    SCHEMA,
    Allowance,
    Change,
    Check,
    Decision,
    File,
    Item,
    Lane,
    NotJudged,
    Proof,
    Ran,
    Reported,
    Review,
    RuleOutcome,
    Spot,
    Step,
    Trouble,
)

SCALE = "X = StandardScaler().fit_transform(X)"
SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y)"


def spot(file: str = "train.ipynb", cell: int | None = 4, line: int = 2, column: int = 4, end: int = 12, part: str = "") -> Spot:
    return Spot(file, cell, "c4", 5, line, column, line, end, 99, part)


def finding(number: int = 0, **fields: object) -> Reported:
    """A finding with a path, evidence and an edit."""
    place = spot()
    made = Reported(
        id=f"{number:016x}",
        rule="learned-before-split",
        item="leakage.split-first",
        severity="high",
        certainty="certain",
        lane="rules",
        title="StandardScaler learned from the rows that are scored",
        issue="StandardScaler learned from X before the split. Rows in production will not have taken part.",
        fix="Split first and fit StandardScaler on the training part only.",
        tradeoff="a pipeline fits its steps once a fold.",
        edits=(),
        file=place.file,
        cell=place.cell,
        cell_id=place.cell_id,
        execution_count=place.execution_count,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=len(SCALE),
        physical_line=place.physical_line,
        suppressed_by=None,
        related=(
            Step("learned", place, SCALE, "StandardScaler"),
            Step("split", spot(cell=5, line=1), SPLIT, "train_test_split"),
            Step("scored", spot(cell=7, line=3), "model.score(X_test, y_test)", "score"),
            Step("scored", spot(cell=8, line=1), "f1_score(y_test, model.predict(X_test))", "f1_score"),
        ),
        evidence=(Proof("learned", "StandardScaler from X"), Proof("scores", "2")),
        source=SCALE,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def unseeded(number: int = 1, **fields: object) -> Reported:
    edit = Change(spot(cell=5, line=1, column=len(SPLIT) - 1, end=len(SPLIT)), "source", ")", ", random_state=0)", False)
    made = finding(
        number,
        rule="split-without-seed",
        item="leakage.split-seeded",
        severity="medium",
        title="train_test_split has no seed",
        issue="train_test_split parts the rows in another way at every run.",
        fix="Pass random_state= with a constant.",
        edits=(edit,),
        cell=5,
        line=1,
        end_line=1,
        column=35,
        end_column=len(SPLIT),
        related=(),
        evidence=(),
        source=SPLIT,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def file(
    name: str = "train.ipynb", decision: Decision = "BLOCK", form: str = "notebook", counts: tuple[int | None, ...] = (1, 2, 3, 9, 7, None)
) -> File:
    return File(
        name,
        f"notebooks/{name}",
        form,
        "candidate",
        "a model is scored on held-out rows",
        decision,
        tuple(Ran(number, "code" if number % 3 else "markdown", count, "python") for number, count in enumerate(counts)),
        (Proof("fits", "2"), Proof("splits", "1"), Proof("scores", "3")),
        (Proof("classification", "RandomForestClassifier is fitted in cell 6:1"),),
    )


def full() -> Review:
    """Something in every field."""
    findings = (
        finding(
            0,
            severity="critical",
            certainty="proven",
            evidence=(Proof("test rows seen", "199 of 200"), Proof("honest score", "0.81 ± 0.02")),
        ),
        finding(1, certainty="possible"),
        unseeded(2),
        finding(
            3,
            severity="low",
            cell=6,
            line=1,
            part="outputs/0/text",
            related=(),
            source="a warning that was printed",
            title="A warning was printed",
        ),
        finding(4, severity="info", related=(), title="The rows are ordered by time"),
        finding(5, suppressed_by="allowed: the demo shows it on purpose"),
        unseeded(6, suppressed_by="baseline"),
        unseeded(7, suppressed_by="unchanged since main"),
    )
    return Review(
        schema=SCHEMA,
        tool="mlreview 0.1.0",
        base="notebooks",
        judged_as="candidate: a model is scored on held-out rows",
        context=(Proof("team", "5 engineers"), Proof("timeline", "ships in May")),
        policy="strict",
        decision="BLOCK",
        because=("StandardScaler learned from the rows that are scored (train.ipynb)", "broken.ipynb could not be read: it is not JSON"),
        flip=("the fixes of 2 findings", "1 answer", "then: APPROVE WITH WARNINGS"),
        risks=("data leakage", "irreproducible training"),
        findings=findings,
        outcomes=(
            RuleOutcome("learned-before-split", "train.ipynb", "found", "3 found", 3),
            RuleOutcome("run-all-fails", "train.ipynb", "unknown", "from helpers import * brings names that this file does not show", 12),
            RuleOutcome("split-without-seed", "train.ipynb", "found", "1 found", 1),
            RuleOutcome("secret-exposed", "train.ipynb", "clean", "", 40),
        ),
        scorecard=(
            Item(
                "leakage.split-first",
                "leakage",
                "violated",
                "StandardScaler learned from the rows that are scored",
                ("learned-before-split",),
            ),
            Item("leakage.split-seeded", "leakage", "met", "1 judged by split-without-seed", ("split-without-seed",)),
            Item("eval.exists", "eval", "unknown", "no rule answers for it yet", ()),
            Item("framing.decision", "framing", "ask", "Work starts from a user's decision.", ()),
            Item("serve.rollback", "serve", "not applicable", "asked from stage production on", ()),
        ),
        strengths=("no secret is written anywhere (40 cells)",),
        questions=("train.ipynb:cell 4:2: is customer_id one row per customer?",),
        checks=(Check("pytest", "passed"), Check("ruff", "not run")),
        gaps=(NotJudged("call", "what recsys.features does with its data is not known", spot(cell=3, line=1)),),
        unread=(Trouble("broken.ipynb", "it is not JSON"),),
        inventory=(Proof("notebook", "1"), Proof("classification", "RandomForestClassifier is fitted in cell 6:1")),
        lanes=(Lane("rules", "ran"), Lane("claude", "not asked")),
        allowances=(
            Allowance("learned-before-split", "the demo shows it on purpose", "line", "train.ipynb", 4, 2, 1, ""),
            Allowance("run-all-fails", "a scratch notebook", "configuration", "pyproject.toml: scratch/*", None, None, 0, ""),
            Allowance("scaled-early", "old", "cell", "train.ipynb", 6, None, 0, "no rule is called scaled-early"),
        ),
        notices=("pyproject.toml leaves out the rules of repro", "pyproject.toml asks for exit code 0 always: not obeyed"),
        shown_from="low",
        files=(file(), file("broken.ipynb", form="unread", counts=())),
    )


def many(number: int = 20, each: int = 2) -> Review:
    """So many files, the worst of them last by name."""
    names = [f"n{at:03}.ipynb" for at in range(number)]
    findings = [
        unseeded(at * 100 + more, file=name, title=f"split {at}-{more} has no seed")
        for at, name in enumerate(names[:-1])
        for more in range(each)
    ]
    findings.insert(0, finding(99999, file=names[-1], severity="critical"))
    return replace(
        full(),
        findings=tuple(findings),
        unread=(),
        notices=(),
        files=tuple(file(name, "BLOCK" if name == names[-1] else "APPROVE WITH WARNINGS") for name in names),
        gaps=tuple(NotJudged("call", "what it does is not known", spot(name)) for name in names),
        outcomes=tuple(RuleOutcome("split-without-seed", name, "found", "2 found", 2) for name in names),
        shown_from="info",
    )


def clear() -> Review:
    """Everything was looked at and is as it should be."""
    return replace(
        full(),
        decision="APPROVE",
        because=(),
        flip=(),
        risks=(),
        findings=(),
        outcomes=(RuleOutcome("learned-before-split", "train.ipynb", "clean", "", 3),),
        strengths=("no score rests on a preparation that learned from its rows (3 judged)",),
        questions=(),
        gaps=(),
        unread=(),
        allowances=(),
        notices=(),
        policy="standard",
        context=(),
        files=(file(decision="APPROVE", counts=(None, 1, 2, None, 3, 4)),),
    )
