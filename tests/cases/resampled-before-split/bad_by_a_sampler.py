# %%
import numpy as np
import pandas as pd
from imblearn.over_sampling import ADASYN, SMOTE, RandomOverSampler
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, f1_score
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.utils import shuffle

# %% in functions
df = pd.read_csv("smote_func.csv")
X, y = df.drop(columns="y"), df["y"]


def balance(rows, truth):
    sm = SMOTE(random_state=1)
    return sm.fit_resample(rows, truth)  # <- here


def run(rows, truth):
    rows, truth = balance(rows, truth)
    a, b, c, d = train_test_split(rows, truth)
    m = LogisticRegression().fit(a, c)
    return f1_score(d, m.predict(b))


print(run(X, y))

# %% in a class
df = pd.read_csv("class_pipeline.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()


class Prep:
    def __init__(self, k):
        self.k = k

    def load(self):
        self.X, self.y = SMOTE(k_neighbors=self.k).fit_resample(X, y)
        return self

    def split(self):
        return train_test_split(self.X, self.y)


a, b, c, d = Prep(3).load().split()  # <- here
print(clf.fit(a, c).score(b, d))

# %% several of them
df = pd.read_csv("dict_samplers.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
for name, s in {"smote": SMOTE(), "ada": ADASYN()}.items():
    Xr, yr = s.fit_resample(X, y)  # <- here
    print(name, cross_val_score(clf, Xr, yr).mean())

# %% shuffled and cut
df = pd.read_csv("slices_after_shuffle.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xr, yr = SMOTE().fit_resample(X, y)  # <- here
Xr, yr = shuffle(Xr, yr, random_state=1)
n = int(len(Xr) * 0.8)
clf.fit(Xr[:n], yr[:n])
print(clf.score(Xr[n:], yr[n:]))

# %% parted by a permutation
df = pd.read_csv("perm_after_smote.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xr, yr = SMOTE().fit_resample(X.values, y.values)  # <- here
p = np.random.permutation(len(Xr))
n = int(0.8 * len(Xr))
tr, te = p[:n], p[n:]
clf.fit(Xr[tr], yr[tr])
print(clf.score(Xr[te], yr[te]))

# %% before a search
df = pd.read_csv("ros_gridsearch.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xr, yr = RandomOverSampler().fit_resample(X, y)  # <- here
g = GridSearchCV(clf, {"max_depth": [2, 3]}, cv=5).fit(Xr, yr)
print(g.best_score_)

# %% the training part, parted once more
df = pd.read_csv("train_smote_then_split_again.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
Xr, yr = SMOTE().fit_resample(a, c)  # <- here
a2, b2, c2, d2 = train_test_split(Xr, yr)
print(clf.fit(a2, c2).score(b2, d2))

# %% by way of a file
df = pd.read_csv("smote_scaled_df.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
sc = StandardScaler()
Xs = sc.fit_transform(X)
Xr, yr = SMOTE().fit_resample(Xs, y)  # <- here
Xr = pd.DataFrame(Xr, columns=X.columns)
full = Xr.assign(y=yr)
full.to_csv("balanced.csv", index=False)
d = pd.read_csv("balanced.csv")
tr, te = train_test_split(d, test_size=0.3)
clf.fit(tr.drop("y", axis=1), tr["y"])
print(classification_report(te["y"], clf.predict(te.drop("y", axis=1))))
