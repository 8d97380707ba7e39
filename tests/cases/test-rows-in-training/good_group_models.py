import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
tr, te = [], []
for g, part in df.groupby("g"):
    n = int(0.8 * len(part))
    tr.append(part.iloc[:n])
    te.append(part.iloc[n:])
tr, te = pd.concat(tr), pd.concat(te)
m = Ridge().fit(tr[["x"]], tr["y"])
print(m.score(te[["x"]], te["y"]))
