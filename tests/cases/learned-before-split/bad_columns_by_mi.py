import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from sklearn.feature_selection import mutual_info_classif

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
mi = pd.Series(mutual_info_classif(X, y), index=X.columns).sort_values(ascending=False)  # <- here
X = X[mi.index[:10]]

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
