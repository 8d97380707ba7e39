# Five pieces, each its own: four to learn from, one to be scored on.
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("homes.csv")
parts = np.array_split(df, 5)
train, test = pd.concat([parts[0], parts[1], parts[2], parts[3]]), parts[4]
print(Ridge().fit(train[["area"]], train["price"]).score(test[["area"]], test["price"]))
rest = pd.concat(parts[1:4])
print(Ridge().fit(rest[["area"]], rest["price"]).score(parts[0][["area"]], parts[0]["price"]))
for number in range(5):
    others = pd.concat(parts[:number] + parts[number + 1 :])
    print(Ridge().fit(others[["area"]], others["price"]).score(parts[number][["area"]], parts[number]["price"]))
