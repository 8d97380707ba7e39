"""A fitted model that is written over the one before."""

import re
from collections.abc import Iterator

from ...rule import Event, Example, Facts, Found, Op, Place, Severity, found, related, rule

_MODEL = """
    # %%
    import joblib
    import pickle
    from pathlib import Path
    from tempfile import mkdtemp
    import os
    os.chdir(mkdtemp())
    from sklearn.linear_model import LogisticRegression
    from sklearn.tree import DecisionTreeClassifier

    model = LogisticRegression().fit([[0.0], [1.0]], [0, 1])
"""
LONGEST = 400  # characters of a path that are looked at
# What tells one artifact from the next: `v3`, a date, a number of its own, a hash, `fold2`.
_VERSION = re.compile(
    r"(?<![a-z0-9])v(?:er(?:sion)?)?[-_.]?\d|(?:19|20)\d\d[-_.]?\d\d|(?:^|[-_./\\])[a-z]?\d+(?=[-_./\\]|$)|(?=[a-f]*\d)[0-9a-f]{7,}"
    r"|(?<![a-z])(?:model|run|exp|experiment|trial|fold|epoch|step|iter|seed|try|clf|rev|release|build)[-_]?\d",
    re.IGNORECASE,
)
# Where replacing is the purpose, where nothing is kept, or where a platform keeps the results of each run.
_PASSING = re.compile(
    r"^/tmp/|^/dev/shm/|^/kaggle/|^/opt/ml/|(?<![a-z])(?:te?mp|cache|checkpoints?|ckpts?|latest|scratch|junk|dummy)(?![a-z])", re.IGNORECASE
)
_PLATFORM = ("/kaggle/", "../input/")  # where results are kept for each version of the notebook


@rule(
    item="repro.idempotent",
    severity=Severity.LOW,
    judges=lambda facts: sum(1 for _ in _saved(facts)),
    strength="a saved model does not replace the one before ({n} saved)",
    bad=(
        Example(
            _MODEL
            + """
    # %%
    with open("model.pkl", "wb") as file:
        pickle.dump(model, file)  # <- here
    """
        ),
        Example(
            _MODEL
            + """
    # %%
    for depth in (1, 2, 3):
        tree = DecisionTreeClassifier(max_depth=depth).fit([[0.0], [1.0]], [0, 1])
        joblib.dump(tree, "tree.joblib")  # <- here
    """
        ),
    ),
    good=(
        Example(
            _MODEL
            + """
    # %%
    from datetime import datetime

    joblib.dump(model, f"model-{datetime.now():%Y-%m-%d}.joblib")
    joblib.dump(model, "model-v3.joblib")
    """
        ),
        Example(
            _MODEL
            + """
    # %%
    if not Path("model.pkl").exists():
        joblib.dump(model, "model.pkl")
    with open("first.pkl", "xb") as file:
        pickle.dump(model, file)
    """
        ),
    ),
)
def overwritten_artifact(facts: Facts) -> Found:
    """A fitted model (or a scaler, an encoder, a pipeline) is saved under a name that is the same at every run.

    It does not count where the name holds a version, a date, a number or something that is only known when the program
    runs, where the write is guarded, where an experiment tracker records the run, in temporary folders and checkpoints.

    Why: a retry, a colleague's run or a half finished one replaces the model that is in use, and the good one is gone.
    From the file nobody can tell which data and which code made it, so it can neither be compared nor rolled back.

    Instead: put a run id, a date or a hash into the name, or refuse to replace (mode `"xb"`, `if not path.exists()`),
    and let a pointer, a registry or a tracker (MLflow, DVC) say which one is in use.

    Trade-off: old files pile up and have to be cleared. In an exploration whose model nobody loads, one name is enough.
    """
    if any(True for _ in facts.calls(Op.RECORD)) or any(_path(event).startswith(_PLATFORM) for event in facts.calls(Op.LOAD)):
        return
    writers: dict[str, list[Event]] = {}
    by_place: dict[Place, list[Event]] = {}
    for event in _saved(facts):
        path = _path(event)
        if path and not event.guarded and not _VERSION.search(_stem(path)[-LONGEST:]) and not _PASSING.search(path[-LONGEST:]):
            writers.setdefault(path, []).append(event)
            by_place.setdefault(event.place, []).append(event)
    for place, events in by_place.items():
        if _continues(events):
            continue
        event, path = events[0], _path(events[0])
        before = [one for one in writers[path] if one.id < event.id and one.place != place]
        turns = len(events) > 1 and _path(events[1]) == path
        what = event.roles["model"].name.rpartition(".")[2].removeprefix("make_") or "model"
        if turns:
            issue = f"Every turn of the loop writes {path} anew, so only the last {what} is left, and every run replaces that one."
        elif before:
            issue = f"This replaces what was written to {path} in {before[-1].place.words()} of the same run, and every run replaces both."
        else:
            issue = (
                f"Every run writes {path} anew and replaces the {what} that is there, also by one that is worse or half finished. From the file "
                "nobody can tell which run made it."
            )
        yield found(
            place,
            f"{what} saved over the one before",
            issue,
            "Put a run id, a date or a version into the name, refuse to replace an existing file, or log the model with an experiment tracker.",
            event.certain,
            [related(facts, "written", one.place, path) for one in before[-1:]],
            (("path", path),),
        )


def _saved(facts: Facts) -> Iterator[Event]:
    """What writes something fitted."""
    return (event for event in facts.calls(Op.WRITE) if "model" in event.roles)


def _path(event: Event) -> str:
    path = event.roles.get("path")
    return path.symbol if path is not None and isinstance(path.symbol, str) else ""


def _stem(path: str) -> str:
    """A path without its last extension, in which a digit is no version: `.h5`."""
    return re.sub(r"\.[A-Za-z]\w*$", "", path)


def _continues(events: list[Event]) -> bool:
    """The same model again and again, as it is trained further: a checkpoint, replaced on purpose."""
    first = events[0].roles["model"]
    return len(events) > 1 and all(
        one.repeated and one.roles["model"].refs == first.refs and one.roles["model"].learned == first.learned for one in events
    )
