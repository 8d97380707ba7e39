# %%
import pandas as pd
from sklearn.base import clone
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from sklearn.svm import SVC

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% grid all rows estimator
grid = RandomizedSearchCV(SVC(), {"C": [0.1, 1, 10]}, cv=5).fit(X, y)  # <- here
best = clone(grid.best_estimator_).fit(a, ya)
print(best.score(b, yb))
