import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
cats = []
for c in df.columns:
    if df[c].nunique() < 10:
        cats.append(c)
X, y = df[cats], df["y"]

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
