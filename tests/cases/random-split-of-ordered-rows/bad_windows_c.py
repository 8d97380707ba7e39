import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
WIDTH, STEP = 128, 64


def windows(frame):
    out, lab = [], []
    for start in range(0, len(frame) - WIDTH, STEP):
        part = frame.iloc[start : start + WIDTH]
        out.append(part[["x", "z"]].values)
        lab.append(part["act"].mode()[0])
    return np.array(out), np.array(lab)


X, y = windows(df)

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)  # <- here
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
