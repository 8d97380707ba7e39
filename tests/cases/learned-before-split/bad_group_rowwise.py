import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
m1 = df[df["g"] == 1]["x"].mean()  # <- here
m2 = df[df["g"] == 2]["x"].mean()  # <- here


def imp(r):
    if pd.isnull(r["x"]):
        return m1 if r["g"] == 1 else m2
    return r["x"]


df["x"] = df.apply(imp, axis=1)

# %%
X, y = df[["x", "z"]], df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
