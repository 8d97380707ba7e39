# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GroupKFold, GroupShuffleSplit, KFold, cross_val_score, train_test_split

# %% made of prototypes
clf = RandomForestClassifier()
rng = np.random.default_rng(0)
centers = rng.normal(size=(4, 8))
lab = rng.integers(0, 4, 500)
XX = centers[lab] + rng.normal(size=(500, 8))
a, b, c, d = train_test_split(XX, lab)
print(clf.fit(a, c).score(b, d))
lab2 = rng.choice(3, size=400)
X3 = centers[lab2] + rng.normal(size=(400, 8))
print(cross_val_score(clf, X3, lab2).mean())

# %% channels
df = pd.read_csv("channel_repeat.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
imgs = np.load("x.npy")
labels = np.load("y.npy")
rgb = np.repeat(imgs[..., np.newaxis], 3, axis=-1)
rgb2 = np.repeat(imgs[..., np.newaxis], 3, -1)
rgb3 = np.tile(imgs, (1, 3))
for R in (rgb, rgb2, rgb3):
    a, b, c, d = train_test_split(R.reshape(len(R), -1), labels)
    print(clf.fit(a, c).score(b, d))

# %% one by one
df = pd.read_csv("per_row_list.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
rows, labs = [], []
for img, lab in zip(X.values, y.values, strict=True):
    f = np.sqrt(img)
    rows.append(f)
    labs.append(lab)
F = np.array(rows)
G_ = np.vstack(rows)
a, b, c, d = train_test_split(F, labs)
print(clf.fit(a, c).score(b, d))
a, b, c, d = train_test_split(G_, labs)
print(clf.fit(a, c).score(b, d))

# %% copies stay in their group
df = pd.read_csv("group_kfold_aug.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
big = pd.concat([df.assign(v=0), df.assign(v=1)])
print(cross_val_score(clf, big.drop(columns=["y", "id"]), big.y, groups=big["id"], cv=GroupKFold(5)).mean())
gss = GroupShuffleSplit(1)
tr, te = next(gss.split(big, big.y, groups=big["id"]))
clf.fit(big.iloc[tr].drop(columns="y"), big.iloc[tr].y)
print(clf.score(big.iloc[te].drop(columns="y"), big.iloc[te].y))

# %% predictions of all folds
df = pd.read_csv("pred_concat_all_folds.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
ys, ps = [], []
for tr, te in KFold(5).split(X):
    clf.fit(X.iloc[tr], y.iloc[tr])
    ys.append(y.iloc[te])
    ps.append(clf.predict(X.iloc[te]))
print(accuracy_score(np.concatenate(ys), np.concatenate(ps)))

# %% never scored
df = pd.read_csv("melt_concat_cols.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
long = pd.concat([df.a, df.b])
print(long.mean(), long.value_counts())
tr, te = train_test_split(df)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% after the cut
df = pd.read_csv("sliding_aug_time_ok.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
s = pd.read_csv("s.csv", parse_dates=["t"]).sort_values("t")
tr, te = s[s.t < "2020"], s[s.t >= "2020"]
tr = pd.concat([tr, tr.assign(v=tr.v * 1.01)])
clf.fit(tr[["v"]], tr.y)
print(clf.score(te[["v"]], te.y))

# %% looked up
df = pd.read_csv("merge_dupes_lookup.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
s = pd.read_csv("stores.csv")
d = df.merge(s, on="store", how="left")
tr, te = train_test_split(d)
clf.fit(tr.drop("y", axis=1), tr.y)
print(clf.score(te.drop("y", axis=1), te.y))
