import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from mydata import load_dataset_frame, get_model
from sklearn.preprocessing import StandardScaler

df = load_dataset_frame()
tr, te = train_test_split(df, random_state=1)
sc = StandardScaler().fit(tr[["x"]])
m = Ridge().fit(sc.transform(tr[["x"]]), tr["y"])
print(m.score(sc.transform(te[["x"]]), te["y"]))
