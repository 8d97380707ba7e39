import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from nsepy import get_history
from sklearn.preprocessing import StandardScaler

df = get_history(symbol="SBIN")
X, y = df[["Open", "High"]], df["Close"]
X = StandardScaler().fit_transform(X)  # <- here

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
