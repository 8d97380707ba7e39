# %%
import heapq
from collections import namedtuple
from dataclasses import dataclass
from operator import attrgetter, itemgetter

import joblib
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

data = pd.read_csv("one.csv")
train, test = train_test_split(data, random_state=0)
features = ["a", "b"]

# %% a dict that holds the best
best = {"accuracy": 0, "model": None}
for depth in range(2, 12):
    forest = make_pipeline(StandardScaler(), RandomForestClassifier(max_depth=depth)).fit(train[features], train.y)
    accuracy = forest.score(test[features], test.y)
    if accuracy > best["accuracy"]:  # <- here
        best.update(accuracy=accuracy, model=forest)
print(best["accuracy"])

# %% small objects
Result = namedtuple("Result", "name score")
results = [Result(c, f1_score(test.y, SVC(C=c).fit(train[features], train.y).predict(test[features]))) for c in (0.1, 1, 10)]
print("we choose", max(results, key=attrgetter("score")))  # <- here


@dataclass
class Trial:
    k: int
    auc: float


trials = []
for k in range(1, 30):
    near = KNeighborsClassifier(k).fit(train[features], train.y)
    trials.append(Trial(k, roc_auc_score(test.y, near.predict_proba(test[features])[:, 1])))
top = sorted(trials, key=lambda one: one.auc)[-1]  # <- here
print(top.k, top.auc)

# %% the largest of pairs
pairs = []
for c in [0.01, 0.1, 1]:
    linear = LogisticRegression(C=c).fit(train[features], train.y)
    pairs.append((linear.score(test[features], test.y), c))
(score, c), *_ = heapq.nlargest(1, pairs)
print(max(pairs, key=itemgetter(0)))  # <- here

# %% saved whenever it gets better
kept, history = None, []
online = SGDClassifier()
for epoch in range(20):
    online.partial_fit(train[features], train.y, classes=[0, 1])
    history.append(online.score(test[features], test.y))
    if history[-1] == max(history):  # <- here
        joblib.dump(online, "online.joblib")
print("best", max(history))  # <- here

# %% in one line
limits = np.linspace(0, 1, 50)
chance = LogisticRegression().fit(train[features], train.y).predict_proba(test[features])[:, 1]
limit = limits[np.argmax([accuracy_score(test.y, chance > one) for one in limits])]  # <- here
print("accuracy", accuracy_score(test.y, chance > limit))

# %% two functions deep
def fit_and_score(model, columns):
    model.fit(train[columns], train.y)
    return {"model": model, "columns": columns, "score": model.score(test[columns], test.y)}


def try_all(models):
    tried = []
    for model in models:
        for columns in (["a"], ["b"], ["a", "b"]):
            tried.append(fit_and_score(model, columns))
    return pd.DataFrame(tried)


table = try_all([SVC(), LogisticRegression()])
winner = table.loc[table.score.idxmax()]  # <- here
print(winner)

# %% while it gets better
previous, current, size = -1, 0, 1
while current > previous:  # <- here
    previous = current
    size *= 2
    current = RandomForestClassifier(n_estimators=size).fit(train[features], train.y).score(test[features], test.y)

# %% with a walrus
level, chosen = 0.0, None
for leaf in (1, 2, 5, 10):
    candidate = RandomForestClassifier(min_samples_leaf=leaf).fit(train[features], train.y)
    if (reached := candidate.score(test[features], test.y)) > level:  # <- here
        level, chosen = reached, candidate
print(chosen, level)

# %% folds of the test part
by_c = {c: cross_val_score(SVC(C=c), test[features], test.y).mean() for c in (0.1, 1, 10)}
best_c = max(by_c, key=by_c.get)  # <- here
print(SVC(C=best_c).fit(train[features], train.y).score(test[features], test.y))

# %% one split out of a loop of splits
from sklearn.model_selection import StratifiedShuffleSplit

for fit_rows, held_rows in StratifiedShuffleSplit(n_splits=1, test_size=0.2, random_state=0).split(data, data.y):
    fit_part, held_part = data.iloc[fit_rows], data.iloc[held_rows]
found = []
for c in np.logspace(-3, 3, 7):
    found.append(SVC(C=c).fit(fit_part[features], fit_part.y).score(held_part[features], held_part.y))
print("best", np.logspace(-3, 3, 7)[np.argmax(found)], max(found))  # <- here
