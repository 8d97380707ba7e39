import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
df = pd.read_csv("loans.csv")

from sklearn.model_selection import TimeSeriesSplit
df["lag"] = df["sales"].shift(1)
df = df.dropna()
X, y = df[["lag", "price"]], df["sales"]
for tr, te in TimeSeriesSplit(5).split(X):
    model = LinearRegression().fit(X.iloc[tr], y.iloc[tr])
    print(model.score(X.iloc[te], y.iloc[te]))
