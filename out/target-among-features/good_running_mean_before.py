import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
df = pd.read_csv("loans.csv")

df = df.sort_values("date")
df["form"] = df.groupby("team")["won"].transform(lambda s: s.shift().expanding().mean())
X = df[["rest", "form"]]
y = df["won"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
