# %%
import random

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

# %% two samples
df = pd.read_csv("two_samples.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
train = df.sample(frac=0.8, random_state=1)
test = df.sample(frac=0.2, random_state=2)  # <- here
clf.fit(train.drop(columns="y"), train.y)
print(clf.score(test.drop(columns="y"), test.y))

# %% two splits
df = pd.read_csv("two_splits.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, _, c, _ = train_test_split(X, y, random_state=1)
_, b, _, d = train_test_split(X, y, random_state=2)
clf.fit(a, c)  # <- here
print(clf.score(b, d))

# %% two permutations
df = pd.read_csv("two_perms.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
tr = np.random.permutation(len(Xa))[:800]
te = np.random.permutation(len(Xa))[:200]
clf.fit(Xa[tr], ya[tr])  # <- here
print(clf.score(Xa[te], ya[te]))

# %% two choices
df = pd.read_csv("two_choices.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
tr = np.random.choice(len(Xa), 800, replace=False)
te = np.random.choice(len(Xa), 200, replace=False)
clf.fit(Xa[tr], ya[tr])  # <- here
print(clf.score(Xa[te], ya[te]))

# %% slices
df = pd.read_csv("slices_overlap_iloc.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
train = df.iloc[:900]
test = df.iloc[700:]  # <- here
clf.fit(train.drop(columns="y"), train.y)
print(clf.score(test.drop(columns="y"), test.y))

# %% slices by shares
df = pd.read_csv("slices_pct.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
n = len(df)
tr = df[: int(n * 0.8)]
te = df[int(n * 0.6) :]  # <- here
clf.fit(tr.drop("y", axis=1), tr.y)
print(clf.score(te.drop("y", axis=1), te.y))

# %% ranges of positions
df = pd.read_csv("train_includes_val_slices.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
n = len(X)
train_idx = np.arange(0, int(0.8 * n))
test_idx = np.arange(int(0.7 * n), n)
clf.fit(X.iloc[train_idx], y.iloc[train_idx])  # <- here
print(clf.score(X.iloc[test_idx], y.iloc[test_idx]))

# %% by the standard library
df = pd.read_csv("random_sample_twice.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
ids = list(range(len(df)))
tr = random.sample(ids, 800)
te = random.sample(ids, 200)
clf.fit(X.iloc[tr], y.iloc[tr])  # <- here
print(clf.score(X.iloc[te], y.iloc[te]))

# %% the head and the rest
df = pd.read_csv("slices_overlap_head_tail.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
train = df.head(900)
test = df[600:]  # <- here
clf.fit(train.drop(columns="y"), train.y)
print("train", clf.score(train.drop(columns="y"), train.y))
print("test", clf.score(test.drop(columns="y"), test.y))
