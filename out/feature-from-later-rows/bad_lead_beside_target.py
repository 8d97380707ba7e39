import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
df = pd.read_csv("loans.csv")

df["tomorrow"] = df["close"].shift(-1)  # <- here
df["up"] = (df["tomorrow"] > df["close"]).astype(int)
X = df.drop(columns=["up"])
y = df["up"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
