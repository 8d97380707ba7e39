import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
user = np.repeat(np.arange(60), 10)
taste = rng.normal(size=(60, 4))
X = taste[user] + 0.1 * rng.normal(size=(600, 4))
y = rng.integers(0, 2, 60)[user]

held = rng.choice(60, 15, replace=False)
test = np.isin(user, held)
model = LogisticRegression().fit(X[~test], y[~test])
print(model.score(X[test], y[test]))
