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

from sklearn.model_selection import RandomizedSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("one.csv")
X, y = df.drop(columns="y"), df["y"]

# %%
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}, cv=5)
search.fit(X, y)  # <- here
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
tuned = SVC(C=search.best_params_["C"]).fit(X_train, y_train)
print(tuned.score(X_test, y_test))

# %%
pipe = Pipeline([("scale", StandardScaler()), ("tree", DecisionTreeClassifier())])
tried = RandomizedSearchCV(pipe, {"tree__max_depth": range(2, 20)}, n_iter=5).fit(X, y)  # <- here
pipe.set_params(**tried.best_params_)
pipe.fit(X_train, y_train)
print(pipe.score(X_test, y_test))

# %% typed in by hand
grid = GridSearchCV(KNeighborsClassifier(), {"n_neighbors": [3, 5, 7]})
grid.fit(X, y)  # <- here
print(grid.best_params_)
knn = KNeighborsClassifier(n_neighbors=5)
knn.fit(X_train, y_train)
print(accuracy_score(y_test, knn.predict(X_test)))

# %% read off a picture
errors = []
for i in range(1, 40):
    errors.append((RandomForestClassifier(max_depth=i).fit(X_train, y_train).predict(X_test) != y_test).mean())  # <- here
print(errors)
forest = RandomForestClassifier(max_depth=12).fit(X_train, y_train)
print(accuracy_score(y_test, forest.predict(X_test)))

# %% chosen by folds that hold the test rows
means = {c: cross_val_score(LogisticRegression(C=c), X, y, cv=5).mean() for c in (0.1, 1, 10)}
best_c = max(means, key=means.get)  # <- here
last = LogisticRegression(C=best_c).fit(X_train, y_train)
print(last.score(X_test, y_test))
