import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from scipy.stats import pearsonr

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
keep = []
for c in X.columns:
    r, p = pearsonr(X[c], y)  # <- here
    if abs(r) > 0.1:
        keep.append(c)
X = X[keep]

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
