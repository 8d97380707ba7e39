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
import xgboost as xgb
from tensorflow import keras

df = pd.read_csv("one.csv")
X_rest, X_test, y_rest, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=0)

# %% chosen on the validation part
best, best_model = 0, None
for depth in range(1, 20):
    tree = DecisionTreeClassifier(max_depth=depth).fit(X_train, y_train)
    accuracy = accuracy_score(y_val, tree.predict(X_val))
    if accuracy > best:
        best, best_model = accuracy, tree
print(accuracy_score(y_test, best_model.predict(X_test)))

# %% a threshold of the validation part
model = LogisticRegression().fit(X_train, y_train)
fpr, tpr, thresholds = roc_curve(y_val, model.predict_proba(X_val)[:, 1])
cut = thresholds[np.argmax(tpr - fpr)]
print(f1_score(y_test, model.predict_proba(X_test)[:, 1] > cut))

# %% stopped by the validation part
boosted = xgb.XGBClassifier(early_stopping_rounds=10)
boosted.fit(X_train, y_train, eval_set=[(X_val, y_val)])
print(boosted.score(X_test, y_test))

net = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy")
net.fit(X_train, y_train, validation_data=(X_val, y_val), callbacks=[keras.callbacks.EarlyStopping(patience=3)])
print(net.evaluate(X_test, y_test))

# %% searched in the training part
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}).fit(X_rest, y_rest)
print(search.best_score_, search.best_params_, search.score(X_test, y_test))
again = SVC(C=10).fit(X_rest, y_rest)
print(again.score(X_test, y_test))

# %% folds in folds
print(cross_val_score(GridSearchCV(SVC(), {"C": [0.1, 1, 10]}), df[["a", "b"]], df["y"]).mean())
scores = {k: cross_val_score(KNeighborsClassifier(k), X_rest, y_rest).mean() for k in (1, 5, 9)}
best_k = max(scores, key=scores.get)
print(KNeighborsClassifier(best_k).fit(X_rest, y_rest).score(X_test, y_test))


# %% an objective that scores by folds of the training part
def objective(trial):
    return cross_val_score(SVC(C=trial.suggest_float("C", 0.1, 10)), X_rest, y_rest).mean()


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=50)
print(SVC(**study.best_params).fit(X_rest, y_rest).score(X_test, y_test))

# %% folds by hand
tried = []
for c in (0.1, 1, 10):
    inner = []
    for fit, check in KFold(5).split(X_rest):
        inner.append(SVC(C=c).fit(X_rest.iloc[fit], y_rest.iloc[fit]).score(X_rest.iloc[check], y_rest.iloc[check]))
    tried.append((np.mean(inner), c))
_, best_c = max(tried)
print(SVC(C=best_c).fit(X_rest, y_rest).score(X_test, y_test))
