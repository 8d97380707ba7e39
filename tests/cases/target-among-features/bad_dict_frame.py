import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
n = 400
spend = rng.gamma(2, 50, n)
visits = rng.poisson(4, n)
df = pd.DataFrame({"visits": visits, "spend": spend, "per_visit": spend / (visits + 1)})
X = df[["visits", "per_visit"]]  # <- here
y = df["spend"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
