import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["recent"] = df["sales"].shift(1).rolling(7).mean()
df["recent2"] = df["sales"].rolling(7).mean().shift(1)
df["recent3"] = df["sales"].rolling(7, closed="left").mean()
X = df[["recent", "recent2", "recent3", "price"]].fillna(0)
y = df["sales"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
