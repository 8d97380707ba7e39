# %%
import matplotlib.pyplot as plt
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

# %% scipy weights val
f, v, yf, yv = train_test_split(a, ya, random_state=1)
forest, linear = RandomForestClassifier().fit(f, yf), LogisticRegression().fit(f, yf)
P = [m.predict_proba(v)[:, 1] for m in (forest, linear)]
T = [m.predict_proba(b)[:, 1] for m in (forest, linear)]
res = minimize(lambda w: log_loss(yv, w[0] * P[0] + w[1] * P[1]), [0.5, 0.5], bounds=[(0, 1)] * 2)
print("blend", log_loss(yb, res.x[0] * T[0] + res.x[1] * T[1]))

# %% youden val
f, v, yf, yv = train_test_split(a, ya, random_state=1)
m = LogisticRegression().fit(f, yf)
fpr, tpr, thresholds = roc_curve(yv, m.predict_proba(v)[:, 1])
best = thresholds[np.argmax(tpr - fpr)]
print(classification_report(yb, (best <= m.predict_proba(b)[:, 1]).astype(int)))

# %% left operand val
f, v, yf, yv = train_test_split(a, ya, random_state=1)
m1, m2 = LogisticRegression().fit(f, yf), RandomForestClassifier().fit(f, yf)
v1, v2 = m1.predict_proba(v)[:, 1], m2.predict_proba(v)[:, 1]
t1, t2 = m1.predict_proba(b)[:, 1], m2.predict_proba(b)[:, 1]
best_w, best = 0, -1
for w in np.arange(0, 1.01, 0.05):
    s = roc_auc_score(yv, w * v1 + (1 - w) * v2)
    if s > best:
        best_w, best = w, s
print(roc_auc_score(yb, best_w * t1 + (1 - best_w) * t2))

# %% left operand int
f, v, yf, yv = train_test_split(a, ya, random_state=1)
m = LogisticRegression().fit(f, yf)
pv, pt = m.predict_proba(v)[:, 1], m.predict_proba(b)[:, 1]
steps = np.arange(1, 100)
losses = [f1_score(yv, (i / 100) < pv) for i in steps]
cut = steps[np.argmax(losses)] / 100
print(f1_score(yb, cut < pt))

# %% np where threshold val
f, v, yf, yv = train_test_split(a, ya, random_state=1)
m = LogisticRegression().fit(f, yf)
p, t = m.predict_proba(v)[:, 1], m.predict_proba(b)[:, 1]
ts = np.arange(0.1, 0.9, 0.05)
best = ts[np.array([f1_score(yv, np.where(p >= x, 1, 0)) for x in ts]).argmax()]
print("F1", f1_score(yb, np.where(best <= t, 1, 0)))

# %% precision recall shown
p = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
precision, recall, thresholds = precision_recall_curve(yb, p)
plt.plot(recall, precision)
print(f1_score(yb, p >= 0.5))
