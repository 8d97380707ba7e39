import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
tr, te = [], []
for g, part in df.groupby("g"):
    a, b = train_test_split(part, random_state=1)
    tr.append(a)
    te.append(b)
tr, te = pd.concat(tr), pd.concat(te)
m = Ridge().fit(tr[["x"]], tr["y"])
print(m.score(te[["x"]], te["y"]))
