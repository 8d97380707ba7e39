# %%
import random

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_score, train_test_split
from sklearn.utils import resample

# %% drawn with replacement
df = pd.read_csv("choice_idx_default.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
idx = np.random.choice(len(Xa), size=2 * len(Xa))
Xb, yb = Xa[idx], ya[idx]  # <- here
Xt, Xe, yt, ye = train_test_split(Xb, yb)
print(clf.fit(Xt, yt).score(Xe, ye))

# %% positions of the rare class
df = pd.read_csv("choice_np_where.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
pos = np.where(ya == 1)[0]
neg = np.where(ya == 0)[0]
up = np.random.choice(pos, size=len(neg), replace=True)
keep = np.concatenate([neg, up])
Xb, yb = Xa[keep], ya[keep]  # <- here
Xt, Xe, yt, ye = train_test_split(Xb, yb)
print(clf.fit(Xt, yt).score(Xe, ye))

# %% labels of the rare class
df = pd.read_csv("index_choice_loc.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
fraud = df[df.y == 1].index
up = np.random.choice(fraud, 5000)
big = pd.concat([df, df.loc[up]])  # <- here
tr, te = train_test_split(big)
clf.fit(tr.drop(columns="y"), tr.y)
print(roc_auc_score(te.y, clf.predict_proba(te.drop(columns="y"))[:, 1]))

# %% sampled with replacement
df = pd.read_csv("sample_replace_frac.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
pos = df[df["y"] == 1]
neg = df[df["y"] == 0]
pos_over = pos.sample(len(neg), replace=True, random_state=3)  # <- here
bal = pd.concat([pos_over, neg], axis=0).sample(frac=1).reset_index(drop=True)
X, y = bal.drop("y", axis=1), bal["y"]
print(cross_val_score(clf, X, y, cv=5))

# %% appended again and again
df = pd.read_csv("append_loop.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
pos = df[df["y"] == 1]
for _ in range(9):
    df = df.append(pos, ignore_index=True)  # <- here
tr, te = train_test_split(df, test_size=0.2)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% a list of the same frame
df = pd.read_csv("concat_list_mult.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
pos = df[df["y"] == 1]
big = pd.concat([df] + [pos] * 5)  # <- here
tr, te = train_test_split(big, test_size=0.2)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% a bootstrap
df = pd.read_csv("integers_bootstrap.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
rng = np.random.default_rng(0)
i = rng.integers(0, X.shape[0], size=3000)
B_, b_ = X.iloc[i], y.iloc[i]  # <- here
a, b, c, d = train_test_split(B_, b_)
print(clf.fit(a, c).score(b, d))

# %% each class by itself
df = pd.read_csv("concat_loop_resample_classes.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
parts = []
for k in df.y.unique():
    parts.append(resample(df[df.y == k], replace=True, n_samples=1000))  # <- here
bal = pd.concat(parts)
a, b = train_test_split(bal)
print(clf.fit(a.drop("y", axis=1), a.y).score(b.drop("y", axis=1), b.y))

# %% before the folds
df = pd.read_csv("resample_kfold.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
maj, mino = df[df.y == 0], df[df.y == 1]
mino = resample(mino, replace=True, n_samples=len(maj))  # <- here
d2 = pd.concat([maj, mino])
X = d2.drop("y", axis=1).values
y = d2.y.values
kf = StratifiedKFold(5, shuffle=True)
s = []
for tr, te in kf.split(X, y):
    clf.fit(X[tr], y[tr])
    s.append(accuracy_score(y[te], clf.predict(X[te])))
print(np.mean(s))

# %% picked by a mask, twice
df = pd.read_csv("boolean_minority_vstack.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.to_numpy(), y.to_numpy()
Xo = np.vstack([Xa, Xa[ya == 1], Xa[ya == 1]])  # <- here
yo = np.r_[ya, ya[ya == 1], ya[ya == 1]]
a, b, c, d = train_test_split(Xo, yo)
print(clf.fit(a, c).score(b, d))

# %% by the standard library
df = pd.read_csv("random_choices.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
idx = random.choices(range(len(X)), k=1000)
a, b, c, d = train_test_split(X.iloc[idx], y.iloc[idx])  # <- here
print(clf.fit(a, c).score(b, d))
