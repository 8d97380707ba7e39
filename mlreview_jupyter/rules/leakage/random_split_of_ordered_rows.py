"""A random split of rows that stand in an order."""

from ...rule import Blind, Example, Facts, Found, Related, Severity, first_of_each, found, related, rule

_DATA = """
    # %%
    import numpy as np
    import pandas as pd
    from sklearn.linear_model import LinearRegression
    from sklearn.model_selection import train_test_split

    rng = np.random.default_rng(8)
    days = pd.DataFrame({"sales": 100 + np.cumsum(rng.normal(size=400))})
    days["yesterday"] = days["sales"].shift(1)
    days["last_week"] = days["sales"].shift(7)
    days = days.dropna()
    X, y = days[["yesterday", "last_week"]], days["sales"]
"""
_FIT = """
    model = LinearRegression().fit(X_train, y_train)
    print(model.score(X_test, y_test))
    """
_SHOWS = {
    "windows": "each row is a window that slides over one series, so neighbours share most of their values",
    "neighbours": "{name} holds values of the rows next to its own",
    "dates": "the rows are put in the order of their dates",
}


@rule(
    item="leakage.split-strategy",
    severity=Severity.CRITICAL,
    judges=lambda facts: sum(1 for _ in facts.random_splits()),
    strength="no random split takes rows apart that the program shows to stand in an order ({n:split} judged)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here"""
            + _FIT
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, shuffle=False)"""
            + _FIT
        ),
        Example(
            _DATA
            + """
    # %%
    from sklearn.model_selection import TimeSeriesSplit, cross_val_score

    print(cross_val_score(LinearRegression(), X, y, cv=TimeSeriesSplit(5)).mean())
    """
        ),
    ),
)
def random_split_of_ordered_rows(facts: Facts) -> Found:
    """Rows that the program itself treats as a series (lags, windows, an order of dates) are split at random.

    Why: between two training rows lies a test row that is almost the same, and the model has seen what comes after it. In
    production every row that is asked about lies after all that the model knows, so the score is too good.

    Instead: cut at a point in time (`shuffle=False`, a date, `TimeSeriesSplit`), and leave a gap as long as the longest
    window.

    Trade-off: one cut gives one test period, which may be an odd one; several cuts cost several fits. Where the order does not
    matter for what is asked, a random split is right: say so where it is made.
    """
    for one in first_of_each(facts, ordered=True):
        shows = _SHOWS[one.sign.how].format(name=one.sign.name or "a feature")
        yield found(
            one.split.place,
            f"{one.split.short} takes rows at random from a series",
            f"In {one.sign.place.words()} {shows}. {one.split.short} puts rows from before and after each test row into the training part. In production "
            "only what lies before is known, so the score is likely too good.",
            "Cut at a point in time: shuffle=False on sorted rows, a date, or TimeSeriesSplit.",
            one.certain,
            _path(facts, one),
            (("sign", one.sign.how),),
        )


def _path(facts: Facts, one: Blind) -> list[Related]:
    return [
        related(facts, "ordered", one.sign.place, one.sign.name),
        related(facts, "split", one.split.place, one.split.short),
        related(facts, "scored", one.score.place, one.score.short),
    ]
