"""How a program comes by its features and its target, and what is done to all rows."""

from __future__ import annotations

from . import applied, steps
from .table import Shape
from .writer import Writer

_NAMES = ["age", "income", "tenure", "usage", "height", "balance", "visits", "score_a", "pulse", "area"]


def shape(w: Writer) -> Shape:
    """What the table of this program looks like."""
    w.columns = tuple(w.chance.sample(_NAMES, w.chance.choice([5, 6])))
    w.classes = w.coin(0.7)
    w.category = w.chance.choice(["city", "plan"]) if w.coin(0.6) else ""
    w.text = "message" if w.coin(0.08) else ""
    w.target = w.chance.choice(["label", "churn", "target"] if w.classes else ["price", "y", "demand"])
    w.missing = w.coin(0.4) and not w.text
    w.frame = w.coin(0.8) or bool(w.text)
    if not w.frame:
        w.category, w.missing = "", False
    w.group = "site" if w.frame and w.coin(0.15) else ""
    rows = w.chance.choice([48, 56, 60, 72])
    return Shape(rows, w.columns, w.category, w.text, w.group, w.target, w.classes, w.missing)


def arrays(w: Writer) -> tuple[str, str]:
    """Features and target as arrays from the start."""
    X, y = w.name("X", "features", "data"), w.name("y", "target", "labels")
    w.columns, w.series = (), False
    if w.coin():
        maker = "make_classification" if w.classes else "make_regression"
        w.use("sklearn.datasets", maker)
        w.say(f"{X}, {y} = {maker}(n_samples=60, random_state=0)")
        w.form(maker)
    else:
        w.use("numpy as np")
        w.say(f'{X} = np.load("X.npy")', f'{y} = np.load("y.npy")')
        w.form("np.load")
    return X, y


def frame(w: Writer) -> str:
    """A frame from the file, looked at, cleaned without learning."""
    df = w.name("df", "data", "frame", "raw")
    w.use("pandas as pd")
    w.say(f'{df} = pd.read_csv("data.csv")')
    for _ in range(w.chance.choice([0, 0, 1, 2])):
        looked_at(w, df)
    if w.coin(0.15):
        w.form("filter")
        w.say(f'{df} = {df}[{df}["{w.columns[3]}"] > -1000]' if w.coin() else f"{df} = {df}.drop_duplicates()")
        if w.coin():
            w.say(f"{df} = {df}.reset_index(drop=True)")
    if w.coin(0.15):
        w.form("alias")
        new = w.name("work", "table")
        w.say(f"{new} = {df}" + (".copy()" if w.coin() else ""))
        df = new
    if w.coin(0.2):
        w.form("stateless column")
        column = w.chance.choice(w.columns)
        w.use("numpy as np")
        w.say(
            w.chance.choice(
                [
                    f'{df}["{column}"] = np.log1p({df}["{column}"])',
                    f'{df}["{column}"] = {df}["{column}"].apply(lambda v: v ** 0.5)',
                    f'{df}["{column}"] = {df}["{column}"] / 100',
                    f'{df} = {df}.assign({column}={df}["{column}"].abs())',
                ]
            )
        )
    return df


def looked_at(w: Writer, df: str) -> None:
    """Statistics that feed nothing."""
    column = w.columns[0]
    w.form("looked at")
    kind = w.chance.choice(["describe", "mean", "corr", "scaler", "function"])
    if kind == "describe":
        w.say(f"print({df}.describe())")
    elif kind == "mean":
        w.say(f'average = {df}["{column}"].mean()', "print(average)")
    elif kind == "corr":
        w.say(f"print({df}[{list(w.columns)!r}].corr())")
    elif kind == "scaler" and not w.missing:
        w.use("sklearn.preprocessing", "StandardScaler")
        w.say(f"shown = StandardScaler().fit_transform({df}[{list(w.columns)!r}])", "print(shown[:3])")
    else:
        name = w.name("summary", "report")
        w.define(
            f"def {name}(table):", "    center = table.mean(numeric_only=True)", "    print((table.mean(numeric_only=True) - center).sum())"
        )
        w.say(f"{name}({df})")


def filled(w: Writer, df: str) -> None:
    """Holes are gone, without learning."""
    if w.missing:
        w.say(
            w.chance.choice(
                [f"{df} = {df}.dropna()", f"{df} = {df}.fillna(0)", f"{df}.dropna(inplace=True)", f"{df}.fillna(-1, inplace=True)"]
            )
        )
        w.missing = False


def spoiled_frame(w: Writer, df: str) -> None:
    """Something learned from all rows goes into the frame."""
    if w.coin(0.4):
        for line in steps.whole(w, df):
            w.say(line)
    else:
        applied.learned(w, steps.of_columns(w), df, [df])
    w.spoiled = True


def spoiled(w: Writer, X: str, y: str) -> None:
    """Something learned from all rows goes into the features."""
    kind = w.chance.choice(["tool", "tool", "tool", "hand", "hand", "choose"])
    if kind == "tool":
        applied.on_itself(w, steps.tool(w), X)
    elif kind == "hand":
        applied.learned(w, steps.by_hand(w), X, [X])
        w.columns = ()
    else:
        applied.on_itself(w, steps.chooser(w), X, y)
    w.spoiled = True


def separated(w: Writer, df: str, X: str = "", y: str = "", told: bool = True) -> tuple[str, str]:
    """Features and target of a frame."""
    X, y = X or w.name("X", "features", "inputs"), y or w.name("y", "target", "labels")
    away = [name for name in (w.target, w.category, w.group, w.text) if name]
    if told and w.coin(0.2):
        w.form("pop")
        w.say(f'{y} = {df}.pop("{w.target}")', f"{X} = {df}" + (f".drop(columns={away[1:]!r})" if away[1:] else ""))
    else:
        w.say(f"{X} = {df}.drop(columns={away!r})" if w.coin() else f"{X} = {df}.drop({away!r}, axis=1)", f'{y} = {df}["{w.target}"]')
    return X, y


def to_arrays(w: Writer, X: str, y: str) -> None:
    """From here on without names."""
    w.form("values")
    w.say(f"{X}, {y} = {X}.values, {y}.values" if w.coin() else f"{X}, {y} = {X}.to_numpy(), {y}.to_numpy()")
    w.frame, w.series, w.columns = False, False, ()


def travelled(w: Writer, df: str) -> str:
    """The frame goes to a file and comes back, or into a dict and out."""
    new = w.name("back", "loaded", "again")
    kind = w.form("travel " + w.chance.choice(["csv", "pickle", "dict", "list", "function"]))[7:]
    if kind == "csv":
        w.say(f'{df}.to_csv("prepared.csv", index=False)', f'{new} = pd.read_csv("prepared.csv")')
    elif kind == "pickle":
        w.say(f'{df}.to_pickle("prepared.pkl")', f'{new} = pd.read_pickle("prepared.pkl")')
    elif kind == "dict":
        box = w.name("box", "frames")
        w.say(f'{box} = {{"all": {df}}}', f'{new} = {box}["all"]')
    elif kind == "list":
        box = w.name("box", "frames")
        w.say(f"{box} = []", f"{box}.append({df})", f"{new} = {box}[0]")
    else:
        name = w.name("passed", "get")
        w.define(f"def {name}(table):", "    return table")
        w.say(f"{new} = {name}({df})")
    return new
