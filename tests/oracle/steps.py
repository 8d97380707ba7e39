"""Preparations: each as lines that learn from `{a}` and an expression that applies what was learned, or as a library's object."""

from __future__ import annotations

from .writer import Op, Writer


def tool(w: Writer, few: int = 3) -> str:
    """A transformer that learns, as an expression that makes it; without those that look at the target."""
    choices = [
        ("sklearn.preprocessing", "StandardScaler()"),
        ("sklearn.preprocessing", "StandardScaler()"),
        ("sklearn.preprocessing", "MinMaxScaler()"),
        ("sklearn.preprocessing", "RobustScaler()"),
        ("sklearn.preprocessing", "MaxAbsScaler()"),
        ("sklearn.preprocessing", "KBinsDiscretizer(n_bins=4, encode='ordinal')"),
        ("sklearn.preprocessing", "QuantileTransformer(n_quantiles=20)"),
        ("sklearn.decomposition", f"PCA(n_components={few})"),
        ("sklearn.decomposition", f"TruncatedSVD(n_components={few}, random_state=0)"),
    ]
    module, make = w.chance.choice(choices)
    w.use(module, make.partition("(")[0])
    if w.coin(0.12):
        w.use("sklearn.pipeline", "make_union" if w.coin() else "make_pipeline")
        w.use("sklearn.preprocessing", "StandardScaler", "MinMaxScaler")
        both = "make_union" if "from sklearn.pipeline import make_union" in w.imports else "make_pipeline"
        w.form(both)
        return f"{both}(StandardScaler(), {make})"
    if w.frame and w.columns and w.coin(0.15):
        w.use("sklearn.compose", "ColumnTransformer")
        w.form("ColumnTransformer")
        return f"ColumnTransformer([('some', {make}, {list(w.columns[:3])!r})], remainder='passthrough')"
    w.form(make.partition("(")[0])
    return make


def filler(w: Writer) -> str:
    """An imputer."""
    name = w.chance.choice(["SimpleImputer()", "SimpleImputer(strategy='median')", "KNNImputer(n_neighbors=3)"])
    w.use("sklearn.impute", name.partition("(")[0])
    w.form(name.partition("(")[0])
    return name


def chooser(w: Writer) -> str:
    """A selection of columns that looks at the target."""
    score = "f_classif" if w.classes else "f_regression"
    w.use("sklearn.feature_selection", "SelectKBest", score)
    w.form("SelectKBest")
    return f"SelectKBest({score}, k=3)"


def stateless(w: Writer) -> str:
    """An expression over `{a}` that learns nothing."""
    kind = w.chance.choice(["log", "abs", "norm", "func", "sqrt", "poly", "clip"])
    w.form("stateless " + kind)
    if kind == "norm":
        w.use("sklearn.preprocessing", "Normalizer")
        w.frame, w.columns = False, ()
        return "Normalizer().fit_transform({a})"
    if kind == "func":
        w.use("sklearn.preprocessing", "FunctionTransformer")
        w.use("numpy as np")
        return "FunctionTransformer(np.sqrt).fit_transform({a})"
    if kind == "poly":
        w.use("sklearn.preprocessing", "PolynomialFeatures")
        w.frame, w.columns = False, ()
        return "PolynomialFeatures(degree=2, include_bias=False).fit_transform({a})"
    if kind == "clip":
        return "{a}.clip(0, 10000)"
    if kind == "abs":
        return "abs({a})"
    w.use("numpy as np")
    return "np.log1p({a})" if kind == "log" else "np.sqrt({a})"


def by_hand(w: Writer) -> Op:
    """A scaling in plain arithmetic, over all columns."""
    # another scaling by hand would take back what the first one did, and no one could see it
    kinds = ["clip"] if w.spoiled else ["zscore", "minmax", "robust", "center", "clip"]
    kind = w.form("by hand " + w.chance.choice(kinds))[8:]
    one, two = w.name("mu", "m", "low", "center"), w.name("sd", "s", "high", "scale")
    mean = "{a}.mean()" if w.frame else "{a}.mean(axis=0)"
    if kind == "zscore":
        if w.coin(0.3):
            w.use("numpy as np")
            return [f"{one}, {two} = np.mean({{a}}, axis=0), np.std({{a}}, axis=0)"], f"({{a}} - {one}) / {two}"
        return [f"{one} = {mean}", f"{two} = {mean.replace('mean', 'std')}"], f"({{a}} - {one}) / ({two} + 1e-9)"
    if kind == "minmax":
        low, high = mean.replace("mean", "min"), mean.replace("mean", "max")
        return [f"{one} = {low}", f"{two} = {high}"], f"({{a}} - {one}) / ({two} - {one})"
    if kind == "center":
        return [f"{one} = {mean}"], f"{{a}} - {one}"
    w.use("numpy as np")
    if kind == "robust":
        middle = "{a}.median()" if w.frame else "np.median({a}, axis=0)"
        return [f"{one} = {middle}"], f"({{a}} - {one})"
    if w.frame:
        return [f"{one}, {two} = {{a}}.quantile(0.1), {{a}}.quantile(0.9)"], f"{{a}}.clip({one}, {two}, axis=1)"
    return [f"{one}, {two} = np.percentile({{a}}, [10, 90], axis=0)"], f"np.clip({{a}}, {one}, {two})"


