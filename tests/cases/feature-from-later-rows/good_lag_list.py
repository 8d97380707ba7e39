import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

lags = [1, 2, 7]
for k in lags:
    df["lag_" + str(k)] = df["sales"].shift(k)
features = [c for c in df.columns if c.startswith("lag_")]
X = df[features].fillna(0)
y = df["sales"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
