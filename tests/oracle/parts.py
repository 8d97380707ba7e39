"""How rows are parted, and how parts are mixed up again."""

from __future__ import annotations

from .writer import Writer

Parts = tuple[str, str, str, str]  # X_train, X_test, y_train, y_test


def named(w: Writer) -> Parts:
    """Names for four parts."""
    X, y = w.chance.choice([("X", "y"), ("x", "labels"), ("features", "target")])
    a, b = w.chance.choice([("train", "test"), ("tr", "te"), ("fit", "hold"), ("a", "b")])
    return f"{X}_{a}", f"{X}_{b}", f"{y}_{a}", f"{y}_{b}"


def parted(w: Writer, X: str, y: str, stratify: bool = True) -> Parts:
    """Two parts of features and target."""
    parts = A, B, a, b = named(w)
    kinds = ["tts", "tts", "tts", "tts", "slice", "permutation", "mask", "shuffle", "fold", "star", "function"]
    kind = w.form("split " + w.chance.choice(kinds))[6:]
    at = ".iloc" if w.frame else ""
    at_y = ".iloc" if w.series else ""
    strata = f", stratify={y}" if w.classes and stratify and w.coin(0.4) else ""
    if kind in ("tts", "star"):
        w.use("sklearn.model_selection", "train_test_split")
        call = f"train_test_split({X}, {y}, test_size=0.3, random_state={w.chance.randrange(9)}{strata})"
        if kind == "star":
            whole = w.name("parts", "halves")
            w.say(f"{whole} = {call}", f"{A}, {B} = {whole}[:2]", f"{a}, {b} = {whole}[2], {whole}[3]")
        elif w.coin(0.2):
            w.say(f"{a}, {b}, {A}, {B} = train_test_split({y}, {X}, test_size=0.3, random_state=1)")
        else:
            w.say(f"{A}, {B}, {a}, {b} = {call}")
    elif kind == "function":
        w.use("sklearn.model_selection", "train_test_split")
        name = w.name("divide", "make_parts")
        w.define(f"def {name}(data, answers, share=0.3):", "    return train_test_split(data, answers, test_size=share, random_state=5)")
        w.say(f"{A}, {B}, {a}, {b} = {name}({X}, {y})")
    elif kind == "slice":
        n = w.name("n", "cut")
        w.say(f"{n} = int(len({X}) * 0.7)", f"{A}, {B} = {X}{at}[:{n}], {X}{at}[{n}:]", f"{a}, {b} = {y}{at_y}[:{n}], {y}{at_y}[{n}:]")
    elif kind == "permutation":
        order, n = w.name("order", "perm"), w.name("n", "cut")
        w.use("numpy as np")
        w.say(f"{order} = np.random.default_rng(0).permutation(len({X}))", f"{n} = int(0.7 * len({X}))")
        w.say(
            f"{A}, {a} = {X}{at}[{order}[:{n}]], {y}{at_y}[{order}[:{n}]]", f"{B}, {b} = {X}{at}[{order}[{n}:]], {y}{at_y}[{order}[{n}:]]"
        )
    elif kind == "mask":
        mask = w.name("mask", "chosen")
        w.use("numpy as np")
        w.say(f"{mask} = np.random.default_rng(1).random(len({X})) < 0.7")
        w.say(f"{A}, {B} = {X}[{mask}], {X}[~{mask}]", f"{a}, {b} = {y}[{mask}], {y}[~{mask}]")
    elif kind == "shuffle":
        w.use("sklearn.model_selection", "ShuffleSplit")
        one, two = w.name("one", "rows"), w.name("two", "others")
        w.say(f"{one}, {two} = next(ShuffleSplit(n_splits=1, test_size=0.3, random_state=0).split({X}))")
        w.say(f"{A}, {B} = {X}{at}[{one}], {X}{at}[{two}]", f"{a}, {b} = {y}{at_y}[{one}], {y}{at_y}[{two}]")
    else:
        w.use("sklearn.model_selection", "KFold")
        one, two = w.name("one", "rows"), w.name("two", "others")
        w.say(f"{one}, {two} = list(KFold(4, shuffle=True, random_state=0).split({X}))[0]")
        w.say(f"{A}, {B} = {X}{at}[{one}], {X}{at}[{two}]", f"{a}, {b} = {y}{at_y}[{one}], {y}{at_y}[{two}]")
    return parts


