import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

d = pd.read_csv("keystrokes.csv")
print(d.groupby("subject").size().describe())
y = d["subject"]
X = d.drop(columns=["subject"])
a, b, ya, yb = train_test_split(X, y, stratify=y, random_state=0)
print(RandomForestClassifier(random_state=0).fit(a, ya).score(b, yb))
