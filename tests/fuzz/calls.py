"""Chance → calls of the libraries in the catalog, as people write them and as nobody would."""

from __future__ import annotations

import random
from collections.abc import Callable

from mlreview_jupyter.catalog.compiled import METHODS, NAMES

MODULES = [
    "numpy",
    "pandas",
    "sklearn.preprocessing",
    "sklearn.model_selection",
    "sklearn.metrics",
    "torch",
    "helpers",
    "random",
    "sklearn.pipeline",
]
DECORATORS = [
    "property",
    "staticmethod",
    "classmethod",
    "cached_property",
    "f",
    "A.b(1)",
    "dataclass",
    "functools.lru_cache(None)",
    "x.setter",
]
_METHODS = sorted({name for methods in METHODS.values() for name in methods if name.isidentifier()})
_NAMES = sorted(name for name in NAMES if name.replace(".", "").replace("_", "").isalnum())
_ATTRIBUTES = [
    "a",
    "b",
    "shape",
    "T",
    "values",
    "columns",
    "index",
    "best_params_",
    "best_score_",
    "cv_results_",
    "coef_",
    "feature_importances_",
]
_ATTRIBUTES += ["named_steps", "best_estimator_", "dt", "str", "year", "name", "dtype", "attr", "loc", "iloc", "size", "x", "append", "fit"]
_KEYWORDS = [
    "axis",
    "inplace",
    "random_state",
    "test_size",
    "columns",
    "index",
    "by",
    "on",
    "key",
    "cv",
    "scoring",
    "shuffle",
    "stratify",
    "n",
]
_KEYWORDS += [
    "how",
    "frac",
    "replace",
    "labels",
    "subset",
    "errors",
    "groups",
    "return_X_y",
    "eval_set",
    "validation_data",
    "y",
    "X",
    "steps",
]
_DATA = [
    "df",
    "X",
    "X_train",
    "X_test",
    "train",
    "test",
    "data",
    "df['a']",
    "df[['a', 'b']]",
    "X.values",
    "df.drop(columns=['y'])",
    "pred",
    "a",
]
_MODELS = [
    "model",
    "pipe",
    "scaler",
    "LogisticRegression()",
    "StandardScaler()",
    "RandomForestClassifier(random_state=0)",
    "KMeans(3)",
    "clf",
    "best",
]
# {d} data, {m} a model or transformer, {e} an expression, {n} a number, {t} a statistic
_LINES = """
import pandas as pd
import numpy as np
from sklearn.preprocessing import StandardScaler, OneHotEncoder, LabelEncoder, MinMaxScaler
from sklearn.model_selection import train_test_split, KFold, GridSearchCV, cross_val_score, StratifiedKFold
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.metrics import accuracy_score, f1_score
from sklearn.compose import ColumnTransformer
from imblearn.over_sampling import SMOTE
df = pd.read_csv('data.csv')
X, y = df.drop('y', axis=1), df['y']
X = df.drop(columns=['y'])
y = df.pop('y')
X, y = load_iris(return_X_y=True)
X = np.random.rand(100, 3)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state={n})
train, test = train_test_split({d})
X_train, X_test = X[:80], X[80:]
train, test = df.iloc[:{n}], df.iloc[{n}:]
mask = np.random.rand(len(df)) < 0.8; train = df[mask]; test = df[~mask]
train = df.sample(frac=0.8, random_state=1); test = df.drop(train.index)
X = {m}.fit_transform({d})
{d} = {m}.transform({d})
{m}.fit({d}, y_train)
{m}.fit({d})
model = {m}.fit(X_train, y_train)
pred = {m}.predict({d})
print({m}.score({d}, y_test))
acc = accuracy_score(y_test, {m}.predict({d})); scores.append(acc)
scores = cross_val_score({m}, {d}, y, cv={n})
df['a'] = df['a'].fillna(df['a'].{t}())
df.fillna(df.{t}(), inplace=True)
df['b'] = df.groupby('id')['a'].transform('{t}')
df[['a', 'b']] = scaler.fit_transform(df[['a', 'b']])
df.loc[df['a'] > df['a'].{t}(), 'b'] = {e}
df = df[(df.a - df.a.mean()).abs() < 3 * df.a.std()]
df = pd.get_dummies(df, columns=cols)
df = pd.concat([{d}, {d}], axis={n})
df = df.merge({d}, on='id').rename(columns={{'a': 'b'}}).reset_index(drop=True)
df['c'] = df['a'].shift(-1).rolling(3).{t}()
df['d'] = df.apply(lambda r: r['a'] / r['b'], axis=1)
df['e'] = df['a'].map({{'x': 0, 'y': 1}}).astype(int)
df = df.assign(z=lambda d: d.a * 2, w={e})
del df['y']
X, y = SMOTE().fit_resample({d}, y)
pipe = Pipeline([('s', StandardScaler()), ('m', {m})])
pipe = make_pipeline(StandardScaler(), {m})
prep = ColumnTransformer([('n', StandardScaler(), ['a']), ('c', OneHotEncoder(), cols)], remainder='passthrough')
search = GridSearchCV({m}, {{'C': [0.1, 1]}}, cv=5).fit({d}, y); best = search.best_estimator_; print(search.best_score_)
kf = KFold(5, shuffle=True, random_state={n})
for train, test in kf.split(X): model = clone({m}).fit(X[train], y[train]); scores.append(model.score(X[test], y[test]))
for name, model in [('a', LogisticRegression()), ('b', KMeans(2))]: results[name] = model.fit(X_train, y_train).score(X_test, y_test)
for c in cols: df[c] = LabelEncoder().fit_transform(df[c])
models = {{'lr': LogisticRegression(), 'rf': RandomForestClassifier()}}
frames = {{'train': X_train, 'test': X_test}}
best = max(results, key=results.get)
best = max(models.items(), key=lambda kv: kv[1].score(X_test, y_test))[0]
if acc > best: best, model = acc, {m}
selector = SelectKBest(k=2).fit(X, y); X = selector.transform(X)
X = PCA(2).fit_transform(StandardScaler().fit_transform({d}))
np.random.seed({n})
rng = np.random.default_rng(); order = rng.permutation(len(X)); X = X[order]
joblib.dump({m}, 'model.pkl'); model = joblib.load('model.pkl')
df.to_csv('a.csv'); df = pd.read_csv('a.csv')
plt.plot({e}); plt.show()
print({e}, {d}.shape, {d}.describe())
cols = [c for c in df.columns if c not in ('y', 'id')]
cols = df.select_dtypes(include='number').columns.tolist()
results[k], *scores = {e}, {e}
threshold = np.argmax([f1_score(y_test, pred > t) for t in np.arange(0, 1, .1)])
model.fit(X_train, y_train, eval_set=[(X_test, y_test)], early_stopping_rounds=10)
history = model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs={n})
self.model.fit(self.X, {e}); self.scores.append(self.model.score({d}, y_test))
exec('x = 1'); eval('x')
get_ipython().run_line_magic('time', 'x = 1')
from sklearn.{e_module} import *
partial(f, 1)({d}); f = partial(g, {e})
X_train, X_test, y_train, y_test = map(np.array, (X_train, X_test, y_train, y_test))
a = [[1, 2], [3, 4]]; a += a; a.append(a); b = dict(a)
(lambda X, y: {m}.fit(X, y).score(X, y))(*{d})
password = 'hunter2'; os.environ['API_KEY'] = 'sk-' + 'a' * 40
torch.manual_seed({n}); net = Net().to('cuda'); loss = criterion(net({d}), y)
display(Image('/home/me/a.png')); os.system('pip install x')
""".strip().split("\n")
_STATISTICS = ["mean", "median", "std", "max", "min", "mode", "quantile", "sum", "nunique", "var"]


