# Two conditions on one column that the same values meet.
# %%
import pandas as pd
from sklearn.linear_model import Ridge

crop = pd.read_csv("crop.csv")
FIRST = 2018

# %%
train, test = crop[crop["year"] <= 2018], crop[crop["year"] >= 2015]
model = Ridge().fit(train[["rain"]], train["grown"])  # <- here
print("test", model.score(test[["rain"]], test["grown"]))

# %%
test, train = crop.query("year >= @FIRST"), crop[crop.year > 1999]
model = Ridge().fit(train[["rain"]], train["grown"])  # <- here
print("test", model.score(test[["rain"]], test["grown"]))

# %%
train = crop[crop["day"] < "2019-06-01"]
test = crop[(crop["day"] >= "2019-01-01") & (crop["day"] < "2020-01-01")]
model = Ridge().fit(train[["rain"]], train["grown"])  # <- here
print("test", model.score(test[["rain"]], test["grown"]))
