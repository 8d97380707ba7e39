"""Something was picked by the very rows whose score is reported."""

from ...rule import Example, Facts, Finding, Found, Leak, Op, Place, Related, Severity, by_statement, found, related, reuse, rule

_THREE = (
    "Set a third part aside: choose on a validation part (split the training part once more, or use cross_val_score or GridSearchCV "
    "on it), and score the test part once, at the end."
)
_NESTED = "Fit the search on the training part only: its folds choose, and the test part stays unseen until the last score."
_STOP = (
    "Give the fit a validation part that is split off the training part (or validation_split=) to stop by, and keep the test part "
    "for the last score."
)

_DATA = """
    # %%
    import numpy as np
    from sklearn.metrics import f1_score
    from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.tree import DecisionTreeClassifier

    rng = np.random.default_rng(1)
    X = rng.normal(size=(300, 3))
    y = (X[:, 0] + rng.normal(size=300) > 0).astype(int)
"""
_SPLIT = """
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
"""


@rule(
    item="leakage.test-reuse",
    severity=Severity.CRITICAL,
    judges=lambda facts: len({score.place for score in facts.held_out()}),
    strength="nothing was chosen by the rows that give the result ({n:score} judged)",
    bad=(
        Example(
            _DATA
            + _SPLIT
            + """
    # %%
    best_k, best = None, 0.0
    for k in range(1, 30, 2):
        accuracy = KNeighborsClassifier(k).fit(X_train, y_train).score(X_test, y_test)
        if accuracy > best:  # <- here
            best_k, best = k, accuracy
    print("k", best_k, "accuracy", best)
    """
        ),
        Example(
            _DATA
            + """
    # %%
    search = GridSearchCV(DecisionTreeClassifier(random_state=0), {"max_depth": [2, 4, 8]}).fit(X, y)  # <- here
    """
            + _SPLIT
            + """
    tree = DecisionTreeClassifier(random_state=0, **search.best_params_).fit(X_train, y_train)
    print("test accuracy", tree.score(X_test, y_test))
    """
        ),
        Example(
            _DATA
            + _SPLIT
            + """
    # %%
    chance = DecisionTreeClassifier(max_depth=3, random_state=0).fit(X_train, y_train).predict_proba(X_test)[:, 1]
    threshold = max(np.linspace(0.1, 0.9, 17), key=lambda t: f1_score(y_test, chance > t))  # <- here
    print("F1", f1_score(y_test, chance > threshold))
    """
        ),
    ),
    good=(
        Example(
            _DATA
            + _SPLIT
            + """
    # %%
    scores = {k: cross_val_score(KNeighborsClassifier(k), X_train, y_train).mean() for k in (1, 5, 15)}
    best_k = max(scores, key=scores.get)
    print("test accuracy", KNeighborsClassifier(best_k).fit(X_train, y_train).score(X_test, y_test))
    """
        ),
        Example(
            _DATA
            + _SPLIT
            + """
    # %%
    for k in (1, 5, 15):
        print(k, KNeighborsClassifier(k).fit(X_train, y_train).score(X_test, y_test))
    """
        ),
        Example(
            _DATA
            + _SPLIT
            + """
    # %%
    X_fit, X_valid, y_fit, y_valid = train_test_split(X_train, y_train, random_state=0)
    best, best_score = None, 0.0
    for k in (1, 5, 15):
        model = KNeighborsClassifier(k).fit(X_fit, y_fit)
        score = model.score(X_valid, y_valid)
        if score > best_score:
            best, best_score = model, score
    print("test accuracy", best.score(X_test, y_test))
    """
        ),
    ),
)
def chosen_on_test_rows(facts: Facts) -> Found:
    """A setting, a threshold, an epoch or a model was picked by the same held-out rows whose score is the result.

    That several models stand side by side in a table is no finding: nothing was picked. Nor is a choice by a validation
    part or by cross-validation on the training part, as long as other rows give the score in the end.

    Why: of many noisy scores the best one is partly luck, and the luck is in these very rows. The reported number is
    higher than what new rows will get, the more so the more was tried and the fewer rows there are; a model that looked
    better than the one in production may be worse.

    Instead: keep three parts. Fit on the first, choose by the second (or by cross-validation inside the training part),
    and score the third once.

    Trade-off: a validation part takes rows from training, and cross-validation takes time. Where the number only ranks
    candidates and nobody relies on its height, the choice may stay: say that it is a validation score.
    """
    told: set[Place] = set()
    best = list(reuse.best_reported(facts))
    sure = {choice.event.place for choice in best if choice.certain}
    for group in by_statement(reuse.chosen_on(facts)):
        told.update(leak.learning.place for leak in group)
        yield _scored(facts, group, group[0].learning.place in sure)
    by_place: dict[Place, list[reuse.Choice]] = {}
    same_loop = {number for event in facts.calls(Op.CHOOSE) if event.place in told for number in event.roles["by"].scores}
    for choice in best:
        if choice.event.place not in told and same_loop.isdisjoint(score.id for score in choice.scores):
            by_place.setdefault(choice.event.place, []).append(choice)
    for same in by_place.values():
        yield _best(facts, max(same, key=lambda one: one.certain))
    told.update(by_place)
    seen: set[tuple[Place, Place]] = set()
    for reading in reuse.read_off(facts):
        place = reading.fit.event.place
        if reading.tried.place not in told and (reading.tried.place, place) not in seen:
            seen.add((reading.tried.place, place))
            yield _read(facts, reading)


