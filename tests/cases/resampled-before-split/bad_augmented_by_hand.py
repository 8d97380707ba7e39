# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import KFold, train_test_split
from sklearn.tree import DecisionTreeClassifier

# %% repeated, with noise
df = pd.read_csv("np_repeat.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xr = np.repeat(X.values, 3, axis=0)  # <- here
yr = np.repeat(y.values, 3)
Xr = Xr + np.random.normal(0, 0.01, Xr.shape)
Xt, Xe, yt, ye = train_test_split(Xr, yr)
print(clf.fit(Xt, yt).score(Xe, ye))

# %% repeated by its index
df = pd.read_csv("index_repeat.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
big = df.loc[df.index.repeat(4)].reset_index(drop=True)  # <- here
tr, te = train_test_split(big, test_size=0.2)
clf.fit(tr.drop(columns="y"), tr.y)
print(clf.score(te.drop(columns="y"), te.y))

# %% tiled
df = pd.read_csv("tile_X.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xr = np.tile(X.values, (3, 1))  # <- here
yr = np.tile(y.values, 3)
a, b, c, d = train_test_split(Xr, yr)
print(clf.fit(a, c).score(b, d))

# %% in a function
df = pd.read_csv("jitter_fn_df.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()


def jitter(d, s):
    out = d.copy()
    out[["a", "b"]] += np.random.normal(0, s, (len(d), 2))
    return out


df = pd.concat([df, jitter(df, 0.1), jitter(df, 0.2)])  # <- here
a, b = train_test_split(df)
print(clf.fit(a.drop("y", axis=1), a.y).score(b.drop("y", axis=1), b.y))

# %% item by item
df = pd.read_csv("aug_loop.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
imgs = np.load("x.npy")
labels = np.load("y.npy")
xs, ys = [], []
for img, lab in zip(imgs, labels, strict=True):
    xs.append(img)
    ys.append(lab)
    xs.append(np.fliplr(img))  # <- here
    ys.append(lab)
xs = np.array(xs)
ys = np.array(ys)
a, b, c, d = train_test_split(xs.reshape(len(xs), -1), ys)
print(clf.fit(a, c).score(b, d))

# %% mirrored
df = pd.read_csv("flip_aug.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
imgs = np.load("x.npy")
labels = np.load("y.npy")
aug = np.concatenate([imgs, imgs[:, :, ::-1]])  # <- here
lab = np.concatenate([labels, labels])
a, b, c, d = train_test_split(aug.reshape(len(aug), -1), lab)
print(clf.fit(a, c).score(b, d))

# %% texts
df = pd.read_csv("aug_text.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
aug = df.copy()
aug["text"] = aug["text"].apply(lambda t: t.lower())
alldf = pd.concat([df, aug])  # <- here
tr, te = train_test_split(alldf)
v = TfidfVectorizer()
a = v.fit_transform(tr.text)
print(clf.fit(a, tr.y).score(v.transform(te.text), te.y))

# %% copies in a list
df = pd.read_csv("noise_copies.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
rng = np.random.default_rng(0)
copies = [X.values + rng.normal(0, 0.1, X.shape) for _ in range(4)]
Xa = np.vstack(copies)  # <- here
ya = np.tile(y.values, 4)
a, b, c, d = train_test_split(Xa, ya)
print(clf.fit(a, c).score(b, d))

# %% copies in a loop
df = pd.read_csv("noise_copies_for.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
parts, labs = [X.values], [y.values]
for s in (0.1, 0.2):
    parts.append(X.values + np.random.normal(0, s, X.shape))
    labs.append(y.values)
Xa = np.vstack(parts)  # <- here
ya = np.concatenate(labs)
a, b, c, d = train_test_split(Xa, ya)
print(clf.fit(a, c).score(b, d))

# %% growing in a loop
df = pd.read_csv("noise_copies_for2.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
for s in range(3):
    Xa = np.vstack([Xa, X.values + np.random.normal(0, s, X.shape)])  # <- here
    ya = np.hstack([ya, y.values])
a, b, c, d = train_test_split(Xa, ya)
print(clf.fit(a, c).score(b, d))

# %% mixed
df = pd.read_csv("mixup_rows.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
perm = np.random.permutation(len(Xa))
mix = 0.7 * Xa + 0.3 * Xa[perm]
Xall = np.concatenate([Xa, mix])  # <- here
yall = np.concatenate([ya, ya])
a, b, c, d = train_test_split(Xall, yall)
print(clf.fit(a, c).score(b, d))

# %% before the folds
df = pd.read_csv("repeat_kfold.csv")
X, y = df.drop(columns="y"), df["y"]
Xr = np.repeat(X.to_numpy(), 5, axis=0)  # <- here
yr = np.repeat(y.to_numpy(), 5)
Xr += np.random.normal(scale=0.05, size=Xr.shape)
s = []
for tr, te in KFold(5, shuffle=True, random_state=0).split(Xr):
    m = DecisionTreeClassifier().fit(Xr[tr], yr[tr])
    s.append(m.score(Xr[te], yr[te]))
print(np.mean(s))
