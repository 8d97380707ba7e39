import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("rows.csv")
nxt = df[["day", "sales"]].shift(-1)  # <- here
df["next_sales"] = nxt["sales"]
X = df[["next_sales", "price"]]
y = df["sales"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
