# %%
import matplotlib.pyplot as plt
import itertools
from collections import defaultdict

import numpy as np
import pandas as pd
from sklearn.base import clone
from sklearn.ensemble import GradientBoostingRegressor, RandomForestClassifier
from sklearn.feature_selection import RFE
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, mean_squared_error
from sklearn.model_selection import GridSearchCV, ParameterGrid, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

from sklearn.utils import resample

df = pd.read_csv("one.csv")
X, y = df[["a", "b"]], df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

# %% how sure a score is
model = LogisticRegression().fit(X_train, y_train)
predicted = model.predict(X_test)
drawn = []
for _ in range(1000):
    where = np.random.randint(0, len(y_test), len(y_test))
    drawn.append(f1_score(y_test.values[where], predicted[where]))
ordered = np.sort(drawn)
print("from", min(drawn), "to", max(drawn), "95%", ordered[25], ordered[975])

# %% how much it depends on the split
accuracies = []
for seed in range(20):
    A_train, A_test, b_train, b_test = train_test_split(X, y, random_state=seed)
    accuracies.append(LogisticRegression().fit(A_train, b_train).score(A_test, b_test))
print(np.mean(accuracies), np.min(accuracies), np.max(accuracies))

# %% a verdict in words
baseline = (y_test == y_train.mode()[0]).mean()
accuracy = accuracy_score(y_test, predicted)
verdict = "better than guessing" if accuracy > baseline else "no better than guessing"
if accuracy > 0.9:
    grade = "A"
elif accuracy > 0.8:
    grade = "B"
else:
    grade = "C"
other = RandomForestClassifier().fit(X_train, y_train)
if other.score(X_test, y_test) > accuracy:
    print("the forest is better")
print(verdict, grade)

# %% by what the training part tells
best, best_depth = np.inf, None
for depth in range(1, 10):
    forest = RandomForestClassifier(max_depth=depth, oob_score=True).fit(X_train, y_train)
    if 1 - forest.oob_score_ < best:
        best, best_depth = 1 - forest.oob_score_, depth
print(RandomForestClassifier(max_depth=best_depth).fit(X_train, y_train).score(X_test, y_test))

# %% a curve over the size of the training part
sizes, curve = [50, 100, 200], []
for size in sizes:
    curve.append(LogisticRegression().fit(X_train[:size], y_train[:size]).score(X_test, y_test))
plt.plot(sizes, curve)
plt.axhline(max(curve), linestyle="--")
plt.show()

# %% the worst classes of one model
reports = {name: f1_score(y_test == name, predicted == name) for name in ("x", "y", "z")}
for name, value in sorted(reports.items(), key=lambda one: one[1]):
    print(name, value)
