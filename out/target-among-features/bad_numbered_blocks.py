import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
rng = np.random.default_rng(0)
a = pd.DataFrame({"x": rng.normal(size=100), "sick": np.zeros(100)})
b = pd.DataFrame({"x": rng.normal(size=100), "sick": np.ones(100)})
df = pd.concat([a, b])
df["no"] = np.arange(len(df))  # <- here
X = df[["x", "no"]]
y = df["sick"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
