# Rows are left out by themselves, or by what the training rows tell; a detector of its own is a model, not a preparation.
# %%
import pandas as pd
from sklearn.ensemble import IsolationForest
from sklearn.linear_model import Ridge
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
homes = homes[homes[["area", "price"]].notnull().all(axis=1)]
homes = homes[~(homes[["area", "price"]] < 0).any(axis=1)]
homes = homes.query("area > 10 and price < 1000000")

# %%
train, test = train_test_split(homes, random_state=0)
train = train[IsolationForest(random_state=0).fit_predict(train[["area", "rooms"]]) == 1]
print(Ridge().fit(train[["area"]], train["price"]).score(test[["area"]], test["price"]))

# %%
forest = IsolationForest(random_state=0).fit(train[["area", "rooms"]])
print(f1_score(test["odd"], forest.predict(test[["area", "rooms"]]) == -1))
