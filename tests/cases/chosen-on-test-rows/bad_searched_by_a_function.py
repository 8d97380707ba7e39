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

import optuna
from hyperopt import fmin, hp, tpe
from scipy.optimize import minimize

df = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)

# %%
def objective(trial):
    model = RandomForestClassifier(max_depth=trial.suggest_int("max_depth", 2, 20)).fit(X_train, y_train)
    return accuracy_score(y_test, model.predict(X_test))


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=50)  # <- here
final = RandomForestClassifier(**study.best_params).fit(X_train, y_train)
print(final.score(X_test, y_test))

# %%
best = fmin(lambda c: -SVC(C=c).fit(X_train, y_train).score(X_test, y_test), hp.uniform("c", 0, 10), tpe.suggest, 20)  # <- here
print(SVC(C=best["c"]).fit(X_train, y_train).score(X_test, y_test))

# %%
first = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
second = RandomForestClassifier().fit(X_train, y_train).predict_proba(X_test)[:, 1]


def loss(w):
    return -roc_auc_score(y_test, w[0] * first + w[1] * second)


weights = minimize(loss, [0.5, 0.5]).x  # <- here
print(roc_auc_score(y_test, weights[0] * first + weights[1] * second))
