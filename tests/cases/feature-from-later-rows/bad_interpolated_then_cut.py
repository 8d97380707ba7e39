import pandas as pd
from sklearn.linear_model import Ridge

d = pd.read_csv("sensor.csv").sort_values("stamp").reset_index(drop=True)
d["flow"] = d["flow"].interpolate()  # <- here
n = int(len(d) * 0.7)
tr, te = d.iloc[:n], d.iloc[n:]
f = ["flow", "temp"]
print(Ridge().fit(tr[f], tr["y"]).score(te[f], te["y"]))
