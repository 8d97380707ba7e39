import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
X, y = df[["x", "z"]].values, df["y"].values
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
from sklearn.linear_model import SGDRegressor

m = SGDRegressor()
for i in range(0, len(X_train), 32):
    m.partial_fit(X_train[i : i + 32], y_train[i : i + 32])
print(m.score(X_test, y_test))
