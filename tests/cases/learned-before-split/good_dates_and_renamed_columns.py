# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

d = pd.read_csv("loans.csv")
d = d.rename(columns={"Owed?": "owed", "Paid in": "paid"})
X, y = d.iloc[:, :-1], d.iloc[:, -1]
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, ya).score(b, yb))

# %% rows with nothing below zero, columns that hold few gaps
kept = d[(d[["paid", "owed"]] >= 0).all(axis=1)]
kept = kept.drop(columns=[c for c in kept.columns if kept[c].isnull().sum() > 100])
names = [c for c in kept.columns if c.lower().endswith("_id") or c in ("paid", "owed")]
a, b, ya, yb = train_test_split(kept[names], kept["late"], random_state=0)
print(Ridge().fit(a, ya).score(b, yb))
