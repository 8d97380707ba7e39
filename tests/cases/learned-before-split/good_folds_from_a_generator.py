# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GroupKFold, KFold, cross_val_score
from sklearn.preprocessing import StandardScaler


def folds(X, y):
    for tr, te in KFold(5).split(X):
        scaler = StandardScaler()
        yield scaler.fit_transform(X.iloc[tr]), scaler.transform(X.iloc[te]), y[tr], y[te]


df = pd.read_csv("d.csv")
X, y = df[["a", "b"]], df["y"].values
for a, b, c, d in folds(X, y):
    print(LogisticRegression().fit(a, c).score(b, d))

# %%
out = np.zeros(len(X))
for tr, te in KFold(5).split(X):
    scaler = StandardScaler().fit(X.iloc[tr])
    out[te] = LogisticRegression().fit(scaler.transform(X.iloc[tr]), y[tr]).predict(scaler.transform(X.iloc[te]))
print(accuracy_score(y, out))

# %%
# Ranked within a race, and split by race: no row of an evaluated race has a part in any other.
races = pd.read_csv("races.csv")
races["rank"] = races.groupby("race")["odds"].rank()
for tr, te in GroupKFold(5).split(races, races["won"], races["race"]):
    model = LogisticRegression().fit(races.iloc[tr][["rank"]], races["won"].iloc[tr])
    print(model.score(races.iloc[te][["rank"]], races["won"].iloc[te]))
print(cross_val_score(LogisticRegression(), races[["rank"]], races["won"], cv=GroupKFold(5), groups=races["race"]))
