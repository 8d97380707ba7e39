import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
n = 400
income = rng.gamma(2, 50, n)
visits = rng.poisson(4, n)
df = pd.DataFrame({"visits": visits, "income": income, "per_visit": income / (visits + 1)})
df["spend"] = df["income"] * 0.2 + df["per_visit"] + rng.normal(size=n)
X = df[["visits", "income", "per_visit"]]
y = df["spend"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
