import pandas as pd
from sklearn.linear_model import Ridge

d = pd.read_csv("sensor.csv", parse_dates=["t"]).sort_values("t")
d["flow"] = d["flow"].ffill().bfill()
d["lag"] = d["y"].shift(1).bfill()
n = int(len(d) * 0.7)
tr, te = d.iloc[:n], d.iloc[n:]
f = ["flow", "lag"]
print(Ridge().fit(tr[f], tr["y"]).score(te[f], te["y"]))
