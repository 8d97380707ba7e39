# %%
import numpy as np
import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor, StackingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import KFold, cross_val_score, train_test_split

# %% calibrated on a third part
df = pd.read_csv("cal_three_parts.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
a2, v, c2, w = train_test_split(a, c)
clf.fit(a2, c2)
cal = CalibratedClassifierCV(clf, cv="prefit").fit(v, w)
print(brier_score_loss(d, cal.predict_proba(b)[:, 1]))
cal2 = CalibratedClassifierCV(clf, cv=3).fit(a, c)
print(cal2.score(b, d))

# %% out of the folds
df = pd.read_csv("stack_cv.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
s = StackingClassifier([("a", clf)], final_estimator=LogisticRegression())
a, b, c, d = train_test_split(X, y)
print(s.fit(a, c).score(b, d))
print(cross_val_score(s, X, y).mean())
oof = np.zeros(len(X))
for tr, te in KFold(5).split(X):
    clf.fit(X.iloc[tr], y.iloc[tr])
    oof[te] = clf.predict_proba(X.iloc[te])[:, 1]
print(roc_auc_score(y, oof))
X2 = X.assign(o=oof)
print(cross_val_score(LogisticRegression(), X2, y).mean())

# %% scored on new rows
df = pd.read_csv("train_in_sample_stack_test_honest.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
m = LogisticRegression().fit(clf.predict_proba(a), c)
print(m.score(clf.predict_proba(b), d))

# %% filled by a model
df = pd.read_csv("impute_model.csv")
known = df[df.age.notnull()]
m = RandomForestRegressor().fit(known[["fare"]], known["age"])
df.loc[df.age.isnull(), "age"] = m.predict(df[df.age.isnull()][["fare"]])

# %% labels for others
df = pd.read_csv("pseudo_label.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
un = pd.read_csv("unlabelled.csv")
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
pl = clf.predict(un)
clf.fit(pd.concat([a, un]), np.concatenate([c, pl]))
print(clf.score(b, d))

# %% folds in loops
df = pd.read_csv("oof_stack_loops.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
oof = np.zeros((len(a), 2))
tp = np.zeros((len(b), 2))
for j, m in enumerate([clf, LogisticRegression()]):
    for tr, va in KFold(5).split(a):
        m.fit(a.iloc[tr], c.iloc[tr])
        oof[va, j] = m.predict_proba(a.iloc[va])[:, 1]
    m.fit(a, c)
    tp[:, j] = m.predict_proba(b)[:, 1]
meta = LogisticRegression().fit(oof, c)
print(meta.score(tp, d))

# %% fitted again at last
df = pd.read_csv("final_refit.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
print(clf.fit(a, c).score(b, d))
clf.fit(X, y)
new = pd.read_csv("test.csv")
pd.Series(clf.predict(new)).to_csv("sub.csv")
