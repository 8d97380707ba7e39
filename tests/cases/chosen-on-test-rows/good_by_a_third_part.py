# %%
import copy

import numpy as np
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% refit three
f, v, yf, yv = train_test_split(a, ya, random_state=1)
acc = {c: SVC(C=c).fit(f, yf).score(v, yv) for c in (0.1, 1, 10)}
best = max(acc, key=acc.get)
final = SVC(C=best).fit(pd.concat([f, v, b]), pd.concat([yf, yv, yb]))
print(final.score(b, yb))

# %% val then test
f, v, yf, yv = train_test_split(a, ya, random_state=1)
models = {"lr": LogisticRegression(), "rf": RandomForestClassifier()}
val = {n: m.fit(f, yf).score(v, yv) for n, m in models.items()}
name = max(val, key=val.get)
print(name, "test", models[name].score(b, yb))


# %% tune function val
def tune(Xtr, ytr, Xva, yva, grid):
    best, top = None, -np.inf
    for c in grid:
        s = SVC(C=c).fit(Xtr, ytr).score(Xva, yva)
        if s > top:
            best, top = c, s
    return best


f, v, yf, yv = train_test_split(a, ya, random_state=1)
c = tune(f, yf, v, yv, [0.1, 1, 10])
print(SVC(C=c).fit(a, ya).score(b, yb))


# %% stopper val
class Stopper:
    def __init__(self):
        self.best, self.wait = None, 0

    def update(self, value):
        if self.best is None or value > self.best:
            self.best, self.wait = value, 0
        else:
            self.wait += 1
        return self.wait > 5


f, v, yf, yv = train_test_split(a, ya, random_state=1)
clf, stopper = SGDClassifier(), Stopper()
for epoch in range(100):
    clf.partial_fit(f, yf, classes=[0, 1])
    if stopper.update(clf.score(v, yv)):
        break
print(clf.score(b, yb))

# %% three part curve
f, v, yf, yv = train_test_split(a, ya, random_state=1)
best, wait = np.inf, 0
clf = SGDClassifier(loss="log_loss")
for epoch in range(100):
    clf.partial_fit(f, yf, classes=[0, 1])
    l = log_loss(yv, clf.predict_proba(v))
    if l < best:
        best, wait, kept = l, 0, copy.deepcopy(clf)
    else:
        wait += 1
    if wait > 5:
        break
    print(epoch, clf.score(b, yb))
print(kept.score(b, yb))

# %% catboost val
f, v, yf, yv = train_test_split(a, ya, random_state=1)
m = CatBoostClassifier(iterations=800, verbose=0)
m.fit(f, yf, eval_set=(v, yv), use_best_model=True)
print(accuracy_score(yb, m.predict(b)))
