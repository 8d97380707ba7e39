"""The target, or what is made of it, stands among the features."""

from ...rule import Example, Facts, Feature, Finding, Found, Severity, features, fits, found, related, rule

_DATA = """
    # %%
    import numpy as np
    import pandas as pd
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import train_test_split

    rng = np.random.default_rng(4)
    loans = pd.DataFrame({"income": rng.normal(50, 9, 300), "debt": rng.normal(20, 6, 300)})
    loans["default"] = (loans["debt"] / loans["income"] + rng.normal(0, 0.1, 300) > 0.4).astype(int)
"""
_FIT = """
    y = loans["default"]
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    model = LogisticRegression().fit(X_train, y_train)
    print(model.score(X_test, y_test))
    """
_TITLES = {
    "target": "The target {target} is one of the features",
    "copy": "{name} holds the values of the target {target}",
    "computed": "{name} is computed from the target {target}",
    "follows": "The target {target} is worked out of the feature {name}",
    "other": "The features still hold the other values of {name}, of which the target {target} is one",
    "number": "{name} tells the target {target}: the rows stand in its order",
}
_ISSUES = {
    "target": "The columns that the model is fitted on still hold {target}, which it is to predict. It reads the answer off its input: the score "
    "says nothing, and in production the column is empty or missing.",
    "copy": "The model is fitted on {name}, which has the same values as the target {target} under another name or in another form. The score "
    "says nothing of rows whose target is not known yet.",
    "computed": "The feature {name} is computed from {target} of its own row. When the model is asked about a new row, the target is not "
    "known, so the feature cannot be computed; the score rests on it all the same.",
    "follows": "{target} is worked out of {name}, and {name} is among the features: the model only has to find that rule again. Where {name} is "
    "known, no model is needed; where it is not, the score does not hold.",
    "other": "{name} was made one column for each of its values. {target} is the target; the columns of the other values are among the features, and "
    "where all of those are 0, {target} is 1. The model reads the answer off them.",
    "number": "The rows were put together class by class and then numbered, so the number {name} alone tells the class. New rows have no such number.",
}
_FIXES = {
    "target": "Drop {target} from the features, or name the features one by one.",
    "copy": "Drop {name} from the features.",
    "computed": "Drop {name}, or compute it from values that are known before the target is (earlier rows, by shift(1)).",
    "follows": "Drop {name} and what is computed from it, or predict it directly.",
    "other": "Drop every column that {name} was made into, or take {name} out before the others are encoded.",
    "number": "Drop {name} from the features.",
}


@rule(
    item="leakage.available-at-serving",
    severity=Severity.CRITICAL,
    judges=lambda facts: sum(1 for fit in fits(facts) if fit.target is not None and fit.scores),
    strength="no scored model finds its target among its features, as far as the columns are known ({n} judged)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    X = loans.drop(columns=["income"])  # <- here"""
            + _FIT
        ),
        Example(
            _DATA
            + """
    # %%
    loans["risk"] = loans["default"] * loans["debt"]  # <- here
    X = loans[["income", "debt", "risk"]]"""
            + _FIT
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    loans["ratio"] = loans["debt"] / loans["income"]
    X = loans.drop(columns=["default"])"""
            + _FIT
        ),
    ),
)
def target_among_features(facts: Facts) -> Found:
    """The features of a scored model hold the target, a copy of it, or something that was computed from it.

    A value of the target that belongs to an earlier row is no such thing: yesterday's sales may tell of today's.

    Why: the score is close to perfect and means nothing. In production the target is what nobody knows yet, so the column
    is empty, a default, or a value from another time, and the model does not work at all.

    Instead: name the features, or drop the target and everything that is only known once the target is.

    Trade-off: none worth speaking of: the score falls to what the model can do.
    """
    seen: set[tuple[object, ...]] = set()
    for feature in features(facts):
        if feature.how == "ahead" or (feature.place, feature.name, feature.how) in seen:
            continue
        seen.add((feature.place, feature.name, feature.how))
        yield _finding(facts, feature)


def _finding(facts: Facts, feature: Feature) -> Finding:
    words = {"name": feature.name, "target": feature.target}
    steps = [related(facts, "computed" if feature.place != feature.chosen else "chosen", feature.place, feature.name)]
    if feature.chosen is not None and feature.chosen != feature.place:
        steps.append(related(facts, "chosen", feature.chosen, "the features"))
    steps.append(related(facts, "fitted", feature.fit.event.place, feature.fit.name))
    steps += [related(facts, "scored", score.place, score.short) for score in feature.fit.scores[:3]]
    return found(
        feature.place,
        _said(_TITLES[feature.how], words),
        _said(_ISSUES[feature.how], words),
        _said(_FIXES[feature.how], words),
        feature.certain,
        steps,
        (("feature", feature.name), ("target", feature.target)),
    )


def _said(text: str, words: dict[str, str]) -> str:
    """The text about this feature; a target that has no name is not named twice."""
    if words["target"] == "the target":
        text = text.replace("the target {target}", "{target}").replace("The target {target}", "The target")
    return text.format(**words)
