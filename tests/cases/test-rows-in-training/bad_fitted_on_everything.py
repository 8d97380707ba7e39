# %%
import pandas as pd
import xgboost as xgb
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix, roc_auc_score
from sklearn.model_selection import GridSearchCV, KFold, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

# %% put together again
df = pd.read_csv("fit_concat.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(pd.concat([a, b]), pd.concat([c, d]))  # <- here
print("test", clf.score(b, d))

# %% the best of a search
df = pd.read_csv("grid_all_best_est.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
g = GridSearchCV(clf, {"max_depth": [2, 3]})
g.fit(X, y)  # <- here
best = g.best_estimator_
print(classification_report(d, best.predict(b)))

# %% in each fold
df = pd.read_csv("fold_fit_all.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
Xa, ya = X.values, y.values
for _, te in KFold(5).split(Xa):
    clf.fit(Xa, ya)  # <- here
    print(clf.score(Xa[te], ya[te]))

# %% a pipeline
df = pd.read_csv("pipe_all.csv")
X, y = df.drop(columns="y"), df["y"]
a, b, c, d = train_test_split(X, y)
p = make_pipeline(StandardScaler(), LogisticRegression())
p.fit(X, y)  # <- here
print(p.score(b, d))

# %% in a class
df = pd.read_csv("class_model_fit_all.csv")
X, y = df.drop(columns="y"), df["y"]


class Exp:
    def __init__(self, m):
        self.m = m

    def run(self, rows, truth):
        _, judged, _, answers = train_test_split(rows, truth)
        self.m.fit(rows, truth)
        return self.m.score(judged, answers)


print(Exp(LogisticRegression()).run(X, y))  # <- here

# %% a validation part
df = pd.read_csv("val_in_train.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y, test_size=0.2)
a2, v, c2, w = train_test_split(a, c, test_size=0.2)
clf.fit(a, c)  # <- here
print("validation", clf.score(v, w))

# %% a library with a data set of its own
df = pd.read_csv("boost_all.csv")
X, y = df.drop(columns="y"), df["y"]
D = xgb.DMatrix(X, label=y)
bst = xgb.train({}, D)  # <- here
a, b, c, d = train_test_split(X, y)
print(roc_auc_score(d, bst.predict(xgb.DMatrix(b))))

# %% before the split
df = pd.read_csv("fit_before_split_then_score.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
clf.fit(X, y)  # <- here
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.33)
y_pred = clf.predict(X_test)
print(confusion_matrix(y_test, y_pred))
print("Accuracy", accuracy_score(y_test, y_pred))

# %% several models
df = pd.read_csv("loop_fit_all.csv")
X, y = df.drop(columns="y"), df["y"]
a, b, c, d = train_test_split(X, y)
for m in [LogisticRegression(), DecisionTreeClassifier()]:
    m.fit(X, y)  # <- here
    print(type(m).__name__, accuracy_score(d, m.predict(b)))
