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

import catboost
import lightgbm as lgb
import xgboost as xgb
from catboost import CatBoostClassifier, Pool
from lightgbm import LGBMClassifier
from tensorflow import keras
from tensorflow.keras.callbacks import EarlyStopping, ModelCheckpoint
from xgboost import XGBClassifier

df = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)

# %% rounds
boosted = XGBClassifier(n_estimators=500)
boosted.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)], early_stopping_rounds=10)  # <- here
print(boosted.score(X_test, y_test))

settings = {"n_estimators": 500, "early_stopping_rounds": 10}
boosted = XGBClassifier(**settings)
boosted.fit(X_train, y_train, eval_set=[(X_test, y_test)])  # <- here
print(accuracy_score(y_test, boosted.predict(X_test)))

light = LGBMClassifier(n_estimators=500)
light.fit(X_train, y_train, eval_set=(X_test, y_test), callbacks=[lgb.early_stopping(20), lgb.log_evaluation(50)])  # <- here
print(accuracy_score(y_test, light.predict(X_test)))

# %% by the libraries' own functions
dtrain, dtest = xgb.DMatrix(X_train, label=y_train), xgb.DMatrix(X_test, label=y_test)
booster = xgb.train({"max_depth": 3}, dtrain, 1000, evals=[(dtrain, "train"), (dtest, "test")], early_stopping_rounds=20)  # <- here
print(roc_auc_score(y_test, booster.predict(dtest)))

train_set = lgb.Dataset(X_train, y_train)
valid_set = lgb.Dataset(X_test, y_test, reference=train_set)
params = {"objective": "binary", "early_stopping_round": 30}
gbm = lgb.train(params, train_set, num_boost_round=1000, valid_sets=[train_set, valid_set])  # <- here
print(roc_auc_score(y_test, gbm.predict(X_test)))

# %% it keeps its best round by itself
cat = CatBoostClassifier(iterations=500, verbose=False)
cat.fit(Pool(X_train, y_train), eval_set=Pool(X_test, y_test))  # <- here
print(cat.score(X_test, y_test))

# %% networks
net = keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
stop = EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)
net.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=100, callbacks=[stop])  # <- here
print(net.evaluate(X_test, y_test))

# %%
other = keras.models.Sequential()
other.add(keras.layers.Dense(1))
other.compile(optimizer="adam", loss="mse")
path = "best.h5"
best_only = ModelCheckpoint(path, save_best_only=True)
other.fit(X_train, y_train, epochs=20, validation_data=(X_test, y_test), callbacks=[best_only])  # <- here
other.load_weights(path)
print(other.evaluate(X_test, y_test))
