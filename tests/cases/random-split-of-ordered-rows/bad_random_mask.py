import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("loans.csv")

df["lag"] = df["sales"].shift(1)
mask = np.random.rand(len(df)) < 0.8  # <- here
train, test = df[mask], df[~mask]
model = LinearRegression().fit(train[["lag"]], train["sales"])
print(model.score(test[["lag"]], test["sales"]))
