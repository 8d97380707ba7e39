import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from statsmodels.stats.outliers_influence import variance_inflation_factor

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
vif = pd.DataFrame({"f": X.columns, "v": [variance_inflation_factor(X.values, i) for i in range(X.shape[1])]})  # <- here
X = X[vif[vif["v"] < 10]["f"]]

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
