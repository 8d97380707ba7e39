# %%
import joblib
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% table printed
rows = []
for name, m in {"lr": LogisticRegression(), "rf": RandomForestClassifier(), "svc": SVC()}.items():
    p = m.fit(a, ya).predict(b)
    rows.append({"model": name, "acc": accuracy_score(yb, p), "f1": f1_score(yb, p)})
table = pd.DataFrame(rows).set_index("model").sort_values("f1", ascending=False)
print(table)
table.plot.bar()
print(table.loc["rf", "acc"])

# %% results loc shown
results = pd.DataFrame(columns=["name", "acc"])
for i, m in enumerate([LogisticRegression(), SVC(), RandomForestClassifier()]):
    m.fit(a, ya)
    results.loc[i] = [m.__class__.__name__, m.score(b, yb)]
print(results.sort_values("acc"))

# %% max printed range
scores = [SVC(C=c).fit(a, ya).score(b, yb) for c in (0.1, 1, 10)]
print("between", min(scores), "and", max(scores))


# %% logger class
class Log:
    def __init__(self):
        self.rows = []

    def add(self, name, value):
        self.rows.append((name, value))
        if value < 0.5:
            print("poor", name)


log = Log()
for c in (0.1, 1, 10):
    log.add(c, SVC(C=c).fit(a, ya).score(b, yb))
print(log.rows)

# %% sorted dict bar
acc = {n: m.fit(a, ya).score(b, yb) for n, m in {"lr": LogisticRegression(), "svc": SVC()}.items()}
ranked = dict(sorted(acc.items(), key=lambda kv: -kv[1]))
plt.bar(list(ranked.keys()), list(ranked.values()))
for k, v in ranked.items():
    print(k, v)

# %% sgd epochs reported
clf = SGDClassifier()
curve = []
for epoch in range(20):
    clf.partial_fit(a, ya, classes=[0, 1])
    curve.append(clf.score(b, yb))
plt.plot(curve)
print("final", curve[-1])

# %% split seed mean
out = []
for seed in range(100):
    tr, te, ytr, yte = train_test_split(X, y, random_state=seed)
    out.append(LogisticRegression().fit(tr, ytr).score(te, yte))
print(np.mean(out), np.std(out), min(out), max(out))

# %% assert quality
m = LogisticRegression().fit(a, ya)
acc = m.score(b, yb)
if acc < 0.8:
    raise ValueError("not good enough")
print(acc)

# %% deploy gate
m = LogisticRegression().fit(a, ya)
acc = m.score(b, yb)
if acc > 0.8:
    joblib.dump(m, "m.joblib")
print(acc)
