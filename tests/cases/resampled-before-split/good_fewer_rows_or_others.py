# %%
import glob

import numpy as np
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.utils import resample

# %% fewer
df = pd.read_csv("under_before.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xr, yr = RandomUnderSampler().fit_resample(X, y)
print(cross_val_score(clf, Xr, yr).mean())
maj = resample(df[df.y == 0], replace=False, n_samples=100)
bal = pd.concat([maj, df[df.y == 1]])
tr, te = train_test_split(bal)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% a sample of the common class
df = pd.read_csv("under_sample_method.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
fraud = df.loc[df["y"] == 1]
ok = df.loc[df["y"] == 0][:492]
nd = pd.concat([fraud, ok]).sample(frac=1, random_state=42)
tr, te = train_test_split(nd)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% as many of each
df = pd.read_csv("balanced_by_group.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
n = df.y.value_counts().min()
bal = pd.concat([df[df.y == k].sample(n) for k in df.y.unique()])
tr, te = train_test_split(bal)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))
bal2 = pd.concat([df[df.y == k].sample(n) for k in (0, 1)])
tr, te = train_test_split(bal2)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% by positions
df = pd.read_csv("under_iloc.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
idx1 = np.array(df[df.y == 1].index)
idx0 = df[df.y == 0].index
r0 = np.random.choice(idx0, len(idx1), replace=False)
u = df.iloc[np.concatenate([idx1, r0])]
tr, te = train_test_split(u)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% files below each other
df = pd.read_csv("concat_folds_files.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
parts = []
for f in glob.glob("*.csv"):
    parts.append(pd.read_csv(f))
alld = pd.concat(parts)
tr, te = train_test_split(alld)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))
big = pd.concat([pd.read_csv(f) for f in glob.glob("*.csv")])
tr, te = train_test_split(big)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))
acc = pd.DataFrame()
for f in glob.glob("*.csv"):
    one = pd.read_csv(f)
    acc = pd.concat([acc, one])
tr, te = train_test_split(acc)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% groups below each other
df = pd.read_csv("per_group_concat.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
out = []
for k in df.city.unique():
    out.append(df[df.city == k].sort_values("t"))
d2 = pd.concat(out)
tr, te = train_test_split(d2)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))
d3 = pd.concat([g for _, g in df.groupby("city")])
tr, te = train_test_split(d3)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% two columns for a vocabulary
df = pd.read_csv("vocab_concat.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
tr, te = train_test_split(df)
v = TfidfVectorizer().fit(pd.concat([tr.q1, tr.q2]))
clf.fit(v.transform(tr.q1), tr.y)
print(clf.score(v.transform(te.q1), te.y))

# %% rows without labels
df = pd.read_csv("kaggle_concat.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
test = pd.read_csv("test.csv")
both = pd.concat([df.drop(columns="y"), test])
both = pd.get_dummies(both)
Xtr = both[: len(df)]
Xte = both[len(df) :]
a, b, c, d = train_test_split(Xtr, y)
print(clf.fit(a, c).score(b, d))

# %% ranges
df = pd.read_csv("conds_ranges.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
lo, mid, hi = df[df.age < 20], df[(df.age >= 20) & (df.age < 60)], df[df.age >= 60]
d = pd.concat([lo, mid, hi])
tr, te = train_test_split(d)
clf.fit(tr.drop("y", axis=1), tr.y)
print(clf.score(te.drop("y", axis=1), te.y))
