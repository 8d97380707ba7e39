"""Accuracy as the only measure of a target that one class fills."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...rule import (
    Balance,
    Event,
    Example,
    Facts,
    Finding,
    Fit,
    Found,
    Metric,
    Op,
    Related,
    Role,
    Score,
    Severity,
    by_source,
    drawn,
    fits,
    found,
    only,
    related,
    rule,
    same_values,
)

TWO = 0.8  # from here on, the larger of two classes fills the target
MANY = 2 / 3  # the same for the largest of several

_SKEWED = """
    # %% In [1]
    import numpy as np
    import pandas as pd
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import accuracy_score, classification_report
    from sklearn.model_selection import train_test_split

    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"calls": rng.poisson(2, 400), "churned": (np.arange(400) % 16 == 0).astype(int)})
    frame["churned"].value_counts()
    #> Out[1]: churned
    #> 0    375
    #> 1     25
    #> Name: count, dtype: int64

    # %% In [2]
    X_train, X_test, y_train, y_test = train_test_split(frame[["calls"]], frame["churned"], random_state=0)
    model = LogisticRegression().fit(X_train, y_train)
    predicted = model.predict(X_test)
"""
_MADE = """
    # %%
    from sklearn.datasets import make_classification
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score
"""


@rule(
    item="eval.metric-fit",
    severity=Severity.MEDIUM,
    judges=lambda facts: _settled(facts),
    strength="no target that is known to be imbalanced is judged by accuracy alone ({n:score} judged)",
    bad=(
        Example(
            _SKEWED
            + """
    # %% In [3]
    print("accuracy", accuracy_score(y_test, predicted))  # <- here
    """
        ),
        Example(
            _MADE
            + """
    X, y = make_classification(n_samples=1000, n_classes=3, n_informative=4, weights=[0.8, 0.15], random_state=0)
    print(cross_val_score(LogisticRegression(max_iter=500), X, y).mean())  # <- here
    """
        ),
    ),
    good=(
        Example(
            _SKEWED
            + """
    # %% In [3]
    print("accuracy", accuracy_score(y_test, predicted))
    print(classification_report(y_test, predicted, zero_division=0))
    """
        ),
        Example(
            _MADE
            + """
    X, y = make_classification(n_samples=1000, weights=[0.6], random_state=0)
    print(cross_val_score(LogisticRegression(), X, y).mean())
    """
        ),
    ),
)
def metric_hides_imbalance(facts: Facts) -> Found:
    """A classifier is judged by accuracy alone, and the notebook shows that nearly all rows are of one class.

    Imbalanced means here: one of two classes has less than 20 % of the rows, or the largest of several has two thirds
    of them or more. It is certain where the notebook shows the shares (counts under a cell, generated data), and
    possible where only the code treats the target so (class weights, oversampling).

    Why: a model that always answers with the large class has that class's share as its accuracy, and finds none of the
    cases that it was built for. A rise of half a point may be all or nothing of the rare class, and the number cannot
    tell which.

    Instead: look at the rare class beside accuracy: its precision and recall (`classification_report`,
    `confusion_matrix`), `average_precision_score`, or `balanced_accuracy_score`; choose the one that follows from what a
    missed case and a false alarm cost.

    Trade-off: two numbers are harder to compare than one, and those of a rare class vary more from split to split.
    Accuracy alone is right where every mistake costs the same and a baseline that always answers with the large class
    stands beside it.
    """
    if not any(score.metric is Metric.SHARE for score in facts.scores):
        return
    others = [score.rows for score in facts.scores if score.metric in (Metric.CLASSES, Metric.UNKNOWN)]
    if None in others:  # of rows that are not known
        return
    seen = {root for rows in others if rows is not None for root in rows.roots()}
    resampled = [event for event in facts.calls(Op.RESAMPLE) if "target" in event.roles and event.short[:1].isupper()]
    for beside in by_source(fits(facts)):
        if any(not fit.roots.isdisjoint(seen) for fit in beside) or _seen_otherwise(beside):
            continue
        groups: dict[object, list[Fit]] = {}
        for fit in beside:
            if fit.target is not None and any(score.metric is Metric.SHARE for score in fit.scores):
                column = only(fit.target)
                groups.setdefault((column.sources, column.form) if column is not None else None, []).append(fit)
        for group in groups.values():
            finding = _judge(facts, group, resampled)
            if finding is not None:
                yield finding


def _settled(facts: Facts) -> int:
    """The scores that see each class, and those by accuracy where it is shown how the classes are spread."""
    seeing = {score.place for score in facts.scores if score.metric is Metric.CLASSES}
    told = [one.data for one in facts.balances]
    for fit in fits(facts) if told else ():
        if fit.target is not None and any(same_values(data, fit.target) and fit.of(data) for data in told):
            seeing.update(score.place for score in fit.scores if score.metric is Metric.SHARE)
    return len(seeing)


@dataclass(frozen=True, slots=True)
class _Sign:
    """Something in the code that treats a target as imbalanced."""

    event: Event
    words: str


def _seen_otherwise(beside: list[Fit]) -> bool:
    """Does something look at a model of this data in another way, or may do so; or does it stand beside a baseline?"""
    return any(fit.name.startswith("Dummy") or any(_unseen(event) for event in fit.looks) for fit in beside)


def _unseen(event: Event) -> bool:
    """A call that nobody described got the model or its predictions; or a picture is drawn of the model."""
    return event.op is Op.UNKNOWN or (event.op is Op.SHOW and "model" in event.roles)


def _judge(facts: Facts, group: list[Fit], resampled: list[Event]) -> Finding | None:
    """What is to be said of these models of one target, if it is imbalanced."""
    target = group[0].target
    scores = [score for fit in group for score in fit.scores if score.metric is Metric.SHARE and score.rows is not None]
    scores.sort(key=lambda score: (score.role is Role.TRAINING, score.id))
    if target is None or not scores:
        return None
    counted = [one for one in facts.balances if same_values(one.data, target)]
    told = [(score, one) for score in scores for one in counted if one.tells_of(target, score.rows)]
    if any(not _imbalanced(one) for _, one in told):
        return None
    if told:
        return _shown(facts, group, *told[0], scores)
    natural = [score for score in scores if score.rows is not None and drawn(score.rows)]
    sign = next(_signs(group, resampled), None)
    return _treated(facts, group, sign, natural) if sign is not None and natural else None


def _imbalanced(balance: Balance) -> bool:
    return balance.largest >= (TWO if len(balance.shares) == 2 else MANY)


def _signs(group: list[Fit], resampled: list[Event]) -> Iterator[_Sign]:
    """Rows of a class that are repeated, made or left out; class weights in most of the models or their fits."""
    for event in resampled:
        if group[0].of(event.roles["target"]):
            yield _Sign(event, f"{event.short} changes the shares of the classes")
    weighted = [fit for fit in group if fit.weighs]
    if 2 * len(weighted) > len(group):
        yield _Sign(weighted[0].event, f"{weighted[0].weighs} is set")


def _shown(facts: Facts, group: list[Fit], score: Score, balance: Balance, scores: list[Score]) -> Finding:
    label, share = balance.rarest
    large = balance.shares[0][0]
    shown = f"{label or 'a class'}: {share:.1%}" + (f" of {balance.total:,}" if balance.total else "")
    always = f"always answers {large}" if large else "always answers with the large class"
    return found(
        score.place,
        f"Accuracy alone judges a target that is {balance.largest:.0%} one class",
        f"{balance.place.words()} shows the classes at {_percent(balance)}. A model that {always} is right in {balance.largest:.1%} of such rows "
        f"and finds none of the others; accuracy in {score.place.words()}, the only measure of {_names(group)}, cannot tell the two apart.",
        _FIX,
        score.certain and all(one.certain for fit in group for one in fit.learned),
        [related(facts, "balance", balance.place, "the classes are counted"), *_scored(facts, scores)],
        (("rarest class", shown), ("largest class", f"{balance.largest:.1%}"), ("other measures", "none")),
    )


def _treated(facts: Facts, group: list[Fit], sign: _Sign, scores: list[Score]) -> Finding:
    return found(
        scores[0].place,
        "Accuracy alone judges a target that the code treats as imbalanced",
        f"In {sign.event.place.words()}, {sign.words}, as one does where a class is rare. Accuracy in {scores[0].place.words()}, the only measure of "
        f"{_names(group)}, says little of a rare class: a model that never finds it is right in all the other rows.",
        _FIX,
        False,
        [related(facts, "balance", sign.event.place, sign.words), *_scored(facts, scores)],
        (("sign", sign.words), ("other measures", "none")),
    )


_FIX = (
    "Print precision and recall of the rare class beside accuracy (classification_report or confusion_matrix on the same predictions), "
    "or score by average_precision or balanced_accuracy."
)


def _percent(balance: Balance) -> str:
    parts = [f"{label + ' ' if label else ''}{share:.1%}" for label, share in balance.shares[:3]]
    return ", ".join(parts) + (f" and {len(balance.shares) - 3} more" if len(balance.shares) > 3 else "")


def _names(group: list[Fit]) -> str:
    names = list(dict.fromkeys(fit.name or "the model" for fit in group))
    return " and ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} other models"


def _scored(facts: Facts, scores: Iterable[Score]) -> list[Related]:
    return [
        related(facts, "scored", place, name) for place, name in dict.fromkeys((one.place, one.name.rpartition(".")[2]) for one in scores)
    ]
