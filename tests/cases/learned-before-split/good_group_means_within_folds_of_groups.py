import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge, LogisticRegression
from sklearn.model_selection import GroupKFold, train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("a.csv")
for k, part in df.groupby("g"):
    df.loc[part.index, "x"] = part["x"] - part["x"].mean()
X, y = df[["x"]], df["y"]
gkf = GroupKFold(5)
for i, j in gkf.split(X, y, df["g"]):
    print(Ridge().fit(X.iloc[i], y.iloc[i]).score(X.iloc[j], y.iloc[j]))
