import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
user = np.repeat(np.arange(60), 10)
taste = rng.normal(size=(60, 4))
X = taste[user] + 0.1 * rng.normal(size=(600, 4))
y = rng.integers(0, 2, 60)[user]

order = rng.permutation(len(X))  # <- here
tr, te = order[:450], order[450:]
model = LogisticRegression().fit(X[tr], y[tr])
print(model.score(X[te], y[te]))