def parted_frame(w: Writer, df: str) -> tuple[str, str]:
    """Two parts of a frame."""
    train, test = w.chance.choice([("train", "test"), ("train_df", "test_df"), ("fit_part", "rest")])
    kind = w.form("frame split " + w.chance.choice(["tts", "tts", "sample", "slice", "query", "split"]))[12:]
    if kind == "tts":
        w.use("sklearn.model_selection", "train_test_split")
        w.say(f"{train}, {test} = train_test_split({df}, test_size=0.3, random_state=0)")
    elif kind == "sample":
        w.say(f"{train} = {df}.sample(frac=0.7, random_state=2)", f"{test} = {df}.drop({train}.index)")
    elif kind == "slice":
        w.say(f"{df} = {df}.sample(frac=1, random_state=1)", f"{train} = {df}.iloc[:30]", f"{test} = {df}.iloc[30:]")
    elif kind == "query":
        w.use("numpy as np")
        w.say(f'{df}["part"] = np.arange(len({df})) % 4')
        w.say(f'{train} = {df}[{df}["part"] != 0].drop(columns="part")', f'{test} = {df}[{df}["part"] == 0].drop(columns="part")')
    else:
        w.use("numpy as np")
        rows = w.name("rows", "idx")
        w.say(f"{rows} = np.random.default_rng(3).permutation(len({df}))")
        w.say(f"{train}, {test} = {df}.iloc[{rows}[:30]], {df}.iloc[{rows}[30:]]")
    if w.coin(0.4):
        w.say(f"{train}, {test} = {train}.copy(), {test}.copy()")
    return train, test


def repeated(w: Writer, X: str, y: str) -> None:
    """Rows of `X` and `y` are drawn again, or made out of them."""
    kinds = ["ros", "smote", "rus", "resample", "choice", "augment", "stack"] if w.classes else ["resample", "choice", "augment", "stack"]
    kind = w.form("repeated " + w.chance.choice(kinds))[9:]
    if kind in ("ros", "smote"):
        name = {"ros": "RandomOverSampler", "smote": "SMOTE"}[kind]
        w.use("imblearn.over_sampling", name)
        if w.coin(0.3):
            tool = w.name("sampler", "over")
            w.say(f"{tool} = {name}(random_state=0)", f"{X}, {y} = {tool}.fit_resample({X}, {y})")
        else:
            w.say(f"{X}, {y} = {name}(random_state=0).fit_resample({X}, {y})")
    elif kind == "rus":
        w.use("imblearn.under_sampling", "RandomUnderSampler")
        w.say(f"{X}, {y} = RandomUnderSampler(random_state=0).fit_resample({X}, {y})")
    elif kind == "resample":
        w.use("sklearn.utils", "resample")
        w.say(f"{X}, {y} = resample({X}, {y}, replace=True, n_samples=90, random_state=0)")
    elif kind == "choice":
        w.use("numpy as np")
        rows, at = w.name("drawn", "idx"), ".iloc" if w.frame else ""
        w.say(
            f"{rows} = np.random.default_rng(4).choice(len({X}), size=90)",
            f"{X}, {y} = {X}{at}[{rows}], {y}{'.iloc' if w.series else ''}[{rows}]",
        )
    elif kind == "augment":
        w.use("numpy as np")
        noise = w.name("noise", "jitter")
        w.say(f"{noise} = np.random.default_rng(5).normal(scale=0.01, size={X}.shape)")
        _below(w, X, f"{X} + {noise}", y)
    else:
        _below(w, X, X, y)


def _below(w: Writer, X: str, other: str, y: str) -> None:
    both = (
        f"pd.concat([{X}, {other}], ignore_index=True)" if w.frame else f"np.vstack([{X}, {other}])" if w.coin() else f"np.r_[{X}, {other}]"
    )
    w.use("numpy as np")
    w.use("pandas as pd")
    w.say(f"{X} = {both}", f"{y} = " + (f"pd.concat([{y}, {y}], ignore_index=True)" if w.series else f"np.concatenate([{y}, {y}])"))


def repeated_frame(w: Writer, df: str) -> str:
    """A frame with rows that are there more than once."""
    new = w.name("both", "more", "balanced")
    w.use("pandas as pd")
    kinds = ["concat", "sample", "replace"] + (["minority", "resample"] if w.classes else [])
    kind = w.form("repeated frame " + w.chance.choice(kinds))[15:]
    if kind == "concat":
        w.say(f"{new} = pd.concat([{df}, {df}], ignore_index=True)")
    elif kind == "sample":
        w.say(f"{new} = pd.concat([{df}, {df}.sample(30, random_state=0)]).reset_index(drop=True)")
    elif kind == "replace":
        w.say(f"{new} = {df}.sample(n=100, replace=True, random_state=0).reset_index(drop=True)")
    else:
        few = w.name("rare", "minority")
        w.say(f'{few} = {df}[{df}["{w.target}"] == 1]')
        if kind == "resample":
            w.use("sklearn.utils", "resample")
            w.say(f"{few} = resample({few}, replace=True, n_samples=40, random_state=0)")
        else:
            w.say(f"{few} = {few}.sample(40, replace=True, random_state=0)")
        w.say(f'{new} = pd.concat([{df}[{df}["{w.target}"] == 0], {few}], ignore_index=True)')
    return new


def joined(w: Writer, A: str, B: str, a: str, b: str) -> None:
    """The test part goes below the training part."""
    w.use("numpy as np")
    w.use("pandas as pd")
    w.say(f"{A} = pd.concat([{A}, {B}])" if w.frame else f"{A} = np.vstack([{A}, {B}])")
    w.say(f"{a} = pd.concat([{a}, {b}])" if w.series else f"{a} = np.concatenate([{a}, {b}])")
