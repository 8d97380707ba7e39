# %%
import copy
from itertools import product

import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import f1_score, log_loss, roc_auc_score
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from xgboost import XGBClassifier

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% none init
best = None
for c in (0.01, 0.1, 1, 10):
    s = roc_auc_score(yb, LogisticRegression(C=c).fit(a, ya).decision_function(b))
    if best is None or s > best[0]:  # <- here
        best = (s, c)
print(best)

# %% inf init
best_err = float("inf")
for c in (0.01, 0.1, 1, 10):
    e = 1 - SVC(C=c).fit(a, ya).score(b, yb)
    if e < best_err:  # <- here
        best_err, best_c = e, c
print(best_c, best_err)

# %% minus one
top = -1
for c in np.logspace(-3, 3, 7):
    m = LogisticRegression(C=c).fit(a, ya)
    p = m.predict(b)
    if f1_score(yb, p) > top:  # <- here
        top = f1_score(yb, p)
        keep = m
print(top, keep)

# %% nested params
best_score = 0
for depth in (3, 6, 9):
    for n in (50, 100):
        m = RandomForestClassifier(n_estimators=n, max_depth=depth).fit(a, ya)
        s = m.score(b, yb)
        if s >= best_score:  # <- here
            best_score = s
            best_params = {"n_estimators": n, "max_depth": depth}
m = RandomForestClassifier(**best_params).fit(a, ya)
print(m.score(b, yb))

# %% product grid
best = {"score": -1}
for c, g in product([0.1, 1], ["scale", "auto"]):
    score = SVC(C=c, gamma=g).fit(a, ya).score(b, yb)
    if score > best["score"]:  # <- here
        best = {"score": score, "C": c, "gamma": g}
print(best)

# %% seed search
best_seed, best = None, 0
for seed in range(100):
    m = RandomForestClassifier(random_state=seed).fit(a, ya)
    if (s := m.score(b, yb)) > best:  # <- here
        best_seed, best = seed, s
print(best_seed, best)

# %% split seed
best = 0
for seed in range(100):
    tr, te, ytr, yte = train_test_split(X, y, random_state=seed)
    s = LogisticRegression().fit(tr, ytr).score(te, yte)
    if s > best:  # <- here
        best, best_seed = s, seed
print(best_seed, best)

# %% skorch like
best_n, best = 0, 1e9
for n in range(50, 500, 50):
    m = XGBClassifier(n_estimators=n, max_depth=3)
    m.fit(a, ya)
    ll = log_loss(yb, m.predict_proba(b))
    if ll < best:  # <- here
        best, best_n = ll, n
print("n", best_n)

# %% staged
g = GradientBoostingClassifier(n_estimators=300).fit(a, ya)
errs = [log_loss(yb, p) for p in g.staged_predict_proba(b)]
n = int(np.argmin(errs)) + 1  # <- here
print(GradientBoostingClassifier(n_estimators=n).fit(a, ya).score(b, yb))

# %% two stage
grid = GridSearchCV(SVC(), {"C": [0.1, 1]}, cv=3).fit(a, ya)
other = GridSearchCV(KNeighborsClassifier(), {"n_neighbors": [1, 3]}, cv=3).fit(a, ya)
best = grid if grid.score(b, yb) > other.score(b, yb) else other  # <- here
print(best.score(b, yb))

# %% patience by hand
clf = SGDClassifier(loss="log_loss")
best, wait, patience = np.inf, 0, 5
for epoch in range(200):
    clf.partial_fit(a, ya, classes=[0, 1])
    loss = log_loss(yb, clf.predict_proba(b))
    if loss < best - 1e-4:  # <- here
        best, wait, kept = loss, 0, copy.deepcopy(clf)
    else:
        wait += 1
        if wait >= patience:
            break
print("held-out accuracy", kept.score(b, yb))
