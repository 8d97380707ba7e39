import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
v = df["x"].to_numpy()
X = np.stack([v[i : i + 200] for i in range(0, len(v) - 200, 20)])
y = np.array([df["act"].iloc[i + 199] for i in range(0, len(v) - 200, 20)])

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)  # <- here
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
