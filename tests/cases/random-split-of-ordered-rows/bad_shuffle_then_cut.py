import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["lag1"] = df["load"].shift(1)
df = df.dropna()
df = df.sample(frac=1, random_state=3)  # <- here
n = int(len(df) * 0.8)
train, test = df[:n], df[n:]
print(LinearRegression().fit(train[["lag1"]], train["load"]).score(test[["lag1"]], test["load"]))
