"""A preparation that learned from rows which are scored later."""

from ...rule import (
    Edit,
    Example,
    Facts,
    Finding,
    Found,
    Leak,
    Learns,
    Op,
    Related,
    Severity,
    by_statement,
    found,
    mended,
    nested,
    related,
    rule,
)

_DO = {
    Learns.SELECTION: "Split first, then choose on the training part only, or put the choice (SelectKBest, SelectFromModel) "
    "into a Pipeline with the model, so that each fold chooses anew.",
    Learns.STATISTIC: "Split first and compute {name} on the training part only: whatever it fills, scales or leaves out "
    "then follows from rows that the model may know.",
    Learns.BINS: "Split first and take the edges of the bins from the training part, or name fixed edges.",
}
# A value that is computed by hand costs less to mend than the rule's manual says of a fitted step.
_BY_HAND = "none worth speaking of: one more line, and a value that differs a little from that of all rows."
_DO_ELSE = (
    "Split first and fit {name} on the training part only, or put it into a Pipeline with the model, so that each split fits it anew."
)
_AGAIN = "Fit {name} on the training part alone, and only apply what it learned there to the evaluation part."
_AGAIN_BY_HAND = "Compute {name} on the training part, and use that value for the evaluation part, too."
_NONE = "none: one call less."
_FOLDS = " before the folds were made inside cross-validation"

_DATA = """
    # %%
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score, train_test_split
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    rng = np.random.default_rng(1)
    X = rng.normal(size=(200, 3))
    y = (X[:, 0] > 0).astype(int)
"""


