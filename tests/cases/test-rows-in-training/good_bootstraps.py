# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier
from sklearn.utils import resample

# %% what was not drawn
df = pd.read_csv("oob_by_hand.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
n = len(Xa)
for _ in range(50):
    idx = np.random.choice(n, n, replace=True)
    oob = np.setdiff1d(np.arange(n), idx)
    clf.fit(Xa[idx], ya[idx])
    print(clf.score(Xa[oob], ya[oob]))

# %% by a mask
df = pd.read_csv("oob_mask.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
n = len(Xa)
idx = np.random.randint(0, n, n)
mask = np.ones(n, dtype=bool)
mask[idx] = False
clf.fit(Xa[idx], ya[idx])
print(clf.score(Xa[mask], ya[mask]))

# %% by a condition
df = pd.read_csv("oob_isin.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
idx = np.random.choice(len(Xa), len(Xa))
out = ~np.isin(np.arange(len(Xa)), idx)
clf.fit(Xa[idx], ya[idx])
print(clf.score(Xa[out], ya[out]))

# %% of the scored rows
df = pd.read_csv("bootstrap_ci.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
p = clf.predict_proba(b)[:, 1]
dv = d.values
s = []
for _ in range(1000):
    k = np.random.randint(0, len(p), len(p))
    s.append(roc_auc_score(dv[k], p[k]))
print(np.percentile(s, [2.5, 97.5]))

# %% by labels
df = pd.read_csv("boot_sample_drop.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
boot = df.sample(frac=1, replace=True)
oob = df.drop(boot.index)
clf.fit(boot.drop(columns="y"), boot.y)
print(clf.score(oob.drop(columns="y"), oob.y))

# %% many times
df = pd.read_csv("bootstrap_632.csv")
X, y = df.drop(columns="y"), df["y"]
sc = []
for s in range(30):
    bs = resample(df, random_state=s)
    out = df.loc[~df.index.isin(bs.index)]
    m = DecisionTreeClassifier().fit(bs.drop("y", axis=1), bs.y)
    sc.append(m.score(out.drop("y", axis=1), out.y))
print(np.mean(sc))

# %% of the training part
df = pd.read_csv("bagging_by_hand.csv")
X, y = df.drop(columns="y"), df["y"]
a, b, c, d = train_test_split(X.values, y.values)
ps = []
for _ in range(25):
    i = np.random.choice(len(a), len(a), replace=True)
    m = DecisionTreeClassifier().fit(a[i], c[i])
    ps.append(m.predict(b))
print(accuracy_score(d, (np.mean(ps, axis=0) > 0.5).astype(int)))
