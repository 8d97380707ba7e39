import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
hours = rng.gamma(2, 3, 500)
km = hours * 80 + rng.normal(size=500)
speed = km / hours
X = np.column_stack([km, speed])  # <- here
y = hours
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
