import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df = df.sort_values("date")
df["form"] = df.groupby("team")["won"].transform(lambda s: s.shift().expanding().mean())
X = df[["rest", "form"]]
y = df["won"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
