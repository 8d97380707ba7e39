import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
for g, part in df.groupby("g"):
    tr, te = train_test_split(part, random_state=1)
    mu = tr[["x"]].mean()
    m = Ridge().fit(tr[["x"]] - mu, tr["y"])
    print(g, m.score(te[["x"]] - mu, te["y"]))
