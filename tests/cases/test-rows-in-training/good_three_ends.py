import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge, LogisticRegression
from sklearn.model_selection import GroupKFold, train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("a.csv")
k = round(len(df) * 0.15)
tr, va, te = df.iloc[: -2 * k], df.iloc[-2 * k : -k], df.iloc[-k:]
m = Ridge().fit(tr[["x"]], tr["y"])
print(m.score(va[["x"]], va["y"]))
print(m.score(te[["x"]], te["y"]))
