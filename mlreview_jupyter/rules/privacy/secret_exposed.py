"""A key, a token or a password that is written into a file."""

from ...rule import Example, Facts, Found, Related, Secret, Severity, found, rule

# Put together here, so that no scanner takes this file for a leak.
_TOKEN = "gh" + "p_" + "FAKE4mQz81fake7TnVb" * 2
_WORD = "FAKE-" + "Kr0kus-" + "77"


@rule(
    item="privacy.secrets",
    severity=Severity.CRITICAL,
    judges=lambda facts: len(facts.program.cells),
    blind=(),
    strength="no key, token or password stands in the source or the outputs ({n:cell})",
    bad=(
        Example(
            f"""
    # %%
    import os

    os.environ["GITHUB_TOKEN"] = "{_TOKEN}"  # <- here
    """
        ),
        Example(
            f"""
    # %%
    source = "postgresql://scoring:{_WORD}@db.risk.internal:5432/risk"  # <- here
    """
        ),
        Example(
            f"""
    # %%
    settings = dict(
        host="db.risk.internal",
        user="scoring",
        password="{_WORD}",  # <- here
    )
    """
        ),
    ),
    good=(
        Example(
            """
    # %%
    import os

    token = os.environ.get("GITHUB_TOKEN", "")
    password = os.environ.get("RISK_PASSWORD")
    source = f"postgresql://scoring:{password}@db.risk.internal:5432/risk"
    """
        ),
        Example(
            """
    # %%
    api_key = "<your key here>"
    password_column = "password_changed_at_2024"
    pad_token = "[PAD]"
    commit = "3f2a9c1be07d5584c6a1f0e29b7d4418a05c6e77"
    """
        ),
    ),
)
def secret_exposed(facts: Facts) -> Found:
    """A key, a token, a password or a private key is written out: in a cell, in what a cell shows, or in metadata.

    Everything that a person wrote or a program printed is read, as a reader would see it: code, text, shell lines,
    tables, tracebacks, JSON within JSON. Placeholders, examples out of documentation, names of variables, hashes and
    identifiers do not count.

    Why: whoever gets the file can act in the owner's name: read the database, spend the account's money, publish under
    it. Copies are searched for this by machines within minutes, and the history of a repository keeps what a later
    version no longer shows.

    Instead: revoke it first. Then read its successor when the cell runs, from an environment variable, a secret store
    or `getpass`; clear outputs that show it, and rewrite the history of a repository that holds it.

    Trade-off: one more thing to set before a run. A password that opens nothing but a throw-away database on one's own
    machine may stay: allow it there, and say so.
    """
    groups: dict[tuple[int | None, str], list[Secret]] = {}
    for secret in facts.secrets:
        groups.setdefault((secret.place.cell, secret.value), []).append(secret)
    for first, *others in groups.values():
        where = "source" if any(one.note == "source" for one in (first, *others)) else first.note
        yield found(
            first.place,
            f"{_a(first.kind)} stands in {_WHERE[where]}",
            f"{_WHY[where]} Whoever gets the file, or an older version of it, can use it."
            + ("" if first.sure else " That it is one is told by its look and its place alone."),
            _MEND[where],
            first.sure,
            [Related(one.note, one.place) for one in others],
            (("kind", first.kind), ("shown", first.shown), ("length", str(len(first.value)))),
        )


_WHERE = {"source": "the source", "output": "an output", "metadata": "the metadata"}
_WHY = {
    "source": "It is written out and saved with the file.",
    "output": "It was shown when the cell ran and is saved with the file, although the source need not hold it.",
    "metadata": "It is saved in the metadata, which no editor shows by itself.",
}
_REVOKE = "Revoke it first, and make a new one. "
_MEND = {
    "source": _REVOKE
    + "Read that from an environment variable, a secret store or getpass, and rewrite the history of a repository that holds this one.",
    "output": _REVOKE + "Clear this output, do not print it again, and rewrite the history of a repository that holds it.",
    "metadata": _REVOKE + "Delete the entry in the metadata, and rewrite the history of a repository that holds it.",
}


def _a(kind: str) -> str:
    return f"{'An' if kind[0] in 'AEIOaeio' or kind.startswith(('npm', 'xAI', 'NVIDIA', 'SSH')) else 'A'} {kind}"
