# Filled, shifted and averaged from column to column: no other row has a part in it.
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error

df = pd.read_csv("weeks.csv", parse_dates=["date"]).sort_values("date")
weeks = ["w1", "w2", "w3"]
df[weeks] = df[weeks].bfill(axis=1)
df["next"] = df[weeks].shift(-1, axis=1)["w1"]
df["middle"] = df[weeks].rolling(3, axis=1, center=True).mean()["w2"]
df["between"] = df[weeks].interpolate(axis="columns")["w2"]
df["slope"] = np.gradient(df[weeks].to_numpy(), axis=1)[:, 0]
train, test = df[df.date < "2020-01-01"], df[df.date >= "2020-01-01"]
features = [*weeks, "next", "middle", "between", "slope"]
model = LinearRegression().fit(train[features], train["sales"])
print(mean_absolute_error(test["sales"], model.predict(test[features])))
