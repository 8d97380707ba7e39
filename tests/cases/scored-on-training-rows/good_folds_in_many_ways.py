# %%
import numpy as np
import pandas as pd
from sklearn.cross_validation import StratifiedKFold as OldFolds
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, StratifiedShuffleSplit
from tqdm import tqdm
from xgboost import XGBClassifier

# %% folds as they were made before splitters had a method
X = pd.read_csv("one.csv").values
y = pd.read_csv("target.csv").values.ravel()
out = np.ones(y.shape[0])
for number, (train, test) in enumerate(OldFolds(y, n_folds=3)):
    out[test] = XGBClassifier().fit(X[train], y[train]).predict_proba(X[test])[:, 1]
    print(number, roc_auc_score(y[test], out[test]))
print(roc_auc_score(y, out))


# %% a loop that shows how far it has come, a model made by a function
def forest(rows, truth):
    fitted = RandomForestClassifier().fit(rows, truth)
    return lambda others: fitted.predict_proba(others)[:, 1]


def folds(rows, truth):
    return StratifiedKFold(5).split(rows, truth)


def scores(make, rows, truth):
    found = []
    for train, test in tqdm(folds(rows, truth), total=5):
        found.append(roc_auc_score(truth[test], make(rows[train], truth[train])(rows[test])))
    return found


frame = pd.read_csv("two.csv")
print(scores(forest, frame.drop(columns="y").values, frame["y"].values))

# %% one fold, whose index is kept
table = pd.read_csv("three.csv")
train_index = test_index = table.index
for train_rows, test_rows in StratifiedShuffleSplit(n_splits=1, test_size=0.2).split(table, table["y"]):
    train_index, test_index = train_rows, test_rows
fitted = RandomForestClassifier().fit(table.iloc[train_index].drop(columns="y"), table.iloc[train_index]["y"])
print(fitted.score(table.iloc[test_index].drop(columns="y"), table.iloc[test_index]["y"]))

# %% parts picked by hand
parts = np.array_split(frame.sample(frac=1, random_state=0).values, 5)
for k in range(5):
    rest = np.vstack([part for at, part in enumerate(parts) if at != k])
    hand = RandomForestClassifier().fit(rest[:, 1:], rest[:, 0])
    print(hand.score(parts[k][:, 1:], parts[k][:, 0]))
