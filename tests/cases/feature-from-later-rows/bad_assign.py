import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df = df.assign(lead=lambda d: d["sales"].shift(-1), lag=lambda d: d["sales"].shift(1)).dropna()  # <- here
X = df[["lead", "lag"]]
y = df["sales"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
