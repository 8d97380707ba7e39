import pandas as pd
from sklearn.linear_model import Ridge
from statsmodels.tsa.seasonal import seasonal_decompose

d = pd.read_csv("load.csv", parse_dates=["ts"], index_col="ts")
r = seasonal_decompose(d["mw"], period=24)  # <- here
d["trend"] = r.trend
d["hour"] = d.index.hour
d = d.dropna()
tr, te = d.iloc[:700], d.iloc[700:]
f = ["trend", "hour"]
print(Ridge().fit(tr[f], tr["mw"]).score(te[f], te["mw"]))
