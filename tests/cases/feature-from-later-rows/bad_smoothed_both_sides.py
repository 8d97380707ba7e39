import pandas as pd
from scipy.signal import savgol_filter
from sklearn.linear_model import Ridge

d = pd.read_csv("load.csv").sort_values("ts")
d["smooth"] = savgol_filter(d["mw"], 11, 2)  # <- here
d["next"] = d["mw"].shift(-1)
d = d.dropna()
tr, te = d.iloc[:700], d.iloc[700:]
print(Ridge().fit(tr[["smooth"]], tr["next"]).score(te[["smooth"]], te["next"]))
