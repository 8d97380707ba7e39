# Columns are chosen by how they are called: those that were filled or encoded before the split are among them.
# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split


def judge(rows, names):
    a, b = train_test_split(rows, random_state=0)
    print(Ridge().fit(a[names], a["price"]).score(b[names], b["price"]))


# %%
homes = pd.read_csv("homes.csv")
homes["x_area"] = homes["area"].fillna(homes["area"].median())  # <- here
judge(homes, [c for c in homes.columns if c.startswith("x_")])

# %%
plots = pd.read_csv("homes.csv")
for name in ["street", "town"]:
    plots[name + "_price"] = plots.groupby(name)["price"].transform("mean")  # <- here
judge(plots, [c for c in plots if c.endswith("_price")] + ["area"])

# %%
flats = pd.read_csv("homes.csv")
flats["f_age"] = flats["age"].fillna(flats["age"].mean())  # <- here
judge(flats, [c for c in flats if c in ("f_age", "floor")])

# %%
wide = pd.read_csv("homes.csv")
X, y = wide.drop(columns="price"), wide["price"]
likeness = X.corr().abs()  # <- here
upper = likeness.where(np.triu(np.ones(likeness.shape), k=1).astype(bool))
X = X.drop(columns=[c for c in upper.columns if any(upper[c] > 0.95)])
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, ya).score(b, yb))
