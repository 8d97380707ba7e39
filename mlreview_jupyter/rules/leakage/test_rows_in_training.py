"""A model that was fitted on rows which it is tested on."""

from ...rule import Example, Facts, Finding, Found, How, Op, Place, Related, Severity, Tested, fits, found, related, rule, tested

NAMED = 4  # models of a first level that are named one by one
_DATA = """
    # %%
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import accuracy_score
    from sklearn.model_selection import GridSearchCV, cross_val_predict, train_test_split
    from sklearn.tree import DecisionTreeClassifier

    rng = np.random.default_rng(1)
    X = rng.normal(size=(200, 3))
    y = (X[:, 0] + rng.normal(size=200) > 0).astype(int)
"""


@rule(
    item="leakage.rows-overlap",
    severity=Severity.CRITICAL,
    judges=lambda facts: len({score.place for score in facts.held_out()}),
    strength="no model is tested on rows that it was fitted on ({n:score} judged)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    tree = DecisionTreeClassifier(random_state=0)
    tree.fit(X, y)  # <- here
    print("test accuracy", accuracy_score(y_test, tree.predict(X_test)))
    """
        ),
        Example(
            _DATA
            + """
    # %%
    first = DecisionTreeClassifier(random_state=0).fit(X, y).predict_proba(X)  # <- here
    F_train, F_test, y_train, y_test = train_test_split(first, y, random_state=0)
    print("stacked", LogisticRegression().fit(F_train, y_train).score(F_test, y_test))
    """
        ),
        Example(
            _DATA
            + """
    # %%
    X_train, X_test = X[:150], X[100:]  # <- here
    tree = DecisionTreeClassifier(random_state=0).fit(X_train, y[:150])
    print(tree.score(X_test, y[100:]))
    """
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    search = GridSearchCV(DecisionTreeClassifier(random_state=0), {"max_depth": [2, 3]}).fit(X_train, y_train)
    print("test", search.score(X_test, y_test))
    final = DecisionTreeClassifier(random_state=0, **search.best_params_).fit(X, y)
    """
        ),
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    tree = DecisionTreeClassifier(random_state=0)
    first = cross_val_predict(tree, X_train, y_train, method="predict_proba")
    stacked = LogisticRegression().fit(first, y_train)
    print(stacked.score(tree.fit(X_train, y_train).predict_proba(X_test), y_test))
    """
        ),
    ),
)
def test_rows_in_training(facts: Facts) -> Found:
    """A score that is shown as one of held-out rows is computed on rows that the model was fitted on.

    It was fitted on all rows before, or after, some were set aside; on the test part itself; on a part that shares rows with the other; or
    it rests on the predictions of a model that was. A training score that is shown as one is no finding, nor is a last fit on all rows
    which nothing scores.

    Why: the model has seen these rows with their answers. Its score says how well it remembers them; a tree or a forest gets nearly all of
    them right and may be useless on new ones. Nothing in the notebook then tells how it will do in production.

    Instead: fit on the training part only, searches, calibration and the models of a first level included; take first-level predictions
    from `cross_val_predict`. If the model is to be fitted on all rows in the end, do that last, and report the score from before.

    Trade-off: the model that is scored has learned from fewer rows than the one that is used. Where rows are few, cross-validation wastes
    none, at the price of several fits.
    """
    groups: dict[tuple[How, Place], list[Tested]] = {}
    for one in tested(facts, fits(facts)):
        groups.setdefault((one.how, one.place), []).append(one)
    for group in groups.values():
        yield _finding(facts, group)


def _finding(facts: Facts, group: list[Tested]) -> Finding:
    first = next((one for one in group if one.certain), group[0])
    name, score = first.fit.name or "the model", first.scores[0].place.words()
    every = list(dict.fromkeys(one.fit.name for one in group if one.fit.name)) if first.how is How.BENEATH else []
    lower = " and ".join([", ".join(every[:-1]), every[-1]]) if 1 < len(every) <= NAMED else name
    parts = [split.place.words() for split in facts.splits_behind(first.scores[0]) if split.op is Op.SPLIT][-1:]
    split = parts[0] if parts else "the split"
    title, issue, fix = {
        How.ALL: (
            f"{name} is tested on rows that it was fitted on",
            f"{name} was fitted on all rows, those included that {split} sets aside: the score in {score} is of rows seen with their answers.",
            f"Fit {name} on the training part only. A fit on all rows may come last, with the score from before.",
        ),
        How.PART: (
            f"{name} is fitted on the test part and scored on it",
            f"{name} was fitted on what {split} sets aside, and the score in {score} is computed on the same rows, held out no longer.",
            f"Fit {name} on a third part, or by cross-validation on the training part, and keep the test part for the score.",
        ),
        How.TOUCHING: (
            f"The rows that {name} is scored on share some with those it was fitted on",
            f"The two parts were picked apart and overlap: the score in {score} is partly of rows that {name} has seen with their answers.",
            "Part the rows once, into two that exclude each other: train_test_split, slices that meet at one place, all rows but the training part.",
        ),
        How.BENEATH: (
            f"Predictions of {lower} for rows seen in fitting are features here",
            f"{lower} learned the answers of rows that the score in {score} is computed on: the predictions for them tell the model above.",
            f"Take the predictions of {lower} from cross_val_predict on the training part, and for the test part from a fit on the training part.",
        ),
        How.WORDS: (
            f"A score of {name} is called a test score and is one of its training rows",
            f"What {score} shows as a score of held-out rows is computed on the rows that {name} was fitted on.",
            "Predict and score the held-out part there, or call it a training score.",
        ),
    }[first.how]
    shared = "some" if first.how is How.TOUCHING else "all of them"
    return found(
        first.place,
        title,
        issue,
        fix,
        first.certain,
        _path(facts, group),
        (("model", name), ("scored rows", f"{shared} were fitted on")),
    )


def _path(facts: Facts, group: list[Tested]) -> list[Related]:
    """Split here, fitted here, scored here."""
    scores = [score for one in group for score in one.scores]
    steps = [related(facts, "split", split.place, split.short) for split in facts.splits_behind(scores[0]) if split.op is Op.SPLIT][-1:]
    fitted = dict.fromkeys((one.fit.learned[0].place, one.fit.name) for one in group)
    scored = dict.fromkeys((score.place, score.short) for score in scores)
    steps += [related(facts, "fitted", place, name) for place, name in fitted]
    return steps + [related(facts, "scored", place, name) for place, name in scored]
