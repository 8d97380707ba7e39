import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
user = np.repeat(np.arange(60), 10)
taste = rng.normal(size=(60, 4))
X = taste[user] + 0.1 * rng.normal(size=(600, 4))
y = rng.integers(0, 2, 60)[user]

from sklearn.model_selection import GroupShuffleSplit

tr, te = next(GroupShuffleSplit(1, random_state=0).split(X, y, groups=user))
model = LogisticRegression().fit(X[tr], y[tr])
print(model.score(X[te], y[te]))
