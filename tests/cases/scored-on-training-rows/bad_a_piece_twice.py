# The piece that is scored is one of those that were fitted on.
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("homes.csv")
parts = np.array_split(df, 5)
train, test = pd.concat(parts[:3]), parts[2]
model = Ridge().fit(train[["area"]], train["price"])
print("test", model.score(test[["area"]], test["price"]))  # <- here
