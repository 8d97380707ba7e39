import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge, LogisticRegression
from sklearn.model_selection import GroupKFold, train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("a.csv")
for g in df["g"].unique():
    sub = df[df["g"] == g]
    a, b = train_test_split(sub, random_state=3)
    sc = StandardScaler().fit(a[["x"]])
    m = Ridge().fit(sc.transform(a[["x"]]), a["y"])
    print(g, m.score(sc.transform(b[["x"]]), b["y"]))
