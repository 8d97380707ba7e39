# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier, GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_score, train_test_split

# %% in a loop
df = pd.read_csv("stack_for.csv")
X, y = df.drop(columns="y"), df["y"]
models = [RandomForestClassifier(), ExtraTreesClassifier()]
feats = []
for m in models:
    m.fit(X, y)  # <- here
    feats.append(m.predict_proba(X)[:, 1])
M = np.column_stack(feats)
a, b, c, d = train_test_split(M, y)
print(LogisticRegression().fit(a, c).score(b, d))

# %% a column of a frame
df = pd.read_csv("stack_df.csv")
X, y = df.drop(columns="y"), df["y"]
rf = RandomForestClassifier().fit(X, y)  # <- here
df["p"] = rf.predict(X)
X2 = df.drop("y", axis=1)
print(cross_val_score(LogisticRegression(), X2, y, cv=5).mean())

# %% beside the features
df = pd.read_csv("stack_hstack.csv")
X, y = df.drop(columns="y"), df["y"]
rf = RandomForestClassifier().fit(X, y)  # <- here
Z = np.hstack([X.values, rf.predict_proba(X)])
a, b, c, d = train_test_split(Z, y)
g = GradientBoostingClassifier().fit(a, c)
print(roc_auc_score(d, g.predict_proba(b)[:, 1]))

# %% cross-validated
df = pd.read_csv("stack_loop_cv.csv")
X, y = df.drop(columns="y"), df["y"]
base = {"rf": RandomForestClassifier(), "lr": LogisticRegression()}
Z = pd.DataFrame({k: m.fit(X, y).predict(X) for k, m in base.items()})  # <- here
print(cross_val_score(LogisticRegression(), Z, y, cv=5).mean())
