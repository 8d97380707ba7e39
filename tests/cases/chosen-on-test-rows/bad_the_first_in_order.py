# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, classification_report, log_loss
from sklearn.model_selection import ParameterGrid, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% sorted first
pairs = [(KNeighborsClassifier(k).fit(a, ya).score(b, yb), k) for k in (1, 3, 5)]
top = sorted(pairs, reverse=True)[0]  # <- here
print("k", top[1], "accuracy", top[0])

# %% sorted dict items
acc = {n: m.fit(a, ya).score(b, yb) for n, m in {"lr": LogisticRegression(), "svc": SVC()}.items()}
ranked = dict(sorted(acc.items(), key=lambda kv: kv[1], reverse=True))
winner = next(iter(ranked))  # <- here
print("we use", winner)

# %% sorted dict keys
acc = {n: m.fit(a, ya).score(b, yb) for n, m in {"lr": LogisticRegression(), "svc": SVC()}.items()}
ranked = dict(sorted(acc.items(), key=lambda kv: -kv[1]))
winner = list(ranked.keys())[0]  # <- here
print("we use", winner)

# %% kwargs grid
scored = []
for params in ParameterGrid({"C": [0.1, 1], "gamma": [0.1, 1]}):
    m = SVC(**params).fit(a, ya)
    scored.append((params, accuracy_score(yb, m.predict(b))))
scored.sort(key=lambda t: t[1])
best_params, best_acc = scored[-1]  # <- here
print(best_params, best_acc)

# %% min zip
models = [LogisticRegression(), RandomForestClassifier(), SVC(probability=True)]
losses = [log_loss(yb, m.fit(a, ya).predict_proba(b)) for m in models]
loss, best = min(zip(losses, models), key=lambda t: t[0])  # <- here
print("best", best, loss)

# %% tuple best index
accs = []
models = []
for c in [0.1, 1, 10]:
    m = SVC(C=c)
    m.fit(a, ya)
    models.append(m)
    accs.append(accuracy_score(yb, m.predict(b)))
best_model = models[accs.index(max(accs))]  # <- here
print(classification_report(yb, best_model.predict(b)))

# %% argmax comp
ks = list(range(1, 30))
best_k = ks[np.argmax([KNeighborsClassifier(k).fit(a, ya).score(b, yb) for k in ks])]  # <- here
print(KNeighborsClassifier(best_k).fit(a, ya).score(b, yb))
