import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
rng = np.random.default_rng(0)
user = np.repeat(np.arange(60), 10)
taste = rng.normal(size=(60, 4))
X = taste[user] + 0.1 * rng.normal(size=(600, 4))
y = rng.integers(0, 2, 60)[user]

a, b = train_test_split(np.unique(user), random_state=0)
tr, te = np.isin(user, a), np.isin(user, b)
model = LogisticRegression().fit(X[tr], y[tr])
print(model.score(X[te], y[te]))
