import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.utils import shuffle

d = pd.read_csv("e.csv").sort_values("date")
d["lag"] = d["y"].shift(1)
d = d.dropna()
X, y = shuffle(d[["lag"]], d["y"], random_state=0)  # <- here
n = int(0.8 * len(X))
print(Ridge().fit(X[:n], y[:n]).score(X[n:], y[n:]))