def line(chance: random.Random, expression: Callable[[], str]) -> str:
    """A statement, or a few on a line."""
    text = chance.choice(_LINES)
    if "{" not in text:
        return text
    parts = {
        "m": chance.choice(_MODELS),
        "n": str(chance.randrange(6)),
        "t": chance.choice(_STATISTICS),
        "e_module": chance.choice(MODULES[2:3]),
    }
    parts["e_module"] = parts["e_module"].rpartition(".")[2]
    pieces = text.split("{d}")
    text = "".join(
        piece + (chance.choice(_PLAIN if assigned(piece, at) else _DATA) if at < len(pieces) - 1 else "") for at, piece in enumerate(pieces)
    )
    while "{e}" in text:
        text = text.replace("{e}", expression().replace("{", "{{").replace("}", "}}"), 1)
    return text.format(**parts)


_PLAIN = ["df", "X", "X_train", "X_test", "train", "test", "df['a']", "df[['a', 'b']]", "a"]


def assigned(before: str, at: int) -> bool:
    """Does the place behind this text come first in its line? What is assigned to has to be a target."""
    return at == 0 and not before


def call(chance: random.Random, expression: Callable[[], str]) -> str:
    """A call of something in the catalog, with arguments that may or may not fit."""
    arguments = ", ".join(
        [chance.choice([chance.choice(_DATA), expression()]) for _ in range(chance.randrange(3))]
        + [
            f"{one}={chance.choice([expression(), '0', 'True', repr('a'), 'None'])}"
            for one in chance.sample(_KEYWORDS, chance.choice([0, 0, 1, 2]))
        ]
    )
    if chance.random() < 0.5:
        return f"{chance.choice(_DATA)}.{chance.choice(_METHODS)}({arguments})"
    name = chance.choice(_NAMES)
    return f"{name if chance.random() < 0.5 else name.rpartition('.')[2]}({arguments})".replace("pandas.", "pd.").replace("numpy.", "np.")


def loop(chance: random.Random) -> str:
    """Something to loop over."""
    known = [
        "range(5)",
        "enumerate(scores)",
        "zip(X, y)",
        "kf.split(X, y)",
        "df.columns",
        "df.iterrows()",
        "df.groupby('a')",
        "models.items()",
    ]
    return chance.choice(
        [
            *known,
            "[X_train, X_test]",
            "((1, 2), (3, 4))",
            "sorted(results)",
            "map(f, X)",
            "tqdm(loader)",
            "results.values()",
            "itertools.count()",
        ]
    )


def attribute(chance: random.Random) -> str:
    """A name behind a dot."""
    return chance.choice(_ATTRIBUTES) if chance.random() < 0.7 else chance.choice(_METHODS)


def keyword(chance: random.Random) -> str:
    """The name of an argument."""
    return chance.choice(_KEYWORDS)