def of_columns(w: Writer, counts: bool = True) -> Op:
    """Something learned from one named column of a frame that still has its category and target."""
    column = w.chance.choice(w.columns[:-1])
    new = f"{column}_new"
    kinds = ["ratio"] if w.spoiled else ["zscore", "clip", "cap", "ratio"]  # as above: a lower limit takes back a higher one
    kinds += ["fill", "fill"] if w.missing else []
    if w.category:
        kinds += ["frequency", "frequency", "rate", "rate", "group"] + (["counts"] if counts else [])
    kind = w.form("column " + w.chance.choice(kinds))[7:]
    if kind == "fill":  # only the first ones have holes
        column = w.chance.choice(w.columns[:3])
    one, two = w.name("value", "m", "stat"), w.name("other", "s", "spread")
    col = f'{{a}}["{column}"]'
    if kind == "fill":
        return [f"{one} = {col}.{w.chance.choice(['mean', 'median'])}()"], f"{{a}}.assign({column}={col}.fillna({one}))"
    if kind == "zscore":
        return [f"{one}, {two} = {col}.mean(), {col}.std()"], f"{{a}}.assign({column}=({col} - {one}) / {two})"
    if kind == "clip":
        return [f"{one} = {col}.quantile(0.8)"], f"{{a}}.assign({column}={col}.clip(upper={one}))"
    if kind == "cap":
        w.use("numpy as np")
        return [f"{one} = {col}.mean() + {col}.std()"], f"{{a}}.assign({column}=np.where({col} > {one}, {one}, {col}))"
    if kind == "ratio":
        return [f"{one} = {col}.max()"], f"{{a}}.assign({new}={col} / {one})"
    key = f'{{a}}["{w.category}"]'
    if kind == "frequency":
        return [f"{one} = {key}.value_counts(normalize=True)"], f"{{a}}.assign({w.category}_share={key}.map({one}))"
    if kind == "counts":
        return [f"{one} = {key}.value_counts().to_dict()"], f"{{a}}.assign({w.category}_n={key}.map({one}))"
    of = w.target if kind == "rate" else column
    if w.coin(0.3):
        return [f'{one} = {{a}}.groupby("{w.category}")["{of}"].mean().to_dict()'], f"{{a}}.assign({w.category}_{kind}={key}.map({one}))"
    return [f'{one} = {{a}}.groupby("{w.category}")["{of}"].mean()'], f"{{a}}.assign({w.category}_{kind}={key}.map({one}))"


def whole(w: Writer, a: str) -> list[str]:
    """Something that can only be done to a whole frame: it learns and applies at once."""
    column = w.chance.choice(w.columns[:-1])
    kinds = ["rank", "qcut", "outliers", "inplace", "pipe", "apply"] + (["transform", "lambda"] if w.category else [])
    kinds += ["some", "some", "each", "into"] if not w.missing else []
    kind = w.form("whole " + w.chance.choice(kinds))[6:]
    if kind == "rank":
        return [f'{a}["{column}"] = {a}["{column}"].rank(pct=True)']
    if kind == "qcut":
        w.use("pandas as pd")
        return [f'{a}["{column}"] = pd.qcut({a}["{column}"], 4, labels=False, duplicates="drop")']
    if kind == "outliers":
        limit = w.name("limit", "bound")
        return [f'{limit} = {a}["{column}"].quantile(0.9)', f'{a} = {a}[{a}["{column}"] <= {limit}]']
    if kind == "inplace":
        return [f'{a}.loc[:, "{column}"] -= {a}["{column}"].mean()']
    if kind in ("some", "each", "into"):
        make = tool(w, 2)
        if "Column" in make or "PCA" in make or "SVD" in make:
            w.use("sklearn.preprocessing", "StandardScaler")
            make = "StandardScaler()"
        names = w.name("cols", "numeric")
        if kind == "some":
            return [f"{names} = {list(w.columns[:3])!r}", f"{a}[{names}] = {make}.fit_transform({a}[{names}])"]
        if kind == "each":
            return [f"for c in {list(w.columns[1:4])!r}:", f"    {a}[c] = {make}.fit_transform({a}[[c]]).ravel()"]
        new = w.name("scaled", "part")
        w.use("pandas as pd")
        return [
            f"{new} = pd.DataFrame({make}.fit_transform({a}[{list(w.columns[:3])!r}]), columns={list(w.columns[:3])!r}, index={a}.index)",
            f"{a} = {a}.drop(columns={list(w.columns[:3])!r}).join({new})",
        ]
    if kind == "pipe":
        return [f'{a} = {a}.pipe(lambda d: d.assign({column}=d["{column}"] / d["{column}"].max()))']
    if kind == "apply":
        middle = w.name("middle", "m")
        return [f'{middle} = {a}["{column}"].median()', f'{a}["{column}"] = {a}["{column}"].apply(lambda v: v - {middle})']
    if kind == "transform":
        return [f'{a}["{column}_rel"] = {a}["{column}"] - {a}.groupby("{w.category}")["{column}"].transform("mean")']
    return [f'{a}["{column}"] = {a}.groupby("{w.category}")["{column}"].transform(lambda s: (s - s.mean()) / s.std())']
