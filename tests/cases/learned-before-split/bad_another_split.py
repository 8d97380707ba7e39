# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

d = pd.read_csv("d.csv")
known, _ = train_test_split(d, test_size=0.3, random_state=11)
d["u"] = d["u"].fillna(known["u"].mean())  # <- here
a, b, c, e = train_test_split(d[["u", "v"]], d["y"], test_size=0.2, random_state=11)
print(Ridge().fit(a, c).score(b, e))

# %%
known, _ = train_test_split(d, test_size=0.3)
d["v"] = d["v"].fillna(known["v"].mean())  # <- here
a, b, c, e = train_test_split(d[["u", "v"]], d["y"], test_size=0.3)
print(Ridge().fit(a, c).score(b, e))
