import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["date"] = pd.to_datetime(df["date"])
df = df.sort_values("date")
df["lag"] = df["sales"].shift(1)
train, test = df[df["date"] < "2020-01-01"], df[df["date"] >= "2020-01-01"]
model = LinearRegression().fit(train[["lag"]], train["sales"])
print(model.score(test[["lag"]], test["sales"]))
