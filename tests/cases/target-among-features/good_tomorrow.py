import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["target"] = df["close"].shift(-1)
df["ret"] = df["close"].pct_change()
df["ma"] = df["close"].rolling(5).mean()
df = df.dropna()
X = df[["close", "ret", "ma"]]
y = df["target"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
