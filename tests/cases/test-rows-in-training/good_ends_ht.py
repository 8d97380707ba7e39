import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
g = np.random.default_rng(5)
df = pd.DataFrame({"x": g.normal(size=620), "y": g.normal(size=620)})
tr, te = df.head(500), df.tail(120)
m = Ridge().fit(tr[["x"]], tr["y"])
print(m.score(te[["x"]], te["y"]))
