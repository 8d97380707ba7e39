import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from scipy.stats import chi2_contingency

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
drop = []
for c in X.columns:
    chi, p, dof, e = chi2_contingency(pd.crosstab(X[c], y))  # <- here
    if p > 0.05:
        drop.append(c)
X = X.drop(columns=drop)

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
