# %%
import pandas as pd
from sklearn.linear_model import Ridge

crop = pd.read_csv("crop.csv")
FIRST = 2018


def judge(train, test):
    model = Ridge().fit(train[["rain"]], train["grown"])
    print("test", model.score(test[["rain"]], test["grown"]))


# %%
judge(crop[crop["year"] <= 2017], crop[crop["year"] >= 2018])
judge(crop[crop["year"] < 2016], crop.query("year >= @FIRST"))
judge(crop.query("2000 <= year < 2015"), crop[crop["year"].between(2015, 2020)])
judge(crop[crop["day"] < "2019-01-01"], crop[(crop["day"] >= "2019-01-01") & (crop["rain"] > 0)])
judge(crop[(crop["day"] < pd.Timestamp("2019-01-01"))], crop[crop["day"] > pd.Timestamp("2019-03-01")])
judge(crop[crop["rain"] > 3], crop[crop["temp"] > 3])
judge(crop[crop["year"] < 2018], crop[crop["year"] > 2017])
judge(crop[crop["day"] < "2018-01-01"], crop[crop["day"] > "2017-12-31"])
judge(crop[crop["day"] < "2018-01-01 00:00:00"], crop[crop["day"] >= "2018-01-01"])
judge(crop[crop["fold"] > 0], crop[crop["fold"] < 1])
