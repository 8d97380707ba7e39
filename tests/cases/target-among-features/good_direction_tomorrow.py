import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["up"] = (df["close"].shift(-1) > df["close"]).astype(int)
X = df[["open", "close", "volume"]]
y = df["up"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
