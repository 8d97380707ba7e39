import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
n = len(df)
tr, te = df[: int(0.8 * n)], df[-int(0.3 * n) :]  # <- here
m = Ridge().fit(tr[["x"]], tr["y"])
print(m.score(te[["x"]], te["y"]))
