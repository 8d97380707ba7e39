import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["high"] = ["yes" if v > 3 else "no" for v in df["rating"]]  # <- here
df["high"] = df["high"].map({"yes": 1, "no": 0})
X = df[["age", "high"]]
y = df["rating"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
