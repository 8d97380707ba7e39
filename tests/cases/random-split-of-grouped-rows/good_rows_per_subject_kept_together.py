import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GroupShuffleSplit

d = pd.read_csv("keystrokes.csv")
print(d.groupby("subject").size().describe())
y = d["stress"]
X = d.drop(columns=["stress", "subject"])
a, b = next(GroupShuffleSplit(1, random_state=0).split(X, y, groups=d["subject"]))
print(RandomForestClassifier(random_state=0).fit(X.iloc[a], y.iloc[a]).score(X.iloc[b], y.iloc[b]))
