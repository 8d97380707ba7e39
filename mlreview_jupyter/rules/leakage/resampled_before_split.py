"""Rows that were repeated, or made out of others, before they were parted."""

from ...rule import Copies, Example, Facts, Found, Op, Related, Severity, copies, found, kept, mended, related, rule

_DATA = """
    # %%
    import numpy as np
    import pandas as pd
    from sklearn.model_selection import cross_val_score, train_test_split
    from sklearn.tree import DecisionTreeClassifier
    from sklearn.utils import resample

    rng = np.random.default_rng(1)
    data = pd.DataFrame(rng.normal(size=(200, 3)), columns=list("abc"))
    data["y"] = (data["a"] + rng.normal(size=200) > 1).astype(int)
"""


@rule(
    item="leakage.rows-overlap",
    severity=Severity.CRITICAL,
    judges=lambda facts: len({score.place for score in facts.held_out()}),
    strength="no held-out row is a copy of a training row, or made out of one ({n:score} judged)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    rare = resample(data[data["y"] == 1], n_samples=150, random_state=0)  # <- here
    data = pd.concat([data[data["y"] == 0], rare])
    train, test = train_test_split(data, random_state=0)
    tree = DecisionTreeClassifier(random_state=0).fit(train[["a", "b", "c"]], train["y"])
    print(tree.score(test[["a", "b", "c"]], test["y"]))
    """
        ),
        Example(
            _DATA
            + """
    # %%
    X, y = data[["a", "b", "c"]].values, data["y"].values
    X = np.concatenate([X, X + rng.normal(0, 0.1, size=X.shape)])  # <- here
    y = np.concatenate([y, y])
    print(cross_val_score(DecisionTreeClassifier(random_state=0), X, y).mean())
    """
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    train, test = train_test_split(data, random_state=0)
    rare = resample(train[train["y"] == 1], n_samples=150, random_state=0)
    train = pd.concat([train[train["y"] == 0], rare])
    tree = DecisionTreeClassifier(random_state=0).fit(train[["a", "b", "c"]], train["y"])
    print(tree.score(test[["a", "b", "c"]], test["y"]))
    """
        ),
        Example(
            _DATA
            + """
    # %%
    data = pd.concat([data, data.sample(50, replace=True, random_state=0)])
    data = data.drop_duplicates()
    print(cross_val_score(DecisionTreeClassifier(random_state=0), data[["a", "b", "c"]], data["y"]).mean())
    """
        ),
        Example(
            _DATA
            + """
    # %%
    common = resample(data[data["y"] == 0], replace=False, n_samples=50, random_state=0)
    data = pd.concat([common, data[data["y"] == 1]])
    print(cross_val_score(DecisionTreeClassifier(random_state=0), data[["a", "b", "c"]], data["y"]).mean())
    """
        ),
    ),
)
def resampled_before_split(facts: Facts) -> Found:
    """Rows are repeated, or new rows are made out of them, before the split: training rows have twins among the scored ones.

    Oversampling, a bootstrap, augmentation, a frame put below itself: what comes out is parted as if its rows had nothing to do with each
    other. Leaving rows out (undersampling) makes no copies and is not meant here; nor is resampling the training part alone. Where a saved output
    counts duplicate rows and nothing drops them, the rule asks about them.

    Why: the model has seen, with its answer, a copy or a near copy of the row that it is asked about. It only has to remember. The score
    rises with the capacity of the model, often close to perfect, and falls back in production, where rows are new.

    Instead: split first, then resample the training part only; in cross-validation put the sampler into an `imblearn.pipeline.Pipeline`
    with the model, so that each fold resamples its own training part. Drop duplicates before the split, or keep copies of one row in one
    group (`GroupKFold`).

    Trade-off: the test part keeps its rare classes rare, so that the score there is lower and noisier than before; it is the one that
    holds in production. Class weights often do as much as resampling, without making rows.
    """
    groups: dict[tuple[object, ...], list[Copies]] = {}
    for one in copies(facts):
        made = one.made
        groups.setdefault((made.place.path, made.place.cell, made.statement), []).append(one)
    for group in groups.values():
        certain = [one for one in group if one.certain]
        first = (certain or group)[0]
        name = first.made.short
        source = f" {first.made.subject}" if first.made.subject else ""
        cross = bool(first.splits) and first.splits[-1].op is not Op.SPLIT
        before = "the folds are made" if cross else "the rows are parted"
        yield found(
            first.made.place,
            f"{name} multiplies rows before {before}",
            f"{name} repeats rows{f' of{source}' if source else ''} or makes new ones out of them, and only then {before}. The score in "
            f"{first.score.place.words()} is {'' if certain else 'perhaps '}computed on rows whose copies the model was fitted on; rows in "
            "production have no such twin.",
            f"Split first and use {name} on the training part only; in cross-validation, inside an imblearn Pipeline.",
            bool(certain),
            _path(facts, first, certain or group),
            (("made by", name), ("scores", str(len({one.score.place for one in group})))),
            mended(facts, first.made, [one.score for one in group], first.splits) if certain else (),
        )
    for told, scores in kept(facts):
        yield found(
            told.place,
            f"{told.number} duplicate rows are shown and not dropped",
            f"{told.place.words()} shows {told.number} rows that are there more than once. The split parts them by chance, so the score in "
            f"{scores[0].place.words()} is perhaps computed on copies of training rows.",
            "Find out whether they are the same thing recorded twice. If so, drop them before the split, or keep equal rows in one group.",
            False,
            [
                related(facts, "counted", told.place),
                *(related(facts, "scored", place) for place in dict.fromkeys(one.place for one in scores)),
            ],
            (("duplicate rows", str(told.number)),),
        )


def _path(facts: Facts, first: Copies, group: list[Copies]) -> list[Related]:
    """Made here, split here, fitted here, scored here."""
    steps = [related(facts, "resampled", first.made.place, first.made.short)]
    steps += [related(facts, "split", split.place, split.short) for split in first.splits if split.op is Op.SPLIT][-2:]
    fitted = dict.fromkeys((one.fit.place, one.fit.short) for one in group)
    scored = dict.fromkeys((one.score.place, one.score.short) for one in group)
    steps += [related(facts, "fitted", place, name) for place, name in fitted if place not in {place for place, _ in scored}]
    return steps + [related(facts, "scored", place, name) for place, name in scored]
