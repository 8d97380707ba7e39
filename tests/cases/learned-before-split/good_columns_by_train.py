import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from scipy.stats import pearsonr

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
keep = []
for c in X_train.columns:
    r, p = pearsonr(X_train[c], y_train)
    if p < 0.05:
        keep.append(c)
print(Ridge().fit(X_train[keep], y_train).score(X_test[keep], y_test))
