import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
x = np.cumsum(rng.normal(size=500))
before, before2 = np.roll(x, 1), np.roll(x, 2)
X = np.column_stack([before, before2])
y = x
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
