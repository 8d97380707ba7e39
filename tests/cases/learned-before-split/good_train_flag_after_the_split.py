import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge, LogisticRegression
from sklearn.model_selection import GroupKFold, train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("a.csv")
tr, te = train_test_split(df, random_state=0)
df["s"] = "train"
df.loc[te.index, "s"] = "test"
mu = df[df["s"] == "train"]["x"].mean()
tr["x"] = tr["x"].fillna(mu)
te["x"] = te["x"].fillna(mu)
print(Ridge().fit(tr[["x"]], tr["y"]).score(te[["x"]], te["y"]))