@rule(
    item="leakage.split-first",
    severity=Severity.HIGH,
    judges=lambda facts: len({score.place for score in facts.scores}),
    strength="no score rests on a preparation that learned from its rows ({n} judged)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    X = StandardScaler().fit_transform(X)  # <- here
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    model = LogisticRegression().fit(X_train, y_train)
    print(model.score(X_test, y_test))
    """,
            fixed=_DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    standard_scaler = StandardScaler()
    X_train = standard_scaler.fit_transform(X_train)
    X_test = standard_scaler.transform(X_test)
    model = LogisticRegression().fit(X_train, y_train)
    print(model.score(X_test, y_test))
    """,
        ),
        Example(
            _DATA
            + """
    # %%
    X = (X - X.mean(axis=0)) / X.std(axis=0)  # <- here
    print(cross_val_score(LogisticRegression(), X, y).mean())
    """
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    scaler = StandardScaler().fit(X_train)
    model = LogisticRegression().fit(scaler.transform(X_train), y_train)
    print(model.score(scaler.transform(X_test), y_test))
    """
        ),
        Example(
            _DATA
            + """
    # %%
    print(X.mean(axis=0))
    print(cross_val_score(make_pipeline(StandardScaler(), LogisticRegression()), X, y).mean())
    """
        ),
    ),
)
def learned_before_split(facts: Facts) -> Found:
    """Something that prepares the data was learned from rows that the model is scored on.

    A scaler, an imputer, a selector, a vectoriser or a plain mean that was computed on all rows carries news of the
    evaluation rows into the training rows; one that was fitted anew on the evaluation rows prepares them by what they tell of
    each other. What only lists the categories that exist does not count.

    Why: the score is computed on rows that have already shaped the features. Rows that arrive in production have not,
    so the model does worse there than the score says; much worse where columns were selected or the data is small.

    Instead: split first and learn from the training part only, or put the step into a `Pipeline` together with the
    model, so that every split and every fold learns it anew.

    Trade-off: a pipeline fits its steps once a fold, which takes longer. For a scaler on many rows the score moves
    little; it is still not the score of rows that nobody has seen.
    """
    ahead: list[Leak] = []
    again: list[Leak] = []
    for leak in facts.leaks():
        if _counts(leak):
            if facts.fitted_apart(leak.learning, leak.score):
                if not (nested.in_folds_only(facts, leak) and nested.tested_beside(facts, leak)):
                    ahead.append(leak)
            elif leak.certain and facts.fitted_again(leak.learning, leak.score):
                again.append(leak)
    yield from (_ahead(facts, group) for group in by_statement(ahead))
    yield from (_again(facts, group) for group in by_statement(again))


def _ahead(facts: Facts, group: list[Leak]) -> Finding:
    """Something was learned from rows of both sides, ahead of what parts them."""
    certain = [leak for leak in group if leak.certain and not nested.in_folds_only(facts, leak)]
    first = (certain or group)[0]
    learning = first.learning
    name = _names(group)
    whose = f" of {learning.subject}" if learning.subject and learning.learns is Learns.STATISTIC else ""
    source = learning.subject or "all rows"
    before = "" if not first.crossed else " before the split" if first.crossed[-1].op is Op.SPLIT else _FOLDS
    did = "chose columns by" if learning.learns is Learns.SELECTION else "learned from"
    return found(
        learning.place,
        f"{name}{whose} {did} the rows that are scored",
        f"{name} {did} {source}{before}, the evaluation rows included, and what came of it reaches the model. The score in "
        f"{first.score.place.words()} is {'' if certain else 'perhaps '}computed on some of those rows; "
        "rows in production will not have taken part.",
        _DO.get(learning.learns, _DO_ELSE).format(name=name),
        bool(certain),
        _path(facts, first, certain or group),
        _evidence(name, source, group),
        _edits(facts, certain),
        tradeoff=_BY_HAND if learning.learns is Learns.STATISTIC else "",
    )


def _again(facts: Facts, group: list[Leak]) -> Finding:
    """The evaluation rows were prepared by what they themselves tell."""
    learning = group[0].learning
    name, subject = _names(group), learning.subject
    by_hand = learning.learns is Learns.STATISTIC
    source = f"{subject} itself" if subject else "the evaluation rows themselves"
    return found(
        learning.place,
        f"{name}{f' of {subject}' if by_hand and subject else ''} learned from the rows that are scored",
        f"{name} learned from {source}: the rows that are scored in {group[0].score.place.words()} are prepared by what they "
        "have in common, not by what the training part told. A row in production comes without them.",
        (_AGAIN_BY_HAND if by_hand else _AGAIN).format(name=name),
        True,
        _path(facts, group[0], group),
        _evidence(name, subject or "the evaluation rows", group),
        _edits(facts, group),
        tradeoff=_BY_HAND if by_hand else _NONE,
    )


def _edits(facts: Facts, group: list[Leak]) -> tuple[Edit, ...]:
    return mended(facts, group[0].learning, [leak.score for leak in group], group[0].splits) if group else ()


def _names(group: list[Leak]) -> str:
    return " and ".join(list(dict.fromkeys(leak.learning.short for leak in group))[:3])


def _evidence(name: str, source: str, group: list[Leak]) -> tuple[tuple[str, str], ...]:
    return (("learned", f"{name} from {source}"), ("scores", str(len({leak.score.place for leak in group}))))


def _counts(leak: Leak) -> bool:
    """A preparation; a bare statistic only where nothing unknown lies on its way: it is used for a thousand other things."""
    return leak.learning.learns.preparation and (leak.certain or leak.learning.learns is not Learns.STATISTIC)


def _path(facts: Facts, first: Leak, group: list[Leak]) -> list[Related]:
    """Learned here, split here after that, scored here: the scored places of all that it spoils."""
    scored = dict.fromkeys((leak.score.place, leak.score.short) for leak in group)
    splits = [split for split in first.crossed if all(split.place != place for place, _ in scored)]
    return [
        related(facts, "learned", first.learning.place, first.learning.short),
        *(related(facts, "split", split.place, split.short) for split in splits[:2]),
        *(related(facts, "scored", place, name) for place, name in scored),
    ]
