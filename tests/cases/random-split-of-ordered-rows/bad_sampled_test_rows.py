import pandas as pd
from sklearn.linear_model import LogisticRegression

d = pd.read_csv("prices.csv", parse_dates=["date"]).sort_values("date")
d["r1"] = d["close"].pct_change()
d["r2"] = d["r1"].shift(1)
d["up"] = (d["close"].shift(-1) > d["close"]).astype(int)
d = d.dropna()
test = d.sample(n=200, random_state=1)  # <- here
train = d.loc[~d.index.isin(test.index)]
f = ["r1", "r2"]
print(LogisticRegression().fit(train[f], train["up"]).score(test[f], test["up"]))
