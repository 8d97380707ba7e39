import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
drop = []
for c in df.columns:
    if df[c].isnull().mean() > 0.5:
        drop.append(c)
df = df.drop(columns=drop)
X, y = df.drop(columns="y"), df["y"]

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
