import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

from sklearn.model_selection import TimeSeriesSplit

df["lag"] = df["sales"].shift(1)
df = df.dropna()
X, y = df[["lag", "price"]], df["sales"]
for tr, te in TimeSeriesSplit(5).split(X):
    model = LinearRegression().fit(X.iloc[tr], y.iloc[tr])
    print(model.score(X.iloc[te], y.iloc[te]))
