import pandas as pd
from sklearn.linear_model import LogisticRegression

d = pd.read_csv("prices.csv", parse_dates=["date"]).sort_values("date")
d["r1"] = d["close"].pct_change()
d["up"] = (d["close"].shift(-1) > d["close"]).astype(int)
d = d.dropna().sample(frac=0.5, random_state=0).sort_values("date")
train, test = d[d["date"] < "2020-01-01"], d[d["date"] >= "2020-01-01"]
f = ["r1"]
print(LogisticRegression().fit(train[f], train["up"]).score(test[f], test["up"]))
