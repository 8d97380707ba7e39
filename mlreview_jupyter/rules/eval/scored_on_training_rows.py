"""A model that is judged by the rows it was fitted on."""

from ...rule import (
    Event,
    Example,
    Facts,
    Finding,
    Fit,
    Found,
    Op,
    Related,
    Role,
    Score,
    Severity,
    by_source,
    fits,
    found,
    related,
    rule,
    tested,
)

_DATA = """
    # %%
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import accuracy_score
    from sklearn.model_selection import cross_val_score, train_test_split
    from sklearn.tree import DecisionTreeClassifier

    rng = np.random.default_rng(1)
    X = rng.normal(size=(200, 3))
    y = (X[:, 0] + rng.normal(size=200) > 0).astype(int)
"""
# The fit of a line without anything to tune is often told as a description of these rows, not as what new rows will get.
_DESCRIBES = frozenset({"LinearRegression"})


@rule(
    item="eval.exists",
    severity=Severity.HIGH,
    judges=lambda facts: len({score.place for score in facts.held_out()}),
    strength="no model is known by its training score alone ({n:score} on rows that were not fitted on)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    tree = DecisionTreeClassifier(random_state=0).fit(X, y)
    print("accuracy", tree.score(X, y))  # <- here
    """
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)
    print("training", tree.score(X_train, y_train), "test", tree.score(X_test, y_test))
    """
        ),
        Example(
            _DATA
            + """
    # %%
    print(cross_val_score(LogisticRegression(), X, y).mean())
    final = LogisticRegression().fit(X, y)
    print("training", final.score(X, y))
    """
        ),
    ),
)
def scored_on_training_rows(facts: Facts) -> Found:
    """A model's only score is computed on the rows it was fitted on.

    A training score beside a held-out one is no finding: comparing the two shows overfitting. Nor is a final fit on all
    rows, as long as that fit is not scored on some of them as if they were new.

    Why: a model can learn its training rows by heart. Its score on them says how well it remembers, not what it will do
    with rows that it has never seen; a tree without a limit gets every one of them right and may be useless in
    production.

    Instead: set rows aside before the fit (`train_test_split`) and score those, or use `cross_val_score`. Fit on all
    rows only after that, and report the held-out score.

    Trade-off: the rows set aside are missing from training; where there are few, cross-validation costs time instead.
    Where a fit is only meant to describe these rows, or to show an algorithm at work, a training score may stay: say so.
    """
    if not any(score.role is Role.TRAINING for score in facts.scores):
        return
    every = fits(facts)
    seen = {one.fit.event.id for one in tested(facts, every)}  # they are scored as if they were held out: another rule's matter
    for beside in by_source(every):
        judged = [
            fit for fit in beside if fit.event.op is Op.FIT and fit.training and fit.target is not None and fit.target.rows is not None
        ]
        alone = [fit for fit in judged if fit.event.id not in seen]
        if alone and not any(fit.held_out for fit in beside):  # else this data has a held-out score, if of another model
            vouched = [fit for fit in beside if fit.validates or fit.looked_at(facts)]
            refs = {ref for fit in vouched for ref in fit.model.refs}
            classes = {name for fit in vouched for name in fit.classes or ("",)}
            alone = [fit for fit in alone if not _vouched(fit, refs, classes)]
            if alone:
                yield _only(facts, alone)


def _vouched(fit: Fit, refs: set[int], classes: set[str]) -> bool:
    """The same object, or one of the same class as far as that is known, was validated or looked at in another way."""
    return (
        not refs.isdisjoint(fit.model.refs) or not classes.isdisjoint(fit.classes) or (bool(classes) and ("" in classes or not fit.classes))
    )


def _only(facts: Facts, group: list[Fit]) -> Finding:
    scores = [score for fit in group for score in fit.training]
    names = list(dict.fromkeys(fit.name or "a model" for fit in group))
    name = " and ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} other models"
    be, have, it = ("is", "has", "it was") if len(names) == 1 else ("are", "have", "they were")
    mixed = not all(_within(facts, fit, score) for fit in group for score in fit.training)
    where = scores[0].place.words()
    split = _split(facts, scores[0])
    yields = (
        f"The score in {where} mixes rows that {it} fitted on with others"
        if mixed
        else f"What {where} computes says how well they are remembered"
    )
    return found(
        scores[0].place,
        f"{name} {be} scored only on {'rows that include some' if mixed else 'the rows'} {it} fitted on",
        f"{name} {have} no score on rows that were not fitted on. {yields}; new rows may fare much worse, and nothing here would show it.",
        f"Score the part that {split[0].place.words()} sets aside."
        if split
        else "Set rows aside before the fit (train_test_split) and score those, or use cross_val_score on an unfitted model.",
        any(score.certain for fit in group for score in fit.training if fit.name not in _DESCRIBES),
        _path(facts, group, scores),
        (("models", ", ".join(names)), ("held-out scores", "none")),
    )


def _within(facts: Facts, fit: Fit, score: Score) -> bool:
    return score.rows is not None and fit.rows is not None and facts.book.inside(score.rows, fit.rows)


def _split(facts: Facts, score: Score) -> list[Event]:
    """The split that the scored rows are a part of."""
    return [split for split in facts.splits_behind(score) if split.op is Op.SPLIT][:1]


def _path(facts: Facts, group: list[Fit], scores: list[Score]) -> list[Related]:
    """Split here, fitted here, scored here."""
    steps = [related(facts, "split", split.place, split.short) for split in _split(facts, scores[0])]
    fitted = dict.fromkeys((fit.learned[0].place, fit.name) for fit in group)
    scored = dict.fromkeys((score.place, score.short) for score in scores)
    steps += [related(facts, "fitted", place, name) for place, name in fitted]
    return steps + [related(facts, "scored", place, name) for place, name in scored]
