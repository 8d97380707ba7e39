import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv("a.csv")
tr, te = df.head(800), df.tail(200)
m = Ridge().fit(tr[["x"]], tr["y"])
print(m.score(te[["x"]], te["y"]))
