"""A preparation that learned from rows which are scored later."""

from ...rule import Example, Facts, Found, Leak, Learns, Op, Related, Severity, by_statement, found, related, rule

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
    """
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
    evaluation rows into the training rows. What only lists the categories that exist does not count.

    Why: the score is computed on rows that have already shaped the features. Rows that arrive in production have not,
    so the model does worse there than the score says; much worse where columns were selected or the data is small.

    Instead: split first and learn from the training part only, or put the step into a `Pipeline` together with the
    model, so that every split and every fold learns it anew.

    Trade-off: a pipeline fits its steps once a fold, which takes longer. For a scaler on many rows the score moves
    little; it is still not the score of rows that nobody has seen.
    """
    leaks = (leak for leak in facts.leaks() if _counts(leak) and facts.fitted_apart(leak.learning, leak.score))
    for group in by_statement(leaks):
        certain = [leak for leak in group if leak.certain]
        first = (certain or group)[0]
        learning = first.learning
        names = list(dict.fromkeys(leak.learning.short for leak in group))
        name = " and ".join(names[:3])
        whose = f" of {learning.subject}" if learning.subject and learning.learns is Learns.STATISTIC else ""
        source = f" {learning.subject}" if learning.subject else " all rows"
        cross = bool(first.splits) and first.splits[-1].op is not Op.SPLIT
        before = "the folds were made" if cross else "the split"
        did = "chose columns by" if learning.learns is Learns.SELECTION else "learned from"
        yield found(
            learning.place,
            f"{name}{whose} {did} the rows that are scored",
            f"{name} {did}{source} before {before}, the evaluation rows included, and what came of it reaches the model. The score in "
            f"{first.score.place.words()} is {'' if certain else 'perhaps '}computed on some of those rows; rows in production will not have taken part.",
            _DO.get(learning.learns, _DO_ELSE).format(name=name),
            bool(certain),
            _path(facts, first, certain or group),
            (("learned", f"{name} from{source}"), ("scores", str(len({leak.score.place for leak in group})))),
            tradeoff=_BY_HAND if learning.learns is Learns.STATISTIC else "",
        )


def _counts(leak: Leak) -> bool:
    """A preparation; a bare statistic only where nothing unknown lies on its way: it is used for a thousand other things."""
    return leak.learning.learns.preparation and (leak.certain or leak.learning.learns is not Learns.STATISTIC)


def _path(facts: Facts, first: Leak, group: list[Leak]) -> list[Related]:
    """Learned here, split here, scored here: the scored places of all that it spoils."""
    steps = [related(facts, "learned", first.learning.place, first.learning.short)]
    steps += [related(facts, "split", split.place, split.short) for split in first.splits if split.op is Op.SPLIT][:2]
    scored = dict.fromkeys((leak.score.place, leak.score.name.rpartition(".")[2]) for leak in group)
    return steps + [related(facts, "scored", place, name) for place, name in scored]
