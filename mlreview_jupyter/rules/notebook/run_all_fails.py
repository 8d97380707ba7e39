"""A name that nothing has defined when the cells run from the top."""

from ...rule import Example, Facts, Found, MissingName, Related, Severity, found, related, rule


@rule(
    item="notebook.hidden-state",
    severity=Severity.HIGH,
    judges=lambda facts: len(facts.names),
    blind=("budget",),
    doubts=lambda facts: _unsettled(facts),
    strength="every name is defined before it is read ({n:name})",
    bad=(
        Example(
            """
    # %%
    prices = [10.0, 25.0]

    # %%
    total = sum(prices) * (1 + tax)  # <- here

    # %%
    tax = 0.19
    """,
            fails="NameError",
        ),
        Example(
            """
    # %%
    def with_tax(price):
        return price * (1 + tax)

    # %%
    print(with_tax(10.0))  # <- here

    # %%
    tax = 0.19
    """,
            fails="NameError",
        ),
        Example(
            """
    # %%
    rows = [1, 2, 3]
    del rows

    # %%
    print(len(rows))  # <- here
    """,
            fails="NameError",
        ),
    ),
    good=(
        Example(
            """
    # %%
    def with_tax(price):
        return price * (1 + tax)

    # %%
    tax = 0.19
    print(with_tax(10.0))
    """
        ),
        Example(
            """
    # %%
    try:
        fast = turbo_mode
    except NameError:
        fast = False
    print([row for row in range(3)], fast)
    """
        ),
        Example(
            """
    # %%
    from math import *
    print(floor(pi))
    """
        ),
    ),
)
def run_all_fails(facts: Facts) -> Found:
    """A name is read where nothing above it has defined it, so running the cells from the top stops there.

    It is told apart whether a cell further down defines it (the cells ran in another order), whether it was deleted,
    or whether no cell does (the cell that did is gone).

    Why: the numbers below were made by a session that nobody can repeat. Retraining, a colleague and CI all run from
    the top, and stop here; if the missing cell changed the data, its result cannot be rebuilt at all.

    Instead: move the definition above its first use, or restore the cell that made it, then restart the kernel and
    run all cells.

    Trade-off: none for work that others rely on. In a scratch notebook that nobody runs again it may stay.
    """
    for missing in facts.missing:
        name = missing.name
        title, issue, fix = _words(missing)
        yield found(missing.place, title, issue, fix, missing.sure, _path(facts, missing), (("name", name), ("defined", missing.status)))


def _words(missing: MissingName) -> tuple[str, str, str]:
    name, script = missing.name, missing.place.cell is None
    where = missing.other.words() if missing.other is not None else ""
    stops = "Running the script stops with a NameError." if script else "Run All stops with a NameError."
    top = "when the script runs" if script else "when the cells run from the top"
    inside = f" It is read inside the function that is called here ({missing.inside.words()})." if missing.inside is not None else ""
    if missing.status == "below":
        return (
            f"{name} is defined only in {where}, below its use",
            f"{name} has no value here {top}: {where} defines it later.{inside} {stops}",
            f"Move the definition of {name} above this line.",
        )
    if missing.status == "deleted":
        return (
            f"{name} was deleted in {where}",
            f"{name} no longer exists here {top}.{inside} {stops}",
            f"Delete {name} after its last use, or make it again before this line.",
        )
    if missing.status == "handler":
        return (
            f"{name} ends with its except block",
            f"Python unbinds {name} when the except block in {where} ends.{inside} {stops}",
            "Keep what is needed under another name inside the except block.",
        )
    gone = "it was never imported or assigned" if script else "the code that did was deleted or never saved"
    return (
        f"{name} is defined nowhere" if script else f"{name} is defined in no cell",
        f"Nothing in this file defines {name}: {gone}.{inside} {stops} What {name} was cannot be told from the file.",
        f"Restore the code that made {name}, above this line.",
    )


def _path(facts: Facts, missing: MissingName) -> list[Related]:
    steps = [related(facts, "called" if missing.inside else "read", missing.place, missing.name)]
    if missing.inside is not None:
        steps.append(related(facts, "read", missing.inside, missing.name))
    if missing.other is not None:
        steps.append(related(facts, "defined" if missing.status == "below" else "deleted", missing.other, missing.name))
    return steps


def _unsettled(facts: Facts) -> str:
    names = ", ".join(f"{missing.name} ({missing.place.words()})" for missing in facts.unsettled[:3])
    return f"nothing seen defines {names}, but something that was not read may" if names else ""
