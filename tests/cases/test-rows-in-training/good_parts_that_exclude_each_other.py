# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

# %% all that is not in the other
df = pd.read_csv("anti_join.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
train = df.sample(frac=0.8)
test = pd.concat([df, train]).drop_duplicates(keep=False)
clf.fit(train.drop(columns="y"), train.y)
print(clf.score(test.drop(columns="y"), test.y))

# %% every other row
df = pd.read_csv("every_other.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
clf.fit(Xa[::2], ya[::2])
print(clf.score(Xa[1::2], ya[1::2]))

# %% two folds by hand
df = pd.read_csv("two_fold_hand.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y, test_size=0.5)
p1 = clf.fit(a, c).predict(b)
print(accuracy_score(d, p1), clf.score(a, c))
p2 = clf.fit(b, d).predict(a)
print(accuracy_score(c, p2), clf.score(b, d))

# %% the rest
df = pd.read_csv("sample_index_drop.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
train = df.sample(frac=0.8, random_state=200)
test = df.drop(train.index)
val = test.sample(frac=0.5)
test = test.drop(val.index)
clf.fit(train.drop(columns="y"), train.y)
print(clf.score(val.drop(columns="y"), val.y), clf.score(test.drop(columns="y"), test.y))
ids = df.index[:]
rs = np.random.RandomState(0)
tr = rs.choice(df.index, size=700, replace=False)
te = np.setdiff1d(df.index, tr)
clf.fit(df.loc[tr].drop(columns="y"), df.loc[tr].y)
print(clf.score(df.loc[te].drop(columns="y"), df.loc[te].y))

# %% a random mask
df = pd.read_csv("mask_split.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
msk = np.random.rand(len(df)) < 0.8
train, test = df[msk], df[~msk]
clf.fit(train.drop(columns="y"), train.y)
print(clf.score(test.drop(columns="y"), test.y))

# %% slices
df = pd.read_csv("time_slices.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
n = int(len(df) * 0.7)
train, val, test = df[:n], df[n : n + 100], df[n + 100 :]
clf.fit(train.drop(columns="y"), train.y)
print(clf.score(val.drop(columns="y"), val.y), clf.score(test.drop(columns="y"), test.y))
train, val, test = np.split(df.sample(frac=1), [int(0.6 * len(df)), int(0.8 * len(df))])
clf.fit(train.drop(columns="y"), train.y)
print(clf.score(test.drop(columns="y"), test.y))

# %% sets of labels
df = pd.read_csv("index_sets.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
rng = np.random.default_rng(0)
perm = rng.permutation(len(X))
cut = int(0.8 * len(X))
tri, tei = perm[:cut], perm[cut:]
clf.fit(X.iloc[tri], y.iloc[tri])
print(clf.score(X.iloc[tei], y.iloc[tei]))
test_ids = set(np.random.choice(df.id.unique(), 100, replace=False))
tr, te = df[~df.id.isin(test_ids)], df[df.id.isin(test_ids)]
clf.fit(tr.drop("y", axis=1), tr.y)
print(clf.score(te.drop("y", axis=1), te.y))

# %% a mask by positions
df = pd.read_csv("mask_bool_arr.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
m = np.zeros(len(X), dtype=bool)
m[np.random.choice(len(X), 200, replace=False)] = True
clf.fit(X[~m], y[~m])
print(clf.score(X[m], y[m]))

# %% fitted on two of three
df = pd.read_csv("train_val_refit.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
a2, v, c2, w = train_test_split(a, c)
clf.fit(a2, c2)
print(clf.score(v, w))
clf.fit(pd.concat([a2, v]), pd.concat([c2, w]))
print(clf.score(b, d))
clf.fit(np.concatenate([a2, v]), np.concatenate([c2, w]))
print(clf.score(b, d))

# %% class by class
df = pd.read_csv("stratified_hand.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
parts_tr, parts_te = [], []
for _, g in df.groupby("y"):
    g = g.sample(frac=1)
    n = int(len(g) * 0.8)
    parts_tr.append(g[:n])
    parts_te.append(g[n:])
tr, te = pd.concat(parts_tr), pd.concat(parts_te)
clf.fit(tr.drop("y", axis=1), tr.y)
print(clf.score(te.drop("y", axis=1), te.y))
