"""A random split that nothing fixes."""

from ...rule import Draw, Event, Example, Facts, Found, Op, Severity, add_keyword, found, related, rule

_DATA = """
    # %%
    import numpy as np
    from sklearn.model_selection import KFold, train_test_split

    X = np.arange(40).reshape(20, 2)
    y = np.arange(20) % 2
"""


@rule(
    item="leakage.split-seeded",
    severity=Severity.MEDIUM,
    judges=lambda facts: sum(1 for _ in facts.random_splits()),
    strength="every split is the same at every run ({n} judged)",
    bad=(
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)  # <- here
    """,
            fixed=_DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=0)  # <- here
    """,
        ),
        Example(
            _DATA
            + """
    # %%
    folds = KFold(4, shuffle=True)
    for train, test in folds.split(X):  # <- here
        print(len(train), len(test))
    """
        ),
        Example(
            _DATA
            + """
    # %%
    from sklearn.linear_model import LogisticRegression

    order = np.random.permutation(20)  # <- here
    model = LogisticRegression().fit(X[order[:15]], y[order[:15]])
    print(model.score(X[order[15:]], y[order[15:]]))
    """
        ),
    ),
    good=(
        Example(
            _DATA
            + """
    # %%
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=7)
    for train, test in KFold(4).split(X):
        print(len(train), len(test))
    """
        ),
        Example(
            _DATA
            + """
    # %%
    np.random.seed(3)
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)
    """
        ),
        Example(
            _DATA
            + """
    # %%
    train, test = train_test_split(X, shuffle=False)
    """
        ),
    ),
)
def split_without_seed(facts: Facts) -> Found:
    """The rows are split at random, and neither an argument nor a global seed fixes how.

    Why: every run scores other rows. A better score after a change may be nothing but a luckier split, nobody can
    check the number, and a model that is retrained in production is compared with one that was tested on other rows.

    Instead: pass `random_state=` with a constant (or seed the global generator once, before the split).

    Trade-off: one fixed split is still one draw. Where rows are few, repeat the split over several seeds and report
    the spread; leaving the seed out is right only inside such a repetition.
    """
    for split in facts.random_splits():
        if split.draw is not Draw.UNSEEDED or split.repeated:  # in a loop, it may be the repetition that the manual asks for
            continue
        made, mend, own = _words(split)
        yield found(
            split.place,
            f"{made} has no seed",
            f"{made} {'picks other rows' if split.op is Op.DRAW else 'parts the rows in another way'} at every run, and no seed was set before it. The scores below it cannot be "
            "repeated, and a difference between two runs may be the split alone.",
            mend,
            split.certain,
            [related(facts, "split", split.place, made)],
            (("generator", "never seeded before this line"),),
            add_keyword(facts, split, "random_state", "0") if own else (),
        )


def _words(split: Event) -> tuple[str, str, bool]:
    """What parts the rows, how to fix it, and whether a keyword at this very call does."""
    if split.op is Op.DRAW:
        sampled = split.short == "sample"
        return (
            split.short,
            "Pass random_state= with a constant."
            if sampled
            else "Seed the generator with a constant where it is made, or before its first use.",
            sampled,
        )
    if split.op is Op.SPLIT and not split.short[:1].isupper():
        return split.short, "Pass random_state= with a constant.", True
    maker = f"{split.short}.split" if split.op is Op.SPLIT else f"the folds of {split.short}"
    return maker, "Pass random_state= with a constant where the splitter is made.", False
