# %%
import time

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% while val
f, v, yf, yv = train_test_split(a, ya, random_state=1)
C, acc, prev = 1.0, 0, -1
while acc > prev:
    prev = acc
    C *= 2
    m = SVC(C=C).fit(f, yf)
    acc = m.score(v, yv)
print("test", m.score(b, yb))

# %% while training loss
clf, loss, last = SGDClassifier(loss="log_loss"), 1e9, 1e10
while last - loss > 1e-4:
    last = loss
    clf.partial_fit(a, ya, classes=[0, 1])
    loss = log_loss(ya, clf.predict_proba(a))
print("test", clf.score(b, yb))

# %% retrain loop budget
start, n = time.time(), 10
while time.time() - start < 60 and n < 1000:
    n *= 2
    m = RandomForestClassifier(n_estimators=n).fit(a, ya)
print(m.score(b, yb))
