# %%
import numpy as np
import pandas as pd
from scipy.optimize import minimize
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, f1_score, log_loss, precision_recall_curve, roc_auc_score, roc_curve
from sklearn.model_selection import train_test_split

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% scipy weights
forest, linear = RandomForestClassifier().fit(a, ya), LogisticRegression().fit(a, ya)
P = [m.predict_proba(b)[:, 1] for m in (forest, linear)]


def loss(w):
    return log_loss(yb, w[0] * P[0] + w[1] * P[1])


res = minimize(loss, [0.5, 0.5], bounds=[(0, 1)] * 2)  # <- here
print("blend", log_loss(yb, res.x[0] * P[0] + res.x[1] * P[1]))

# %% youden
p = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
fpr, tpr, thresholds = roc_curve(yb, p)
j = tpr - fpr
best = thresholds[np.argmax(j)]  # <- here
print(classification_report(yb, (p >= best).astype(int)))

# %% youden df
p = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
fpr, tpr, thresholds = roc_curve(yb, p)
roc = pd.DataFrame({"fpr": fpr, "tpr": tpr, "thr": thresholds})
roc["j"] = roc["tpr"] - roc["fpr"]
best = roc.loc[roc["j"].idxmax(), "thr"]  # <- here
print(f1_score(yb, p >= best))

# %% left operand test
f, v, yf, yv = train_test_split(a, ya, random_state=1)
m1, m2 = LogisticRegression().fit(f, yf), RandomForestClassifier().fit(f, yf)
t1, t2 = m1.predict_proba(b)[:, 1], m2.predict_proba(b)[:, 1]
best_w = max(np.arange(0, 1.01, 0.05), key=lambda w: roc_auc_score(yb, w * t1 + (1 - w) * t2))  # <- here
print(roc_auc_score(yb, best_w * t1 + (1 - best_w) * t2))

# %% f threshold loop dict
p = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
res = {}
for t in np.arange(0.1, 0.9, 0.05):
    res[t] = f1_score(yb, (p > t).astype(int))
thr = max(res, key=res.get)  # <- here
print("F1", f1_score(yb, (thr < p).astype(int)))

# %% np where threshold
p = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
ts = np.arange(0.1, 0.9, 0.05)
f = np.array([f1_score(yb, np.where(p >= t, 1, 0)) for t in ts])
best = ts[f.argmax()]  # <- here
print("F1", f1_score(yb, np.where(best <= p, 1, 0)))

# %% precision recall f
p = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
precision, recall, thresholds = precision_recall_curve(yb, p)
f1 = 2 * precision * recall / (precision + recall)
ix = np.nanargmax(f1)  # <- here
print(f1_score(yb, p >= thresholds[ix]), f1[ix])
