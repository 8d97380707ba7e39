import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
x = np.cumsum(rng.normal(size=500))
before, after = np.roll(x, 1), np.roll(x, -1)  # <- here
X = np.column_stack([before, after])
y = x
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
