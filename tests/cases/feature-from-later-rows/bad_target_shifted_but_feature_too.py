import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["y"] = df["close"].shift(-5)
df["m"] = df["close"].rolling(11, center=True).mean()  # <- here
df = df.dropna()
X = df[["m", "volume"]]
y = df["y"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
