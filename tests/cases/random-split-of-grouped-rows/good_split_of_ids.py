import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

d = pd.read_csv("visits.csv")
d["n"] = d.groupby("patient_id")["bp"].transform("size")
ids = d["patient_id"].unique()
tr_ids, te_ids = train_test_split(ids, random_state=0)
tr, te = d[d["patient_id"].isin(tr_ids)], d[d["patient_id"].isin(te_ids)]
f = ["n", "bp"]
print(LogisticRegression().fit(tr[f], tr["sick"]).score(te[f], te["sick"]))
