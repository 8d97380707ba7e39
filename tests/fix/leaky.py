"""Leaky programs by their shape, each with the lines that its fix makes of it; and programs that no fix may touch."""

from __future__ import annotations

ARRAYS = """\
import numpy as np
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score, train_test_split
from sklearn.preprocessing import MinMaxScaler, StandardScaler

rng = np.random.default_rng(0)
X = rng.normal(size=(200, 6))
y = (X[:, 0] + rng.normal(size=200) > 0).astype(int)
"""
FRAME = """\
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(0)
df = pd.DataFrame(rng.normal(size=(200, 3)), columns=["a", "b", "c"])
df["y"] = (df["a"] > 0).astype(int)
df.loc[::9, "b"] = np.nan
df["b"] = df["b"].interpolate().fillna(0)
"""
END = """\
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
"""
SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)\n"
SWAPPED = "X_test, X_train, y_test, y_train = train_test_split(X, y, random_state=0)\n"

# The start, what is wrong, what the fix makes of it, the end.
SHAPES: dict[str, tuple[str, str, str, str]] = {
    "a tool with a name of its own": (
        ARRAYS,
        ("scaler = StandardScaler()\nX_scaled = scaler.fit_transform(X)\n\n"
        "X_train, X_test, y_train, y_test = train_test_split(X_scaled, y, stratify=y, random_state=0)  # 75 : 25\n"),
        ("scaler = StandardScaler()\n\nX_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)  # 75 : 25\n"
        "X_train = scaler.fit_transform(X_train)\nX_test = scaler.transform(X_test)\n"),
        END,
    ),
    "its comment goes with it": (
        ARRAYS,
        "pca = PCA(2)\n\n# fewer columns\nX = pca.fit_transform(X)\n\n" + SPLIT,
        "pca = PCA(2)\n\n" + SPLIT + "# fewer columns\nX_train = pca.fit_transform(X_train)\nX_test = pca.transform(X_test)\n",
        END,
    ),
    "its comment goes with it, and the names of the parts are swapped": (
        ARRAYS,
        "X = StandardScaler().fit_transform(X)  # mean 0, variance 1\n" + SWAPPED,
        SWAPPED
        + "# mean 0, variance 1\nstandard_scaler = StandardScaler()\nX_train = standard_scaler.fit_transform(X_train)\n"
        "X_test = standard_scaler.transform(X_test)\n",
        END,
    ),
    "parted by slices": (
        ARRAYS,
        "X = StandardScaler().fit_transform(X)\nX_train, X_test = X[:150], X[150:]\n",
        ("X_train, X_test = X[:150], X[150:]\nstandard_scaler = StandardScaler()\n"
        "X_train = standard_scaler.fit_transform(X_train)\nX_test = standard_scaler.transform(X_test)\n"),
        "y_train, y_test = y[:150], y[150:]\n" + END,
    ),
    "two steps": (
        ARRAYS,
        "X1 = SimpleImputer().fit_transform(X)\nX2 = MinMaxScaler().fit(X1).transform(X1)\n" + SPLIT.replace("(X,", "(X2,"),
        SPLIT + "simple_imputer = SimpleImputer()\nX_train = simple_imputer.fit_transform(X_train)\nX_test = simple_imputer.transform(X_test)\n"
        "min_max_scaler = MinMaxScaler()\nX_train = min_max_scaler.fit(X_train).transform(X_train)\nX_test = min_max_scaler.transform(X_test)\n",
        END,
    ),
    "chosen by the labels": (
        ARRAYS,
        "best = SelectKBest(k=2)\nX = best.fit_transform(X, y)\n" + SPLIT,
        "best = SelectKBest(k=2)\n" + SPLIT + "X_train = best.fit_transform(X_train, y_train)\nX_test = best.transform(X_test)\n",
        END,
    ),
    "inside the split": (
        ARRAYS,
        "scaler = StandardScaler()\n" + SPLIT.replace("(X,", "(scaler.fit_transform(X),"),
        "scaler = StandardScaler()\n" + SPLIT + "X_train = scaler.fit_transform(X_train)\nX_test = scaler.transform(X_test)\n",
        END,
    ),
    "looked at in between, so that the split moves up": (
        ARRAYS,
        "pca = PCA(2)\npca.fit(X)\nZ = pca.transform(X)\nprint(pca.explained_variance_ratio_)\n" + SPLIT.replace("(X,", "(Z,"),
        "pca = PCA(2)\n" + SPLIT + "pca.fit(X_train)\nX_train = pca.transform(X_train)\nX_test = pca.transform(X_test)\n"
        "print(pca.explained_variance_ratio_)\n",
        END,
    ),
    "fitted on all, applied to both parts": (
        ARRAYS,
        "scaler = StandardScaler().fit(X)\n" + SPLIT,
        SPLIT + "scaler = StandardScaler().fit(X_train)\n",
        "model = LogisticRegression().fit(scaler.transform(X_train), y_train)\nprint(model.score(scaler.transform(X_test), y_test))\n",
    ),
    "by hand": (
        ARRAYS,
        "mean, std = X.mean(axis=0), X.std(axis=0)\nX = (X - mean) / std\n" + SPLIT,
        SPLIT + "mean, std = X_train.mean(axis=0), X_train.std(axis=0)\nX_train = (X_train - mean) / std\nX_test = (X_test - mean) / std\n",
        END,
    ),
    "by hand in one line": (
        ARRAYS,
        "X = (X - X.mean(axis=0)) / X.std(axis=0)\n" + SPLIT,
        SPLIT + "X_test = (X_test - X_train.mean(axis=0)) / X_train.std(axis=0)\nX_train = (X_train - X_train.mean(axis=0)) / X_train.std(axis=0)\n",
        END,
    ),
    "before cross-validation": (
        ARRAYS,
        "X = StandardScaler().fit_transform(X)\nprint(cross_val_score(LogisticRegression(), X, y, cv=3).mean())\n",
        "print(cross_val_score(make_pipeline(StandardScaler(), LogisticRegression()), X, y, cv=3).mean())\n",
        "",
    ),
    "before a loop over folds": (
        ARRAYS,
        "X = StandardScaler().fit_transform(X)\nfor a, b in KFold(3).split(X):\n    print(LogisticRegression().fit(X[a], y[a]).score(X[b], y[b]))\n",
        ("for a, b in KFold(3).split(X):\n    X_fold = StandardScaler().fit(X[a]).transform(X)\n"
        "    print(LogisticRegression().fit(X_fold[a], y[a]).score(X_fold[b], y[b]))\n"),
        "",
    ),
    "before rows are taken by index": (
        ARRAYS,
        "X = X - X.mean(axis=0)\norder = rng.permutation(200)\na, b = order[:150], order[150:]\n",
        "order = rng.permutation(200)\na, b = order[:150], order[150:]\nX = X - X[a].mean(axis=0)\n",
        "print(LogisticRegression().fit(X[a], y[a]).score(X[b], y[b]))\n",
    ),
    "learned again from the evaluation part": (
        ARRAYS,
        SPLIT + "scaler = StandardScaler()\nX_train = scaler.fit_transform(X_train)\nX_test = scaler.fit_transform(X_test)\n",
        SPLIT + "scaler = StandardScaler()\nX_train = scaler.fit_transform(X_train)\nX_test = scaler.transform(X_test)\n",
        END,
    ),
    "another tool for the evaluation part": (
        ARRAYS,
        SPLIT + "X_train = StandardScaler().fit_transform(X_train)\nX_test = StandardScaler().fit_transform(X_test)\n",
        SPLIT + "standard_scaler = StandardScaler()\nX_train = standard_scaler.fit_transform(X_train)\nX_test = standard_scaler.transform(X_test)\n",
        END,
    ),
    "by hand again in the evaluation part": (
        ARRAYS,
        SPLIT + "X_train = X_train / X_train.max(axis=0)\nX_test = X_test / X_test.max(axis=0)\n",
        SPLIT + "X_test = X_test / X_train.max(axis=0)\nX_train = X_train / X_train.max(axis=0)\n",
        END,
    ),
    "a column filled": (
        FRAME,
        'df["b"] = df["b"].fillna(df["b"].median())\nX = df.drop(columns="y")\ny = df["y"]\n' + SPLIT,
        'X = df.drop(columns="y")\ny = df["y"]\n' + SPLIT + "X_train = X_train.copy()\nX_test = X_test.copy()\n"
        'X_test["b"] = X_test["b"].fillna(X_train["b"].median())\nX_train["b"] = X_train["b"].fillna(X_train["b"].median())\n',
        END,
    ),
    "columns in a loop": (
        FRAME,
        ('for name in ["a", "b"]:\n    df[name] = (df[name] - df[name].mean()) / df[name].std()\n'
        'X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)\n'),
        ('X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)\n'
        "X_train = X_train.copy()\nX_test = X_test.copy()\n"
        'for name in ["a", "b"]:\n    X_test[name] = (X_test[name] - X_train[name].mean()) / X_train[name].std()\n'
        "    X_train[name] = (X_train[name] - X_train[name].mean()) / X_train[name].std()\n"),
        END,
    ),
    "a frame made anew": (
        FRAME,
        'X, y = df.drop(columns="y"), df["y"]\nscaler = StandardScaler()\nX = pd.DataFrame(scaler.fit_transform(X), columns=X.columns)\n' + SPLIT,
        'X, y = df.drop(columns="y"), df["y"]\nscaler = StandardScaler()\n' + SPLIT
        + "X_train = pd.DataFrame(scaler.fit_transform(X_train), columns=X_train.columns, index=X_train.index)\n"
        "X_test = pd.DataFrame(scaler.transform(X_test), columns=X_test.columns, index=X_test.index)\n",
        END,
    ),
    "resampled": (
        ARRAYS + "from imblearn.over_sampling import SMOTE\n\ny = (X[:, 0] > 0.8).astype(int)\n",
        "X_new, y_new = SMOTE(random_state=0).fit_resample(X, y)\n" + SPLIT.replace("(X, y,", "(X_new, y_new, stratify=y_new,"),
        SPLIT.replace("(X, y,", "(X, y, stratify=y,") + "X_train, y_train = SMOTE(random_state=0).fit_resample(X_train, y_train)\n",
        END,
    ),
}  # fmt: skip

