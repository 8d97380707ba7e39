"""A random split of rows of which several belong to one entity."""

from ...rule import Blind, Example, Facts, Found, Related, Severity, first_of_each, found, related, rule

_DATA = """
    # %%
    import numpy as np
    from sklearn.model_selection import GroupKFold, KFold, cross_val_score
    from sklearn.neighbors import KNeighborsClassifier

    rng = np.random.default_rng(9)
    patient = np.repeat(np.arange(40), 8)
    body = rng.normal(size=(40, 6))
    X = body[patient] + rng.normal(size=(320, 6)) / 5
    y = rng.integers(0, 2, 40)[patient]
"""
_SHOWS = {
    "entity": "the rows of one {name} get the same values",
    "blocks": "each turn of a loop adds rows under one {name}",
    "keyed": "the rows are grouped by {name}, so several are of one",
    "groups": "the rows are kept together by groups",
}


@rule(
    item="leakage.split-strategy",
    severity=Severity.CRITICAL,
    judges=lambda facts: sum(1 for _ in facts.random_splits()),
    strength="no random split takes rows apart that the program shows to belong to one entity ({n:split} judged)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    folds = KFold(5, shuffle=True, random_state=0)
    print(cross_val_score(KNeighborsClassifier(), X, y, cv=folds).mean())  # <- here
    """
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    print(cross_val_score(KNeighborsClassifier(), X, y, cv=GroupKFold(5), groups=patient).mean())
    """
        ),
    ),
)
def random_split_of_grouped_rows(facts: Facts) -> Found:
    """Several rows belong to one patient, user or machine, and a random split puts some of them on either side.

    Why: the model recognises the entity and repeats what it knows of it. New entities in production have no rows in the
    training part, so the score says little about them.

    Instead: keep an entity's rows together: `GroupKFold`, `GroupShuffleSplit`, or a split of the list of entities.

    Trade-off: fewer independent test rows, so the score varies more. Where every entity is known in production and only later rows of
    it are asked about, cut by time instead.
    """
    for one in first_of_each(facts, ordered=False):
        shows = _SHOWS[one.sign.how].format(name=one.sign.name or "entity")
        yield found(
            one.split.place,
            f"{one.split.short} takes the rows of one entity apart",
            f"In {one.sign.place.words()} {shows}. {one.split.short} puts some of them into the training part and others into the test part, so the model is "
            "scored on entities that it knows.",
            "Pass the column of entities as groups to GroupKFold or GroupShuffleSplit, or split the list of entities.",
            one.certain,
            _path(facts, one),
            (("sign", one.sign.how),),
        )


def _path(facts: Facts, one: Blind) -> list[Related]:
    return [
        related(facts, "grouped", one.sign.place, one.sign.name),
        related(facts, "split", one.split.place, one.split.short),
        related(facts, "scored", one.score.place, one.score.short),
    ]
