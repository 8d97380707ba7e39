import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["date"] = pd.to_datetime(df["date"])
df = df.sort_values("date")
df["price"] = df["price"].bfill()  # <- here
X = df[["price"]]
y = df["sales"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
