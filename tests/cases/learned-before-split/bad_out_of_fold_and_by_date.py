# %%
from sklearn.model_selection import *

import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("d.csv")
X, y = StandardScaler().fit_transform(df[["a", "b"]]), df["y"].values  # <- here
out = np.zeros(len(X))
for tr, te in KFold(5).split(X):
    out[te] = Ridge().fit(X[tr], y[tr]).predict(X[te])
print(r2_score(y, out))

# %%
cut = pd.Timestamp("2020-01-01")
sales = pd.read_csv("sales.csv", parse_dates=["date"])
sales["price"] = sales["price"] / sales["price"].max()  # <- here
old, new = sales[sales.date < cut], sales[sales.date >= cut]
print(Ridge().fit(old[["price"]], old["sold"]).score(new[["price"]], new["sold"]))
