# Rows are left out by what all rows have in common: a statistic of the evaluation rows, too.
# %%
import numpy as np
import pandas as pd
from scipy import stats
from sklearn.ensemble import IsolationForest
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.neighbors import LocalOutlierFactor


def judge(rows):
    a, b = train_test_split(rows, random_state=0)
    print(Ridge().fit(a[["area"]], a["price"]).score(b[["area"]], b["price"]))


# %%
z = pd.read_csv("homes.csv")
z = z[(np.abs(stats.zscore(z[["area", "price"]])) < 3).all(axis=1)]  # <- here
judge(z)

# %%
fence = pd.read_csv("homes.csv")
low, high = fence.quantile(0.25), fence.quantile(0.75)  # <- here
fence = fence[~((fence < low - 1.5 * (high - low)) | (fence > high + 1.5 * (high - low))).any(axis=1)]
judge(fence)

# %%
asked = pd.read_csv("homes.csv")
top = asked["price"].quantile(0.99)  # <- here
asked = asked.query("price < @top")
judge(asked)

# %%
odd = pd.read_csv("homes.csv")
odd = odd[IsolationForest(random_state=0).fit_predict(odd[["area", "rooms"]]) == 1]  # <- here
judge(odd)

# %%
flagged = pd.read_csv("homes.csv")
flagged["usual"] = LocalOutlierFactor().fit_predict(flagged[["area", "rooms"]])  # <- here
flagged = flagged[flagged["usual"] == 1]
judge(flagged)