def _scored(facts: Facts, group: list[Leak], sure: bool) -> Finding:
    """What was chosen is scored on rows that chose it; `sure` where that can be told without what lies between."""
    certain = [leak for leak in group if leak.certain]
    first = (certain or group)[0]
    learning = first.learning
    did, mend = _did(learning.name, learning.short)
    where = first.score.place.words()
    scored = dict.fromkeys((leak.score.place, leak.score.short) for leak in certain or group)
    path = [related(facts, "chosen", learning.place, learning.short)]
    path += [related(facts, "scored", place, name) for place, name in scored if place != learning.place]
    return found(
        learning.place,
        f"{did[0].upper()}{did[1:]} the rows that are scored",
        f"{did[0].upper()}{did[1:]} rows of which {'' if certain or sure else 'perhaps '}some or all give the score in {where}. That score is the best of "
        "several on these rows, and partly luck; new rows will get less.",
        mend,
        bool(certain) or sure,
        path,
        (("chosen by", learning.short), ("scores", str(len(scored)))),
    )


def _did(name: str, short: str) -> tuple[str, str]:
    if name in ("if", "order", "while"):
        return "what is kept here was chosen by", _THREE
    if name in ("early stopping", "the best checkpoint"):
        return "the training was stopped or slowed, or its best round kept, by", _STOP
    if short[:1].isupper():
        return f"{short} chose its settings by", _NESTED
    return f"the choice of {short} was made by", _THREE


def _best(facts: Facts, choice: reuse.Choice) -> Finding:
    """The best of several scores is the result."""
    scores = choice.scores
    name = choice.event.short
    by = {"if": "the comparison picks among", "order": "the order picks among", "while": "the loop ends by"}.get(
        name, f"{name} picks among"
    )
    scored = dict.fromkeys((score.place, score.short) for score in scores)
    path = [related(facts, "scored", place, what) for place, what in scored]
    path.append(related(facts, "chosen", choice.event.place, name))
    return found(
        choice.event.place,
        "The best of several scores on the held-out rows is the result",
        f"Here {by} the scores of {scores[0].place.words()}, all on the same held-out rows, and nothing is scored on other rows "
        "afterwards. The best of several is partly luck; new rows will get less.",
        _THREE,
        choice.certain,
        path,
        (("chosen by", name), ("scored elsewhere", "no")),
    )


def _read(facts: Facts, reading: reuse.Reading) -> Finding:
    """A setting that was tried on these rows is written down, and scored on them."""
    path = [related(facts, "tried", reading.tried.place, reading.setting)]
    path.append(related(facts, "fitted", reading.fit.event.place, reading.fit.name))
    path += [related(facts, "scored", place, "") for place in dict.fromkeys(score.place for score in reading.scores)][:3]
    tried: list[Related] = path
    return found(
        reading.tried.place,
        f"{reading.setting} was picked by looking at the rows that are scored",
        f"In {reading.tried.place.words()}, {reading.fit.name} is tried with several values of {reading.setting} on rows that give the score in "
        f"{reading.scores[0].place.words()}, where {reading.fit.name} has {reading.setting} as a fixed value. If that value was read off "
        "the trial, the score is the best of several on these rows.",
        _THREE,
        False,
        tried,
        (("setting", reading.setting), ("model", reading.fit.name)),
    )
