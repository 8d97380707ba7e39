import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["area_price"] = df["area"].map(df.groupby("area")["price"].mean())
X = df[["area_price", "rooms"]]
y = df["price"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
