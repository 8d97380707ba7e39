# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, f1_score, mean_squared_error, precision_recall_curve, roc_auc_score, roc_curve
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

from lightgbm import LGBMClassifier
from tensorflow import keras
from xgboost import XGBClassifier

df = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)

# %% a table
rows = []
for name, model in [("svc", SVC()), ("forest", RandomForestClassifier()), ("linear", LogisticRegression())]:
    model.fit(X_train, y_train)
    accuracy = accuracy_score(y_test, model.predict(X_test))
    if accuracy > 0.8:
        print(name, "is good")
    rows.append({"model": name, "accuracy": accuracy})
table = pd.DataFrame(rows).sort_values("accuracy", ascending=False)
print(table)
table.head()

# %% a picture of it
plt.ylim(min(row["accuracy"] for row in rows), 1)
plt.bar(table["model"], table["accuracy"])
plt.show()

# %% watched, and nothing is decided by it
boosted = XGBClassifier(n_estimators=100)
boosted.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)], verbose=False)
print(boosted.score(X_test, y_test))
light = LGBMClassifier(early_stopping_rounds=None)
light.fit(X_train, y_train, eval_set=[(X_test, y_test)])
print(light.score(X_test, y_test))
net = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
net.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=5, callbacks=[keras.callbacks.TensorBoard("logs")])
print(net.evaluate(X_test, y_test))
calm = keras.Sequential([keras.layers.Dense(1)])
calm.compile("adam", "mse")
calm.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[keras.callbacks.EarlyStopping(monitor="loss")])
print(calm.evaluate(X_test, y_test))
kept = keras.callbacks.ModelCheckpoint("last.keras", save_best_only=True)
calm.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[kept])
print(calm.evaluate(X_test, y_test))

# %% by training scores
best, best_c = 0, None
for c in (0.1, 1, 10):
    score = SVC(C=c).fit(X_train, y_train).score(X_train, y_train)
    if score > best:
        best, best_c = score, c
print(SVC(C=best_c).fit(X_train, y_train).score(X_test, y_test))

# %% one model, several numbers
tree = DecisionTreeClassifier(max_depth=3).fit(X_train, y_train)
training, test = tree.score(X_train, y_train), tree.score(X_test, y_test)
if training - test > 0.1:
    verdict = "it overfits"
else:
    verdict = "it does not"
print(verdict, max(0.5, test))
folds = cross_val_score(DecisionTreeClassifier(max_depth=4), X_train, y_train)
print(folds.max(), folds.min(), folds.mean())

# %% spread over several splits
spread = []
for seed in range(10):
    A_train, A_test, b_train, b_test = train_test_split(df[["a"]], df["y"], random_state=seed)
    spread.append(LogisticRegression().fit(A_train, b_train).score(A_test, b_test))
print(np.mean(spread), np.std(spread))
