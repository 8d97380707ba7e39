import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
x = np.cumsum(rng.normal(size=500))
X = np.column_stack([x[:-2], x[1:-1]])
y = x[2:]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
