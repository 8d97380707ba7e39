# %%
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

df = pd.read_csv("one.csv")
X, y = df[["a", "b"]], df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

# %% a list that is put in order in place
results = []
for name, model in {"svc": SVC(), "forest": RandomForestClassifier()}.items():
    model.fit(X_train, y_train)
    results.append((name, model, accuracy_score(y_test, model.predict(X_test))))
results.sort(key=lambda r: r[2], reverse=True)
best_name, best_model, best_score = results[0]  # <- here
print("we use", best_name, best_score)

# %% the best of the models themselves
fitted = [DecisionTreeClassifier(max_depth=d).fit(X_train, y_train) for d in range(1, 20)]
best_tree = max(fitted, key=lambda one: one.score(X_test, y_test))  # <- here
print(f1_score(y_test, best_tree.predict(X_test)))

# %% an array that is filled
ks = np.arange(1, 20)
accuracy = np.zeros(len(ks))
for i, k in enumerate(ks):
    accuracy[i] = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train).score(X_test, y_test)
print("best k", ks[accuracy.argmax()], accuracy.max())  # <- here

# %% lists in a dict, and a frame of them
found = defaultdict(list)
for c in (0.1, 1, 10):
    found["c"].append(c)
    found["f1"].append(f1_score(y_test, SVC(C=c).fit(X_train, y_train).predict(X_test)))
frame = pd.DataFrame(found)
best_row = frame.iloc[frame["f1"].argmax()]  # <- here
print(best_row)

# %% every point of a grid
best_score, best_point = 0, None
for point in ParameterGrid({"C": [0.1, 1], "gamma": [0.1, 1]}):
    model = SVC()
    model.set_params(**point)
    model.fit(X_train, y_train)
    if model.score(X_test, y_test) > best_score:  # <- here
        best_score = model.score(X_test, y_test)
        best_point = point
print(best_score, best_point)

# %% how many columns
high_score, wanted, every = 0, 0, []
for n in range(1, 13):
    A_train, A_test, b_train, b_test = train_test_split(X, y, test_size=0.3, random_state=0)
    line = LinearRegression()
    rfe = RFE(line, n_features_to_select=n)
    A_train_rfe = rfe.fit_transform(A_train, b_train)
    A_test_rfe = rfe.transform(A_test)
    line.fit(A_train_rfe, b_train)
    score = line.score(A_test_rfe, b_test)
    every.append(score)
    if score > high_score:  # <- here
        high_score = score
        wanted = n
print("score with %d features: %f" % (wanted, high_score))

# %% the error by k
error_rate = []
for i in range(1, 40):
    knn = KNeighborsClassifier(n_neighbors=i)
    knn.fit(X_train, y_train)
    error_rate.append(np.mean(knn.predict(X_test) != y_test))
print("least error", min(error_rate), "at k =", error_rate.index(min(error_rate)))  # <- here

# %% pairs of a dict in order
by_depth = {}
for d, leaf in itertools.product(range(1, 5), (1, 5)):
    by_depth[d, leaf] = DecisionTreeClassifier(max_depth=d, min_samples_leaf=leaf).fit(X_train, y_train).score(X_test, y_test)
best_pair, best_value = sorted(by_depth.items(), key=lambda one: one[1])[-1]  # <- here
final = DecisionTreeClassifier(max_depth=best_pair[0], min_samples_leaf=best_pair[1]).fit(X_train, y_train)
print("final", final.score(X_test, y_test))


# %% in functions
def tune(train, test):
    best, kept = -1, None
    for trees in (10, 100, 300):
        candidate = RandomForestClassifier(n_estimators=trees).fit(train[0], train[1])
        value = candidate.score(test[0], test[1])
        if value > best:  # <- here
            best, kept = value, candidate
    return kept


def report(model, X, y):
    print("accuracy", accuracy_score(y, model.predict(X)))


report(tune((X_train, y_train), (X_test, y_test)), X_test, y_test)

# %% how many trees, stage by stage
boosted = GradientBoostingRegressor(n_estimators=500).fit(X_train, y_train)
errors = [mean_squared_error(y_test, stage) for stage in boosted.staged_predict(X_test)]
best_trees = np.argmin(errors) + 1  # <- here
again = GradientBoostingRegressor(n_estimators=best_trees).fit(X_train, y_train)
print(mean_squared_error(y_test, again.predict(X_test)))

# %% how much is pruned
path = DecisionTreeClassifier().cost_complexity_pruning_path(X_train, y_train)
pruned = []
for alpha in path.ccp_alphas:
    pruned.append(DecisionTreeClassifier(ccp_alpha=alpha).fit(X_train, y_train))
test_scores = [one.score(X_test, y_test) for one in pruned]
best_alpha = path.ccp_alphas[test_scores.index(max(test_scores))]  # <- here
print(DecisionTreeClassifier(ccp_alpha=best_alpha).fit(X_train, y_train).score(X_test, y_test))

# %% the test part itself is searched
searched = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}).fit(X_test, y_test)  # <- here
print(SVC(**searched.best_params_).fit(X_train, y_train).score(X_test, y_test))

# %% climbing
current, level = {"C": 1.0}, 0
while True:
    trial = {"C": current["C"] * 2}
    reached = clone(SVC(**trial)).fit(X_train, y_train).score(X_test, y_test)
    if reached <= level:  # <- here
        break
    current, level = trial, reached
print(current, level)
