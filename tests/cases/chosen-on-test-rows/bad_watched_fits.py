# %%
import lightgbm as lgb
import optuna
import pandas as pd
import xgboost as xgb
from catboost import CatBoostClassifier, Pool
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import train_test_split
from tensorflow import keras
from xgboost import XGBClassifier

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% checkpoint load
net = keras.Sequential([keras.layers.Dense(10, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
keeper = keras.callbacks.ModelCheckpoint("best.weights.h5", monitor="val_accuracy", save_best_only=True, save_weights_only=True)
net.fit(a, ya, epochs=40, validation_data=(b, yb), callbacks=[keeper])  # <- here
net.load_weights("best.weights.h5")
print(net.evaluate(b, yb))

# %% plateau test
net = keras.Sequential([keras.layers.Dense(10, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
slow = keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=2)
net.fit(a, ya, epochs=40, validation_data=(b, yb), callbacks=[slow])  # <- here
print(net.evaluate(b, yb))

# %% lgb callbacks
m = lgb.LGBMClassifier(n_estimators=1000)
m.fit(a, ya, eval_set=[(b, yb)], callbacks=[lgb.early_stopping(50), lgb.log_evaluation(100)])  # <- here
print(accuracy_score(yb, m.predict(b)))

# %% xgb ctor
m = XGBClassifier(n_estimators=500, early_stopping_rounds=20, eval_metric="logloss")
m.fit(a, ya, eval_set=[(a, ya), (b, yb)], verbose=False)  # <- here
print(accuracy_score(yb, m.predict(b)))

# %% catboost pool
train_pool, test_pool = Pool(a, ya), Pool(b, yb)
m = CatBoostClassifier(iterations=800, verbose=0)
m.fit(train_pool, eval_set=test_pool, use_best_model=True)  # <- here
print(accuracy_score(yb, m.predict(test_pool)))

# %% xgb train watch
dtr, dte = xgb.DMatrix(a, label=ya), xgb.DMatrix(b, label=yb)
bst = xgb.train({"eta": 0.1}, dtr, 1000, evals=[(dtr, "train"), (dte, "test")], early_stopping_rounds=25)  # <- here
print(roc_auc_score(yb, bst.predict(dte)))


# %% optuna test
def objective(trial):
    m = RandomForestClassifier(max_depth=trial.suggest_int("max_depth", 2, 12)).fit(a, ya)
    return f1_score(yb, m.predict(b))


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=30)  # <- here
print(RandomForestClassifier(**study.best_trial.params).fit(a, ya).score(b, yb))