# Why nothing may be changed, and what stands between the start and the end.
UNTOUCHED: dict[str, tuple[str, str, str]] = {
    "what comes of it is read below": (ARRAYS, "X_scaled = StandardScaler().fit_transform(X)\n" + SPLIT.replace("(X,", "(X_scaled,"), END + "print(X_scaled[:3])\n"),
    "what comes of it is read in between": (ARRAYS, "Z = StandardScaler().fit_transform(X)\nfirst = Z[0]\n" + SPLIT.replace("(X,", "(Z,"), END + "print(first)\n"),
    "a function reads it": (ARRAYS, "def size():\n    return Z.shape\n\nZ = StandardScaler().fit_transform(X)\n" + SPLIT.replace("(X,", "(Z,"), END + "print(size())\n"),
    "the rows are changed in between": (ARRAYS, "Z = StandardScaler().fit_transform(X)\nX[0] = 0\n" + SPLIT.replace("(X,", "(Z,"), END),
    "the rows are bound anew in between": (ARRAYS, "Z = StandardScaler().fit_transform(X)\nX = None\n" + SPLIT.replace("(X,", "(Z,"), END),
    "a tool that knows no other rows": (
        ARRAYS + "from sklearn.manifold import TSNE\n",
        "X = TSNE(2, init='random', perplexity=5).fit_transform(X)\n" + SPLIT,
        END,
    ),
    "split again inside the training part": (
        ARRAYS,
        "X = StandardScaler().fit_transform(X)\n" + SPLIT + "X_train, X_val, y_train, y_val = train_test_split(X_train, y_train, random_state=0)\n",
        END + "print(model.score(X_val, y_val))\n",
    ),
    "labels that were not parted": (
        ARRAYS,
        "z = y.copy()\nX = SelectKBest(k=2).fit_transform(X, z)\n" + SPLIT,
        END,
    ),
    "another column by the same tool": (
        FRAME,
        'tool = StandardScaler()\ndf["a"] = tool.fit_transform(df[["a"]])\ndf["c"] = tool.fit_transform(df[["c"]])\ndf["b"] = df["a"] * df["c"]\n'
        'X, y = df[["b"]], df["y"]\n' + SPLIT,
        END,
    ),
    "names that nobody can follow": (ARRAYS, "X = StandardScaler().fit_transform(X)\n" + SPLIT, END + "print(eval('X')[0])\n"),
    "the folds of a model that depends on it": (
        ARRAYS,
        "X = StandardScaler().fit_transform(X)\nprint(cross_val_score(LogisticRegression(C=1 / X.shape[1]), X, y, cv=3).mean())\n",
        "print(X[0])\n",
    ),
    "it runs again and again": (
        ARRAYS,
        ("for seed in range(2):\n    X = StandardScaler().fit_transform(X)\n    A, B, a, b = train_test_split(X, y, random_state=seed)\n"
        "    print(LogisticRegression().fit(A, a).score(B, b))\n"),
        "",
    ),
}  # fmt: skip
