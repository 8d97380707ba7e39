"""A saved output that the source above it cannot have produced."""

from ...rule import Edit, Example, Facts, Found, Proof, Related, Severity, StaleOutput, found, rule


@rule(
    item="notebook.execution-order",
    severity=Severity.MEDIUM,
    judges=lambda facts: sum(1 for cell in facts.program.cells if cell.outputs),
    blind=(),
    strength="no output contradicts the source above it ({n:cell} with outputs)",
    bad=(
        Example(
            """
    # %% In [1]
    weights = [20, 30, 50]

    # %% In [2]
    shares = [weight / 100 for weight in weights]  # <- here
    #> Out[2]: [2.0, 3.0, 5.0]
    """
        ),
        Example(
            """
    # %% In [1]
    print("epochs:", 25, "batch:", 32)  # <- here
    #> epochs: 10 batch: 32
    """
        ),
        Example(
            """
    # %% In [1]
    good, bad = 7, 0

    # %% In [2]
    ratio = good / max(bad, 1)  # <- here
    print(ratio)
    #> ZeroDivisionError
    #> Cell In[2], line 1
    #> ----> 1 ratio = good / bad
    #>       2 print(ratio)
    #>
    #> ZeroDivisionError: division by zero
    """
        ),
    ),
    good=(
        Example(
            """
    # %% In [1]
    def announce(function):
        print("registered", function.__name__)
        return function

    # %% In [2]
    @announce
    def step():
        return 1
    #> registered step
    """
        ),
        Example(
            """
    # %% In [1]
    print(f"{1 / 3:.3%}", "%05d" % 42, sep="|", end=" <")
    #> 33.333%|00042 <

    # %% In [2]
    "C" * 3
    #> Out[2]: 'CCC'
    """
        ),
        Example(
            """
    # %% In [1]
    accuracy = 0.5
    print("accuracy", accuracy + 0.25)
    #> accuracy 0.75
    """
        ),
    ),
)
def stale_output(facts: Facts) -> Found:
    """A saved output that the source above it cannot have produced: the cell was edited after it ran.

    Only what can be proven is said: a result under a statement that displays none, a constant that is printed as
    another one, an error that quotes a line which is not there, a result with the number of another run, an output
    under no source at all. Outputs under commented-out code, and under a cell that has not run in the session of its
    neighbours, are said to be possible: some keep them on purpose.

    Why: readers and reviewers believe the number that stands under the code. This one belongs to code that is gone, so
    nobody can tell whether the result still holds, and running the notebook again gives another one.

    Instead: restart the kernel, run all cells and save; or clear the output.

    Trade-off: a long run has to be repeated. Where an output is kept on purpose because its code takes too long or
    cannot run here, write that beside it in text, or load the result from a file.
    """
    for stale in facts.stale:
        title, issue, fix = _words(stale)
        edits = (Edit(stale.place, "", "", True, "output"),) if stale.certain else ()
        path = [Related("shown", stale.output, stale.shown)]
        evidence = [
            (name, value) for name, value in (("proof", stale.proof.value), ("shown", stale.shown), ("source", stale.source)) if value
        ]
        yield found(stale.place, title, issue, fix, stale.certain, path, evidence, edits)


_RUN = "Run the cell again, or clear its output."
_OLD = "It belongs to source that has been edited since."
_KEPT = "It is left from an earlier run, and running the notebook again does not give it."


def _words(stale: StaleOutput) -> tuple[str, str, str]:
    """What is wrong, how it is told, what to do."""
    shown, source = stale.shown or "an output", stale.source
    if stale.proof is Proof.EMPTY:
        return (
            "An empty cell shows an output",
            "The cell has an output and no source: what made it is gone.",
            "Restore the source or clear the output.",
        )
    if stale.proof is Proof.COMMENTS:
        issue = f"Every line of the cell is a comment, so nothing in it made this output. {_KEPT}"
        return "A cell of comments shows an output", issue, "Write in text that it is kept and where it comes from, or clear it."
    if stale.proof is Proof.TRACEBACK:
        return "The error shown is that of other source", f"The saved error quotes `{shown}`, which is not in the cell. {_OLD}", _RUN
    if stale.proof is Proof.COUNT:
        issue = f"The cell ran as In [{source}], its result carries the number {shown}: another run or another cell made it."
        return f"The result shown was made by In [{shown}]", issue, _RUN
    if stale.proof is Proof.UNCOUNTED:
        issue = (
            "The cell has an output and no execution count, while the cells around it have one: it did not run in their session, or did not end. "
            "Its source and the values that it reads may have changed since."
        )
        return "The output shown is from another session", issue, "Run all cells in one session."
    issue = {
        Proof.UNDISPLAYED: f"The cell ends in a {'semicolon' if source == ';' else 'statement'} that displays no value, yet a result is saved: {shown}.",
        Proof.RESULT: f"The cell displays {source}, and the saved result is {shown}.",
        Proof.PRINTED: f"The cell prints `{source}`, and the saved output is: {shown}.",
        Proof.SILENT: f"Nothing in the cell prints or displays anything, yet it shows: {shown}.",
    }[stale.proof]
    return "The output shown is not this cell's", f"{issue} {_OLD}", _RUN
