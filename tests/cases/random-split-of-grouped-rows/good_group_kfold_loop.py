import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

df = pd.read_csv("visits.csv")
X, y, g = df[["a", "b"]], df["label"], df["patient_id"]
for tr, te in GroupKFold(5).split(X, y, g):
    print(LogisticRegression().fit(X.iloc[tr], y.iloc[tr]).score(X.iloc[te], y.iloc[te]))
