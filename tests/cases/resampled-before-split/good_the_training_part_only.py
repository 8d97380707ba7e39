# %%
import numpy as np
import pandas as pd
from imblearn.over_sampling import SMOTE, RandomOverSampler
from imblearn.pipeline import Pipeline as ImbPipeline
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, f1_score
from sklearn.model_selection import GridSearchCV, KFold, StratifiedKFold, cross_val_score, train_test_split
from sklearn.tree import DecisionTreeClassifier
from sklearn.utils import resample

# %% a sampler
df = pd.read_csv("smote_train.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
a, c = SMOTE().fit_resample(a, c)
print(clf.fit(a, c).score(b, d))
print("train", clf.score(a, c))

# %% inside a pipeline
df = pd.read_csv("imb_pipe.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
p = ImbPipeline([("s", SMOTE()), ("m", clf)])
print(cross_val_score(p, X, y).mean())
a, b, c, d = train_test_split(X, y)
g = GridSearchCV(p, {"m__max_depth": [2]}).fit(a, c)
print(g.best_score_, g.score(b, d))

# %% inside the folds
df = pd.read_csv("fold_smote.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
for tr, te in StratifiedKFold(5).split(Xa, ya):
    xr, yr = SMOTE().fit_resample(Xa[tr], ya[tr])
    clf.fit(xr, yr)
    print(f1_score(ya[te], clf.predict(Xa[te])))

# %% before a search that only tunes
df = pd.read_csv("smote_train_cv_then_test.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
a, c = RandomOverSampler().fit_resample(a, c)
g = GridSearchCV(clf, {"max_depth": [2, 3]}).fit(a, c)
print(g.best_params_)
print(g.score(b, d))

# %% copies
df = pd.read_csv("train_concat_copies.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
tr, te = train_test_split(df)
mino = tr[tr.y == 1]
for _ in range(5):
    tr = pd.concat([tr, mino])
clf.fit(tr.drop("y", axis=1), tr.y)
print(clf.score(te.drop("y", axis=1), te.y))
print(clf.score(tr.drop("y", axis=1), tr.y))

# %% noise inside the folds
df = pd.read_csv("aug_fold.csv")
X, y = df.drop(columns="y"), df["y"]
Xa, ya = X.values, y.values
for tr, te in KFold(5, shuffle=True).split(Xa):
    xt = np.vstack([Xa[tr], Xa[tr] + np.random.normal(size=Xa[tr].shape)])
    yt = np.concatenate([ya[tr], ya[tr]])
    m = DecisionTreeClassifier().fit(xt, yt)
    print(m.score(Xa[te], ya[te]))

# %% by hand
df = pd.read_csv("upsample_train_only_df.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
tr, te = train_test_split(df, stratify=df.y)
up = resample(tr[tr.y == 1], replace=True, n_samples=(tr.y == 0).sum(), random_state=1)
tr_up = pd.concat([tr[tr.y == 0], up]).sample(frac=1)
clf.fit(tr_up.drop(columns="y"), tr_up.y)
print(classification_report(te.y, clf.predict(te.drop(columns="y"))))

# %% the test part for itself
df = pd.read_csv("test_resampled_only.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
b2, d2 = RandomOverSampler().fit_resample(b, d)
print(clf.score(b2, d2))
