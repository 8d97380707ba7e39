import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df = df.sort_values("date")
df["form"] = df.groupby("team")["won"].expanding().mean().reset_index(level=0, drop=True)  # <- here
X = df[["rest", "form"]]
y = df["won"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
