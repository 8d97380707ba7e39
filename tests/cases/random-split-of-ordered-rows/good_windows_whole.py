import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
W = 200
segs, labs = [], []
for i in range(0, len(df) - W, W):
    segs.append(df["x"].values[i : i + W])
    labs.append(df["act"].values[i])
X, y = np.asarray(segs), np.asarray(labs)

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
