# Evaluation rows are looked at, scored in parts and drawn, but nothing that prepares them comes from them.
# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, r2_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(0)
df = pd.DataFrame(rng.normal(size=(300, 3)), columns=["a", "b", "c"])
df["y"] = (df["a"] > 0).astype(int)
train, test = train_test_split(df, random_state=0)
features = ["a", "b", "c"]
scaler = StandardScaler().fit(train[features])
X_train, X_test = scaler.transform(train[features]), scaler.transform(test[features])

# %% looked at
print(test.mean(), StandardScaler().fit_transform(test[features]).std())
model = LogisticRegression().fit(X_train, train["y"])
print(model.score(X_test, test["y"]))

# %% predictions, brought to the range from 0 to 1
raw = model.decision_function(X_test)
print(roc_auc_score(test["y"], (raw - raw.min()) / (raw.max() - raw.min())))

# %% what the truth itself would give
print(r2_score(test["y"], np.full(len(test), test["y"].mean())))
print(accuracy_score(test["y"], np.full(len(test), test["y"].mode()[0])))

# %% one row at a time
rows_train = X_train - X_train.mean(axis=1, keepdims=True)
rows_test = X_test - X_test.mean(axis=1, keepdims=True)
print(LogisticRegression().fit(rows_train, train["y"]).score(rows_test, test["y"]))
