import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
df = (
    pd.read_csv("loans.csv")
    .dropna()
    .assign(rate=lambda d: d["price"] / d["area"])
)
X = df[["area", "rooms", "rate"]]
y = df["price"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
