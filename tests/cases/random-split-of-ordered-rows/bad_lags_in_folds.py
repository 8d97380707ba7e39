import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold

df = pd.read_csv("loans.csv")

df["lag"] = df["sales"].shift(1)
df = df.dropna()
X, y = df[["lag", "price"]], df["sales"]
for tr, te in KFold(5, shuffle=True, random_state=0).split(X):  # <- here
    model = LinearRegression().fit(X.iloc[tr], y.iloc[tr])
    print(model.score(X.iloc[te], y.iloc[te]))
