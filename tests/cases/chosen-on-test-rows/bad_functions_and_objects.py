# %%
import copy

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)


# %% evaluate dict
def evaluate(model):
    p = model.predict(b)
    return {"acc": accuracy_score(yb, p), "f1": f1_score(yb, p)}


found = {}
for d in (2, 4, 8, 16):
    found[d] = evaluate(DecisionTreeClassifier(max_depth=d).fit(a, ya))
best = max(found, key=lambda d: found[d]["f1"])  # <- here
print("best depth", best, found[best])


# %% best of function
def best_of(results):
    return max(results, key=lambda r: r["auc"])


results = [{"c": c, "auc": roc_auc_score(yb, LogisticRegression(C=c).fit(a, ya).predict_proba(b)[:, 1])} for c in (0.1, 1, 10)]
print(best_of(results))  # <- here


# %% stopper class
class Stopper:
    def __init__(self):
        self.best, self.wait = None, 0

    def update(self, value):
        if self.best is None or value > self.best:
            self.best, self.wait = value, 0
        else:
            self.wait += 1
        return self.wait > 5


clf, stopper = SGDClassifier(), Stopper()
for epoch in range(100):
    clf.partial_fit(a, ya, classes=[0, 1])
    if stopper.update(clf.score(b, yb)):  # <- here
        break
print(clf.score(b, yb))


# %% trainer class
class Trainer:
    def __init__(self, model):
        self.model, self.best, self.best_model = model, 0.0, None

    def run(self, tr, te, epochs=30):
        for epoch in range(epochs):
            self.model.partial_fit(*tr, classes=[0, 1])
            acc = self.model.score(*te)
            if acc > self.best:  # <- here
                self.best = acc
                self.best_model = copy.deepcopy(self.model)


t = Trainer(SGDClassifier())
t.run((a, ya), (b, yb))
print("test accuracy", t.best_model.score(b, yb))


# %% run function
def run(params):
    m = RandomForestClassifier(**params).fit(a, ya)
    return m, f1_score(yb, m.predict(b))


best_f1, best_model = 0, None
for n in (50, 100, 200):
    m, f1 = run({"n_estimators": n})
    if f1 > best_f1:  # <- here
        best_f1, best_model = f1, m
print(best_f1)


# %% tune function
def tune(Xtr, ytr, Xva, yva, grid):
    best, top = None, -np.inf
    for c in grid:
        s = SVC(C=c).fit(Xtr, ytr).score(Xva, yva)
        if s > top:  # <- here
            best, top = c, s
    return best


c = tune(a, ya, b, yb, [0.1, 1, 10])
print(SVC(C=c).fit(a, ya).score(b, yb))
