"""How often the same held-out rows were looked at."""

from ...rule import Example, Facts, Found, Severity, found, related, reuse, rule

_FEW = 3  # models on the same rows that are worth a word
_DATA = """
    # %%
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import train_test_split
    from sklearn.naive_bayes import GaussianNB
    from sklearn.tree import DecisionTreeClassifier

    rng = np.random.default_rng(1)
    X = rng.normal(size=(300, 3))
    y = (X[:, 0] + rng.normal(size=300) > 0).astype(int)
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
"""


@rule(
    item="leakage.test-reuse",
    severity=Severity.INFO,
    judges=lambda facts: len(reuse.scored_again(facts)),
    bad=(
        Example(
            _DATA
            + """
    # %%
    for model in (LogisticRegression(), GaussianNB(), DecisionTreeClassifier(random_state=0)):
        print(model.fit(X_train, y_train).score(X_test, y_test))  # <- here
    """
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
    """
        ),
    ),
)
def test_set_spent(facts: Facts) -> Found:
    """The same held-out rows judged several models.

    A fact, not a fault: it says how often these rows were looked at, and where. It never touches the decision.

    Why: each look at the held-out rows tells something about them. Whoever keeps the best of many models by their scores
    reports a number that new rows will not reach.

    Instead: compare models by cross-validation on the training part, and score only the one that is kept.

    Trade-off: comparing on one held-out part is quick and easy to read; with many rows and few models the effect is small.
    """
    for scores in reuse.scored_again(facts).values():
        if len(scores) >= _FEW:
            places = dict.fromkeys(score.place for score in scores)
            repeated = any(score.repeated for score in scores)
            count = f"{len(scores)}{' or more' if repeated else ''}"
            yield found(
                scores[0].place,
                f"{count} models are judged by the same held-out rows",
                f"These rows judge {count} models, at {len(places)} place{'s' if len(places) > 1 else ''}. A comparison is no fault; once the best is "
                "kept because of these scores, its score is no longer that of rows nobody has seen.",
                "Compare by cross-validation on the training part, and score the model that is kept once.",
                all(score.certain for score in scores),
                [related(facts, "scored", place, "") for place in places],
                (("models", count), ("places", str(len(places)))),
            )
