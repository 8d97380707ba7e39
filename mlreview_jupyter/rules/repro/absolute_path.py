"""A path that exists on one machine only."""

from ...rule import Example, Facts, Found, LocalPath, Related, Severity, Whose, found, rule


@rule(
    item="repro.no-hardcoding",
    severity=Severity.MEDIUM,
    judges=lambda facts: len(facts.local_paths),
    strength="no path of one machine is written into the code",
    bad=(
        Example(
            """
    # %%
    import os

    SOURCE = "/Users/kdahl/projects/churn/2024-final.csv"  # <- here
    print(os.path.exists(SOURCE))
    """
        ),
        Example(
            r"""
    # %%
    import pandas as pd

    try:
        frame = pd.read_csv(r"C:\Users\kdahl\churn.csv")  # <- here
    except OSError:
        frame = pd.DataFrame({"churned": [0, 1]})
    """
        ),
        Example(
            """
    # %%
    import os

    BASE = "/data/churn"  # <- here
    train = os.path.join(BASE, "train.csv")
    """
        ),
    ),
    good=(
        Example(
            """
    # %%
    import os
    from pathlib import Path

    data = Path(os.environ.get("CHURN_DATA", "data"))
    train = data / "train.csv"
    cache = Path.home() / ".cache"
    scratch = open("/tmp/churn.log", "a")
    """
        ),
        Example(
            """
    # %%
    ROUTE = "/api/v2/predict"
    GUIDE = "https://example.com/home/user/guide.html"
    print("look below /home/user/reports")
    """
        ),
    ),
)
def absolute_path(facts: Facts) -> Found:
    """A path is written out that holds on one machine: in somebody's home folder, on a lettered drive, in somebody's
    cloud drive, or at another root that is used as a path.

    Folders that every machine of a kind has do not count: `/tmp`, `/usr`, `/kaggle/input`, `/content`, `/opt/ml`, the
    homes of machine images; nor do `~` and `Path.home()`. A text that is only shown, compared or served as a route is
    no path.

    Why: the notebook runs for nobody else, not in CI, not as a scheduled job, and after the next move of files not for
    its author. It also tells a user's name and the layout of a machine to everyone who reads it.

    Instead: write paths relative to the project, or take the folder from an environment variable, a parameter or a
    configuration file in one place, and join the rest to it.

    Trade-off: one more thing to set before a run. For data that is too large for the project and lies at a fixed mount
    everywhere the notebook runs, one constant at the top, said in the readme, is enough: allow it there.
    """
    for path in facts.local_paths:
        title, only = _WORDS[path.whose]
        more = f" {len(path.others)} more in this statement do, too." if path.others else ""
        yield found(
            path.place,
            f"Path {title}",
            f"{_shown(path)} {only}.{more} Elsewhere this stops with a missing file.",
            "Take the folder from one variable at the top, and say in the notebook what has to lie there and where it can be had."
            if path.whose is Whose.CLOUD
            else "Use a path relative to the project, or take the folder from an environment variable or a parameter.",
            path.certain,
            [Related("path", place, text) for text, place in path.others],
            (("path", _shown(path)),),
        )


_WORDS = {
    Whose.HOME: ("in one user's home folder", "exists only on the machine of one user"),
    Whose.DRIVE: ("on one computer's drive", "exists only on one computer"),
    Whose.SHARE: ("on a server of one network", "can be reached from one network only"),
    Whose.CLOUD: ("in one person's cloud drive", "exists only in the cloud drive of whoever wrote this"),
    Whose.ROOT: ("at the root of one machine", "exists only where somebody has put it at the root"),
}


def _shown(path: LocalPath) -> str:
    return path.text if len(path.text) <= 60 else path.text[:59] + "…"
