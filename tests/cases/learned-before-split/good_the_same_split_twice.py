# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

SEED = 11
d = pd.read_csv("d.csv")
known, _ = train_test_split(d, test_size=0.3, random_state=SEED)
d["w"] = d["w"].fillna(known["w"].mean())
scaler = StandardScaler().fit(known[["u"]])
d["u"] = scaler.transform(d[["u"]])

# %% the same rows, the same seed, the same sizes
a, b, c, e = train_test_split(d[["u", "w"]], d["y"], test_size=0.3, random_state=SEED)
print(Ridge().fit(a, c).score(b, e))
