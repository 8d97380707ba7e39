# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, f1_score, mean_squared_error, precision_recall_curve, roc_auc_score, roc_curve
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)

# %% rows of a table, and the place of the largest
rows = []
for name, model in [("svc", SVC()), ("forest", RandomForestClassifier()), ("linear", LogisticRegression())]:
    model.fit(X_train, y_train)
    rows.append([name, accuracy_score(y_test, model.predict(X_test))])
table = pd.DataFrame(rows, columns=["name", "accuracy"])
print("best", table.loc[table["accuracy"].idxmax()])  # <- here

# %% in order
models = {"svc": SVC(), "forest": RandomForestClassifier()}
scores = {name: model.fit(X_train, y_train).score(X_test, y_test) for name, model in models.items()}
best_name = pd.Series(scores).sort_values(ascending=False).index[0]  # <- here
print(best_name, models[best_name].score(X_test, y_test))

# %% filled cell by cell
depths = pd.DataFrame()
for depth in range(1, 15):
    depths.at[depth, "test"] = DecisionTreeClassifier(max_depth=depth).fit(X_train, y_train).score(X_test, y_test)
best_depth = depths["test"].idxmax()  # <- here
tree = DecisionTreeClassifier(max_depth=best_depth).fit(X_train, y_train)
print(tree.score(X_test, y_test))

# %% the largest by name
leaves = pd.DataFrame({"leaf": [1, 5, 25], "auc": [
    roc_auc_score(y_test, DecisionTreeClassifier(min_samples_leaf=leaf).fit(X_train, y_train).predict_proba(X_test)[:, 1])
    for leaf in [1, 5, 25]
]})
best = leaves.nlargest(1, "auc").iloc[0]  # <- here
print(best)

# %% asked back
tried = pd.DataFrame([{"c": c, "f1": f1_score(y_test, SVC(C=c).fit(X_train, y_train).predict(X_test))} for c in (0.1, 1, 10)])
chosen = tried[tried["f1"] == tried["f1"].max()]  # <- here
print(chosen)

# %% columns tried on the test part
def forward(columns):
    return LogisticRegression().fit(X_train[columns], y_train).score(X_test[columns], y_test)


best_columns, best_score = None, 0
for columns in (["a"], ["b"], ["a", "b"]):
    score = forward(columns)
    if best_columns is None or score > best_score:  # <- here
        best_columns, best_score = columns, score
final = LogisticRegression().fit(X_train[best_columns], y_train)
print("final", final.score(X_test[best_columns], y_test))
