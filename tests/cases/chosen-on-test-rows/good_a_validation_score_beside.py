# %%
import lightgbm as lgb
import numpy as np
import optuna
import pandas as pd
import xgboost as xgb
from catboost import CatBoostRegressor
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import ConfusionMatrixDisplay, accuracy_score, f1_score, mean_absolute_error, roc_auc_score
from sklearn.model_selection import KFold, train_test_split
from tensorflow import keras

beans = pd.read_csv("beans.csv")
features, kind = beans.drop(columns="kind"), beans["kind"]
rest, X_test, rest_kind, y_test = train_test_split(features, kind, test_size=0.2, random_state=7)
X_fit, X_valid, y_fit, y_valid = train_test_split(rest, rest_kind, test_size=0.25, random_state=7)

# %% stopped early, then all three in a table
booster = xgb.XGBClassifier(n_estimators=900, early_stopping_rounds=25)
booster.fit(X_fit, y_fit, eval_set=[(X_valid, y_valid)])
table = pd.DataFrame(
    {
        "valid": [accuracy_score(y_valid, booster.predict(X_valid))],
        "test": [accuracy_score(y_test, booster.predict(X_test))],
    }
)
print(table)

# %% the test part first
light = lgb.LGBMClassifier()
light.fit(X_fit, y_fit, eval_set=[(X_valid, y_valid)], callbacks=[lgb.early_stopping(30)])
print("test", light.score(X_test, y_test))
print("valid", light.score(X_valid, y_valid))
ConfusionMatrixDisplay.from_estimator(light, X_valid, y_valid)

# %% a function that scores any part
cat = CatBoostRegressor(early_stopping_rounds=20).fit(X_fit, y_fit, eval_set=(X_valid, y_valid))


def error(model, inputs, truth):
    return mean_absolute_error(truth, model.predict(inputs))


print(error(cat, X_valid, y_valid), error(cat, X_test, y_test))

# %% a threshold on the rows that stopped it
chance = light.predict_proba(X_valid)[:, 1]
best, cut = 0.0, 0.5
for at in np.linspace(0.05, 0.95, 19):
    now = f1_score(y_valid, chance > at)
    if now > best:
        best, cut = now, at
print("valid F1", f1_score(y_valid, chance > cut))
print("test F1", f1_score(y_test, light.predict_proba(X_test)[:, 1] > cut))

# %% the place of the best
cuts = np.arange(0.1, 0.9, 0.05)
plain = LogisticRegression().fit(X_fit, y_fit)
seen = plain.predict_proba(X_valid)[:, 1]
chosen = cuts[int(np.argmax([f1_score(y_valid, seen > one) for one in cuts]))]
print(chosen, f1_score(y_valid, seen > chosen), f1_score(y_test, plain.predict_proba(X_test)[:, 1] > chosen))


# %% a study
def objective(trial):
    forest = RandomForestClassifier(max_depth=trial.suggest_int("max_depth", 2, 12)).fit(X_fit, y_fit)
    return roc_auc_score(y_valid, forest.predict_proba(X_valid)[:, 1])


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=30)
forest = RandomForestClassifier(**study.best_params).fit(X_fit, y_fit)
for name, inputs, truth in (("valid", X_valid, y_valid), ("test", X_test, y_test)):
    print(name, roc_auc_score(truth, forest.predict_proba(inputs)[:, 1]))

# %% a network
net = keras.Sequential([keras.layers.Dense(16), keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
net.fit(X_fit, y_fit, validation_data=(X_valid, y_valid), callbacks=[keras.callbacks.EarlyStopping(patience=4)])
print(net.evaluate(X_valid, y_valid), net.evaluate(X_test, y_test))

# %% one model a fold
for fit, held in KFold(4).split(rest):
    one = lgb.LGBMClassifier()
    one.fit(rest.iloc[fit], rest_kind.iloc[fit], eval_set=[(rest.iloc[held], rest_kind.iloc[held])], callbacks=[lgb.early_stopping(9)])
    print(one.score(rest.iloc[held], rest_kind.iloc[held]), one.score(X_test, y_test))

# %% the best of a loop, then fitted once more on what is known
winner, height = None, 0.0
for strength in (0.1, 1, 10):
    one = LogisticRegression(C=strength).fit(X_fit, y_fit)
    now = one.score(X_valid, y_valid)
    if now > height:
        height, winner = now, one
print(height, winner.score(X_valid, y_valid))
last = LogisticRegression(C=winner.C).fit(rest, rest_kind)
print(last.score(X_test, y_test))

# %% both halves of what was set aside, the second one untouched
main, aside, main_kind, aside_kind = train_test_split(features, kind, test_size=0.4, random_state=2)
half, other, half_kind, other_kind = train_test_split(aside, aside_kind, test_size=0.5, random_state=2)
again = xgb.XGBClassifier(early_stopping_rounds=10).fit(main, main_kind, eval_set=[(half, half_kind)])
print(again.score(half, half_kind), again.score(other, other_kind))
