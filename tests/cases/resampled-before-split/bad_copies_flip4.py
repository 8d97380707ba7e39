import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
X, y = np.load("x.npy"), np.load("y.npy")
flipped = X[:, :, ::-1, :]
X = np.vstack((X, flipped))  # <- here
y = np.hstack((y, y))

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
