"""A package that a cell installs in whatever version is the newest that day."""

from ...rule import Event, Example, Facts, Found, Op, Place, Severity, found, rule

_INSTALLS = "it would install packages into the environment of the tests"
# What installs, not what is installed: no result depends on their versions.
_TOOLS = frozenset({"pip", "setuptools", "wheel", "uv", "conda", "mamba", "pip-tools", "pipenv", "poetry"})


@rule(
    item="repro.dependencies",
    severity=Severity.MEDIUM,
    needs=(Op.INSTALL,),
    strength="what is installed is held at a version, or stands in a file ({n:command})",
    bad=(
        Example(
            """
    # %%
    %pip install -q imbalanced-learn "pandas>=2"  # <- here
    """,
            not_run=_INSTALLS,
        ),
        Example(
            """
    # %%
    import subprocess
    import sys

    subprocess.check_call([sys.executable, "-m", "pip", "install", "xgboost"])  # <- here
    """,
            not_run=_INSTALLS,
        ),
        Example(
            """
    # %%
    !pip install git+https://github.com/huggingface/transformers  # <- here
    """,
            not_run=_INSTALLS,
        ),
    ),
    good=(
        Example(
            """
    # %%
    %pip install -q imbalanced-learn==0.12.3 "pandas~=2.2.1"
    !pip install -r requirements.txt
    !pip install -e .
    """,
            not_run=_INSTALLS,
        ),
        Example(
            """
    # %%
    hint = "run: pip install lightgbm"
    print(hint)
    """
        ),
    ),
)
def unpinned_install(facts: Facts) -> Found:
    """A cell installs a package without a version, so that each run takes the newest of its day.

    A version is held by `==`, by `~=` with three parts or `==2.1.*` (only fixes arrive), by a commit or tag behind
    `git+…@`, by conda's `name=1.2`, by a constraints file, by a folder of wheels behind `--no-index`; what a file or a
    local folder names is not looked at here.
    A lower bound holds nothing. The installers themselves (pip, setuptools, conda) do not count.

    Why: next month the same cell installs another version. The notebook breaks, or, worse, runs on and gives other
    numbers, and nobody can tell which version made those that are shown.

    Instead: write the version that was used (`pip freeze` tells it) behind the name, or keep all of them in a file and
    install that: `%pip install -r requirements.txt`.

    Trade-off: what is held gets no fixes by itself and has to be raised from time to time. To try a package out, an
    install without a version is right; once a result is shown to others, it is not.
    """
    lines: dict[Place, list[str]] = {}  # a line in a loop installs one after the other
    for event in facts.calls(Op.INSTALL):
        lines.setdefault(event.place, []).extend(name for name in _names(event, "loose") if name not in _TOOLS)
    for place, names in lines.items():
        if not names:
            continue
        loose = list(dict.fromkeys(names))
        listed = ", ".join(loose[:6]) + (" and others" if len(loose) > 6 else "")
        one = len(loose) == 1
        yield found(
            place,
            f"{loose[0] if one else f'{len(loose)} packages'} installed without a version",
            f"{listed} {'is' if one else 'are'} installed in the newest version of the day on which the cell runs. Another day gives another "
            "environment, and perhaps other results.",
            f"Write the version behind the name ({loose[0]}==…), or install from a file that holds the versions.",
            True,
            evidence=(("packages", listed),),
        )


def _names(event: Event, role: str) -> list[str]:
    given = event.roles.get(role)
    return [str(one.symbol) for one in given.items or ()] if given is not None else []
