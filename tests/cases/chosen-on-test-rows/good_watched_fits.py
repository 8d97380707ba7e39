# %%
import lightgbm as lgb
import matplotlib.pyplot as plt
import pandas as pd
import xgboost as xgb
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import train_test_split
from tensorflow import keras

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% lgb log only
m = lgb.LGBMClassifier(n_estimators=1000)
m.fit(a, ya, eval_set=[(b, yb)], callbacks=[lgb.log_evaluation(100)])
print(accuracy_score(yb, m.predict(b)))

# %% xgb train watch only
dtr, dte = xgb.DMatrix(a, label=ya), xgb.DMatrix(b, label=yb)
bst = xgb.train({"eta": 0.1}, dtr, 100, evals=[(dtr, "train"), (dte, "test")])
print(roc_auc_score(yb, bst.predict(dte)))

# %% keras val split
net = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
net.fit(a, ya, epochs=40, validation_split=0.2, callbacks=[keras.callbacks.ReduceLROnPlateau(), keras.callbacks.EarlyStopping(patience=3)])
print(net.evaluate(b, yb))

# %% keras plain validation
net = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
h = net.fit(a, ya, epochs=10, validation_data=(b, yb))
plt.plot(h.history["val_loss"])
print(net.evaluate(b, yb))
