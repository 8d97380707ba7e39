import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

horizon = 5
df["y"] = df["close"].shift(-horizon) / df["close"] - 1
df["mom"] = df["close"] / df["close"].shift(horizon) - 1
df = df.dropna()
X = df[["mom", "volume"]]
y = df["y"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
