"""A feature that reads rows which come later."""

from ...rule import Example, Facts, Found, Severity, features, fits, found, related, rule

_DATA = """
    # %%
    import numpy as np
    import pandas as pd
    from sklearn.linear_model import LinearRegression

    rng = np.random.default_rng(5)
    days = pd.DataFrame({"sales": 100 + np.cumsum(rng.normal(size=400))})
"""
_FIT = """
    days = days.dropna()
    train, test = days.iloc[:300], days.iloc[300:]
    model = LinearRegression().fit(train[["level"]], train["sales"])
    print(model.score(test[["level"]], test["sales"]))
    """


@rule(
    item="leakage.point-in-time",
    severity=Severity.CRITICAL,
    judges=lambda facts: sum(1 for fit in fits(facts) if fit.target is not None and fit.scores),
    strength="no feature is known to read rows that come later ({n:model} judged)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    days["level"] = days["sales"].rolling(7, center=True).mean()  # <- here"""
            + _FIT
        ),
        Example(
            _DATA
            + """
    # %%
    days["level"] = (days["sales"].shift(1) + days["sales"].shift(-1)) / 2  # <- here"""
            + _FIT
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    days["level"] = days["sales"].shift(1).rolling(7).mean()"""
            + _FIT
        ),
        Example(
            _DATA
            + """
    # %%
    days["level"] = days["sales"].rolling(7).mean()
    days["tomorrow"] = days["sales"].shift(-1)
    days = days.dropna()
    train, test = days.iloc[:300], days.iloc[300:]
    model = LinearRegression().fit(train[["level"]], train["tomorrow"])
    print(model.score(test[["level"]], test["tomorrow"]))
    """
        ),
    ),
)
def feature_from_later_rows(facts: Facts) -> Found:
    """A feature of a scored model is computed from rows that come after its own: a negative shift, a centred window.

    The target itself may come from a later row: that is what a forecast is for.

    Why: when the model is asked about the newest row, the rows after it do not exist yet, so the feature is empty or
    stands for something else. The score was computed with them.

    Instead: shift the other way (`shift(1)`), let windows end at the row (`rolling(7)`, not centred), and shift them by one
    where the target is among what they hold.

    Trade-off: what is truly known in advance (a calendar, a price list, a planned promotion) may be read ahead; say so where
    it is done.
    """
    seen: set[tuple[object, ...]] = set()
    for feature in features(facts):
        if feature.how != "ahead" or (feature.place, feature.name) in seen:
            continue
        seen.add((feature.place, feature.name))
        steps = [related(facts, "computed", feature.place, feature.name)]
        steps.append(related(facts, "fitted", feature.fit.event.place, feature.fit.name))
        steps += [related(facts, "scored", score.place, score.short) for score in feature.fit.scores[:3]]
        yield found(
            feature.place,
            f"{feature.name} reads rows that come later",
            f"The feature {feature.name} of each row is computed from rows behind it. When {feature.target} is predicted in earnest, those rows do not "
            "exist yet, so the score promises what the model cannot do.",
            "Shift the other way, or let the window end before the row that is predicted.",
            feature.certain,
            steps,
            (("feature", feature.name), ("target", feature.target)),
        )
