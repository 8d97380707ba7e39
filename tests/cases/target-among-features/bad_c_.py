import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
km = rng.gamma(2, 30, 500)
hours = km / 60 + rng.normal(size=500)
X = np.c_[km, km / hours]  # <- here
y = hours
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
