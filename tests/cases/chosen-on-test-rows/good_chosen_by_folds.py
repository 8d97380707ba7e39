# %%
import numpy as np
import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% cv chosen
best = max((1, 3, 5, 7), key=lambda k: cross_val_score(KNeighborsClassifier(k), a, ya, cv=5).mean())
m = KNeighborsClassifier(best).fit(a, ya)
print(m.score(b, yb))

# %% nested cv
inner = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}, cv=3)
print(cross_val_score(inner, X, y, cv=5).mean())

# %% nested cv hand
outer = []
for tr, te in KFold(5).split(X):
    best_c, best_s = None, -1
    for c in (0.1, 1, 10):
        s = cross_val_score(SVC(C=c), X.iloc[tr], y.iloc[tr], cv=3).mean()
        if s > best_s:
            best_c, best_s = c, s
    outer.append(SVC(C=best_c).fit(X.iloc[tr], y.iloc[tr]).score(X.iloc[te], y.iloc[te]))
print(np.mean(outer))


# %% optuna cv
def objective(trial):
    m = RandomForestClassifier(max_depth=trial.suggest_int("max_depth", 2, 12))
    return cross_val_score(m, a, ya, cv=3).mean()


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=30)
print(RandomForestClassifier(**study.best_params).fit(a, ya).score(b, yb))

# %% oob choice
best = max((50, 100), key=lambda n: RandomForestClassifier(n_estimators=n, oob_score=True).fit(a, ya).oob_score_)
print(RandomForestClassifier(n_estimators=best).fit(a, ya).score(b, yb))

# %% grid train best estimator
grid = GridSearchCV(SVC(), {"C": [0.1, 1]}, cv=3).fit(a, ya)
best = grid.best_estimator_
best.fit(a, ya)
print(best.score(b, yb), grid.score(b, yb), grid.best_score_)

# %% pipeline grid
grid = GridSearchCV(Pipeline([("s", StandardScaler()), ("m", SVC())]), {"m__C": [0.1, 1]}, cv=3)
grid.fit(a, ya)
print(grid.best_estimator_.named_steps["m"], grid.best_estimator_["s"].mean_, grid.best_estimator_.score(b, yb))

# %% two stage cv
grid = GridSearchCV(SVC(), {"C": [0.1, 1]}, cv=3).fit(a, ya)
other = GridSearchCV(KNeighborsClassifier(), {"n_neighbors": [1, 3]}, cv=3).fit(a, ya)
best = grid if grid.best_score_ > other.best_score_ else other
print(best.score(b, yb))
