import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

X = df.drop(columns=["price"])
X = (X - X.mean()) / X.std()
y = df["price"]
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
