import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["log_price"] = np.log1p(df["price"])
X = df.drop(columns=["log_price", "id"])  # <- here
y = df["log_price"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
